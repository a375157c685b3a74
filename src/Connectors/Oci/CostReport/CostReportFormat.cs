using Outlay.Ingest.Formats;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.Oci.CostReport;

/// <summary>Oracle Cloud's own cost reports (<c>reports/cost-csv</c>), of pay-as-you-go and of prepaid tenancies.</summary>
internal sealed class CostReportFormat(ReferenceData reference) : IExportFormat
{
    private readonly MappingSql _mapping = MappingSql.Load(
        typeof(CostReportFormat),
        "cost-report",
        [("services", reference.Sql("oci-services"))]
    );

    public Result<Normalisation>? Plan(SourceShape shape, FormatOptions options)
    {
        var binding = NativeBinding.Of(shape, CostReportColumns.All);
        if (!binding.HasAll("usage_start", "service") || !IsOracle(shape))
        {
            return null;
        }

        var file = Path.GetFileName(shape.Path);
        if (!binding.Has("my_cost"))
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{file} is an Oracle Cloud report without the column cost/myCost, which holds no costs.",
                "Bring the cost reports (reports/cost-csv); usage reports (reports/usage-csv) say nothing of money.",
                "cost/myCost"
            );
        }

        if (!binding.Has("currency_code") && options.Currency is null)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{file} is an Oracle Cloud cost report without the column cost/currencyCode.",
                "Fetch the whole report, or say the currency (--currency USD).",
                "cost/currencyCode"
            );
        }

        return Normalise(file, binding, options);
    }

    private Normalisation Normalise(string file, NativeBinding binding, FormatOptions options)
    {
        var tags = new TagColumns(binding);
        var assumed = options.Currency is { } code ? SourceSql.Literal(code) : "NULL";
        var extras = tags
            .Rest.Select(f => ($"x_{f.Name}", SourceSql.Name(TagColumns.Name(f))))
            .DistinctBy(f => f.Item1, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var (charges, totals, columns) = _mapping.Over(
            binding.Sql(tags.Native()),
            extras,
            [
                ("currency", $"coalesce(upper(currency_code), {assumed})"),
                ("tags", tags.Map()),
                ("source_file", SourceSql.Literal(file)),
            ]
        );
        return new Normalisation
        {
            Format = "Oracle Cloud cost report",
            Mapping = $"oci-{_mapping.Identity} {options.Currency}".Trim(),
            ChargesSql = charges,
            TotalsSql = totals,
            PeriodSql = $"date_trunc('month', {binding.Value("usage_start")})",
            ExtraColumns = columns,
            Checks =
            [
                binding.Required("usage_start"),
                binding.Required("my_cost"),
                .. binding.FormChecks,
            ],
        };
    }

    private static bool IsOracle(SourceShape shape) =>
        shape.Fields.Any(f =>
            NativeColumn.Key(f.Header) is "lineitemreferenceno" or "lineitemintervalusagestart"
        );
}
