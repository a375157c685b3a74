using Outlay.Ingest.Formats;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.Aws.Cur;

/// <summary>AWS cost and usage reports: the legacy report and CUR 2.0, as CSV or Parquet, with all columns or a few.</summary>
internal sealed class CurFormat(ReferenceData reference) : IExportFormat
{
    private const string Details = """
        map_from_entries(list_filter([
          {'key': 'InstanceType', 'value': coalesce(product_instance_type, product['instance_type'])},
          {'key': 'CoreCount', 'value': regexp_extract(coalesce(product_vcpu, product['vcpu']), '^([0-9]+)$', 1)},
          {'key': 'MemorySize', 'value': regexp_extract(coalesce(product_memory, product['memory']), '^([0-9]+(\.[0-9]+)?) GiB', 1)},
          {'key': 'OperatingSystem', 'value': coalesce(product_operating_system, product['operating_system'])},
          {'key': 'StorageClass', 'value': coalesce(product_storage_class, product['storage_class'])}
        ], e -> e.value <> ''))
        """;

    private readonly MappingSql _mapping = MappingSql.Load(
        typeof(CurFormat),
        "cur",
        [("services", reference.Sql("aws-services")), ("sku_price_details", Details)]
    );

    public Result<Normalisation>? Plan(SourceShape shape, FormatOptions options)
    {
        var binding = NativeBinding.Of(shape, CurColumns.All);
        if (
            !binding.Has("line_item_usage_start_date")
            || !(binding.Has("line_item_product_code") || binding.Has("line_item_usage_type"))
        )
        {
            return null;
        }

        return Missing(Path.GetFileName(shape.Path), binding, options) is { } problem
            ? problem
            : Normalise(shape, binding, options);
    }

    private Normalisation Normalise(SourceShape shape, NativeBinding binding, FormatOptions options)
    {
        var dynamic = new CurDynamicColumns(binding);
        var currency = options.Currency is { } assumed
            ? $"coalesce(upper(line_item_currency_code), {SourceSql.Literal(assumed)})"
            : "upper(line_item_currency_code)";
        var extras = dynamic
            .Rest.Select(f => ($"x_{f.Name}", SourceSql.Name(CurDynamicColumns.Name(f))))
            .DistinctBy(f => f.Item1, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var (charges, totals, columns) = _mapping.Over(
            binding.Sql(dynamic.Native()),
            extras,
            [
                ("currency", currency),
                ("net", binding.Has("line_item_net_unblended_cost") ? "true" : "false"),
                .. PlanSql.Of(binding),
                ("tags", dynamic.Tags(binding)),
                ("cost_categories", dynamic.CostCategories()),
                ("source_file", SourceSql.Literal(Path.GetFileName(shape.Path))),
            ]
        );
        return new Normalisation
        {
            Format = shape.Fields.Any(f => f.Header.Contains('/', StringComparison.Ordinal))
                ? "AWS CUR"
                : "AWS CUR 2.0",
            Mapping = $"cur-{_mapping.Identity} {options.Currency}".Trim(),
            ChargesSql = charges,
            TotalsSql = totals,
            PeriodSql =
                $"coalesce({binding.Value("bill_billing_period_start_date")}, date_trunc('month', {binding.Value("line_item_usage_start_date")}))",
            ExtraColumns = columns,
            Checks = [.. Checks(binding, options), .. binding.FormChecks],
        };
    }

    private static IEnumerable<ValueCheck> Checks(NativeBinding binding, FormatOptions options)
    {
        yield return binding.Required("line_item_usage_start_date");
        if (options.Currency is null)
        {
            yield return binding.Required("line_item_currency_code");
        }
    }

    private static Problem? Missing(string file, NativeBinding binding, FormatOptions options)
    {
        if (
            !binding.Has("line_item_unblended_cost") && !binding.Has("line_item_net_unblended_cost")
        )
        {
            return Lacks(
                file,
                "line_item_unblended_cost",
                "Include it in the export; blended cost is an average over accounts and adds up to no bill."
            );
        }

        return binding.Has("line_item_currency_code") || options.Currency is not null
            ? null
            : Lacks(
                file,
                "line_item_currency_code",
                "Include it in the export, or say the currency (--currency USD)."
            );
    }

    private static Problem Lacks(string file, string column, string fix) =>
        new(
            ProblemKind.Invalid,
            $"{file} is an AWS cost and usage report without the column {column}.",
            fix,
            column
        );
}
