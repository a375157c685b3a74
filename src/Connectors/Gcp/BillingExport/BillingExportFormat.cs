using Outlay.Ingest.Formats;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.Gcp.BillingExport;

/// <summary>Google Cloud's billing export, standard or detailed, as JSON, Parquet or a flattened table.</summary>
internal sealed class BillingExportFormat(ReferenceData reference) : IExportFormat
{
    // Dumps made with Python write lists its way; one credit may stand there without its list.
    private const string CreditList = """
        list_filter(from_json(CASE
          WHEN credits IS NULL THEN '[]'
          WHEN json_valid(credits) AND json_type(credits) = 'ARRAY' THEN credits
          WHEN json_valid(credits) AND json_type(credits) = 'OBJECT' THEN '[' || credits || ']'
          WHEN json_valid(replace(replace(credits, '''', '"'), 'None', 'null')) THEN replace(replace(credits, '''', '"'), 'None', 'null')
          ELSE error('not a map: ' || credits) END, '["JSON"]'), c -> (c ->> '$.amount') IS NOT NULL)
        """;

    private const string Credited =
        $"coalesce(list_sum(list_transform({CreditList}, c -> CAST(c ->> '$.amount' AS DECIMAL(38, 18)))), 0)";

    private readonly MappingSql _mapping = MappingSql.Load(
        typeof(BillingExportFormat),
        "billing-export",
        [
            ("commitments", CommitmentSql.Of(CreditList, Credited)),
            .. CommitmentSql.Pieces,
            ("services", reference.Sql("gcp-services")),
            ("tags", Tags()),
        ]
    );

    public Result<Normalisation>? Plan(SourceShape shape, FormatOptions options)
    {
        var binding = NativeBinding.Of(shape, BillingExportColumns.All);
        if (
            !binding.HasAll("cost", "usage_start_time")
            || !(binding.Has("sku") || binding.Has("sku_id") || binding.Has("sku_description"))
            || !(
                binding.Has("service")
                || binding.Has("service_id")
                || binding.Has("service_description")
            )
        )
        {
            return null;
        }

        if (!binding.Has("currency") && options.Currency is null)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{Path.GetFileName(shape.Path)} is a Google Cloud billing export without a currency.",
                "Export the column currency too, or say the currency (--currency USD).",
                "currency"
            );
        }

        return Normalise(shape, binding, options);
    }

    private Normalisation Normalise(SourceShape shape, NativeBinding binding, FormatOptions options)
    {
        var assumed = options.Currency is { } code ? SourceSql.Literal(code) : "NULL";
        var (charges, totals, columns) = _mapping.Over(
            binding.Sql(),
            [],
            [
                ("currency", $"coalesce(upper(currency), {assumed})"),
                ("source_file", SourceSql.Literal(Path.GetFileName(shape.Path))),
            ]
        );
        var month =
            $"coalesce({binding.Value("invoice_month")}, json_extract_string({binding.Value("invoice")}, '$.month'))";
        return new Normalisation
        {
            Format = "Google Cloud billing export",
            Mapping = $"gcp-{_mapping.Identity} {options.Currency}".Trim(),
            ChargesSql = charges,
            TotalsSql = totals,
            PeriodSql =
                $"coalesce(CAST(try_strptime({month}, '%Y%m') AS TIMESTAMP), date_trunc('month', {binding.Value("usage_start_time")}))",
            ExtraColumns = columns,
            Checks =
            [
                binding.Required("usage_start_time"),
                binding.Required("cost"),
                .. binding.FormChecks,
            ],
        };
    }

    // A resource's own labels by their keys; those of its project, tags and what Google adds under names of their own.
    private static string Tags()
    {
        var lists = new[]
        {
            Entries("labels", ""),
            Entries("json_extract(project, '$.labels')", "project/"),
            Entries("tags", "tag/"),
            Entries("system_labels", "system/"),
        };
        var all = lists.Aggregate((left, right) => $"list_concat({left}, {right})");
        return $"CASE WHEN len({all}) > 0 THEN to_map(CAST(to_json({all}) AS VARCHAR)) END";
    }

    private static string Entries(string json, string prefix) =>
        $$"""
            coalesce(list_transform(
              list_filter(from_json(CASE WHEN json_valid({{json}}) AND json_type({{json}}) = 'ARRAY' THEN {{json}} END, '["JSON"]'), e -> (e ->> '$.key') IS NOT NULL),
              e -> {'key': '{{prefix}}' || (e ->> '$.key'), 'value': coalesce(e ->> '$.value', '')}), [])
            """;
}
