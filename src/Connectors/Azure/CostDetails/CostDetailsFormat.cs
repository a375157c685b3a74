using System.Text.RegularExpressions;
using Outlay.Ingest.Formats;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.Azure.CostDetails;

/// <summary>
/// Azure cost details, actual or amortised, of every agreement. Which of the two a file is shows in its rows; beside an amortised
/// export an actual one is read for what was bought alone.
/// </summary>
internal sealed partial class CostDetailsFormat(ReferenceData reference) : IExportFormat
{
    private const string Amortised = "amortised";

    private readonly MappingSql _mapping = MappingSql.Load(
        typeof(CostDetailsFormat),
        "cost-details",
        [
            ("regions", reference.Sql("azure-regions")),
            ("services", reference.Sql("azure-services")),
            ("left", "{"),
            ("right", "}"),
        ]
    );

    public Result<Normalisation>? Plan(SourceShape shape, FormatOptions options)
    {
        var english = shape with { Fields = [.. shape.Fields.Select(InEnglish)] };
        var binding = NativeBinding.Of(english, CostDetailsColumns.All);
        if (
            !binding.HasAll("cost", "day")
            || !(binding.Has("meter_category") || binding.Has("meter_id"))
        )
        {
            return null;
        }

        if (!binding.Has("billing_currency") && options.Currency is null)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{Path.GetFileName(shape.Path)} is an Azure cost export without a currency.",
                "Include BillingCurrency in the export, or say the currency (--currency USD).",
                "BillingCurrency"
            );
        }

        var alone = Normalise(english, binding, options, besideAmortised: false);
        return alone with
        {
            Beside = new Dictionary<string, Normalisation>(StringComparer.Ordinal)
            {
                [Amortised] = Normalise(english, binding, options, besideAmortised: true),
            },
        };
    }

    private Normalisation Normalise(
        SourceShape shape,
        NativeBinding binding,
        FormatOptions options,
        bool besideAmortised
    )
    {
        var isMca = binding.Has("exchange_rate") || binding.Has("product_id");
        var assumed = options.Currency is { } code ? SourceSql.Literal(code) : "NULL";
        var extras = binding
            .Unbound.Select(f => ($"x_{f.Name}", SourceSql.Name($"own_{f.Name}")))
            .DistinctBy(f => f.Item1, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var (charges, totals, columns) = _mapping.Over(
            binding.Sql(binding.Unbound.Select(f => ($"own_{f.Name}", SourceValue.Text(f)))),
            extras,
            [
                ("period", "date_trunc('month', coalesce(billing_period_start, day))"),
                ("currency", $"coalesce(upper(billing_currency), {assumed})"),
                ("mca", isMca ? "true" : "false"),
                ("rate", isMca ? "coalesce(CAST(exchange_rate AS DECIMAL(18, 9)), 1)" : "1"),
                ("kept", besideAmortised ? "is_bought" : "true"),
                ("alone", besideAmortised ? "false" : "true"),
                ("source_file", SourceSql.Literal(Path.GetFileName(shape.Path))),
            ]
        );
        var beside = besideAmortised ? " beside amortised" : "";
        return new Normalisation
        {
            Format = "Azure cost details",
            Mapping = $"azure-{_mapping.Identity}{beside} {options.Currency}".Trim(),
            ChargesSql = charges,
            TotalsSql = totals,
            PeriodSql =
                $"date_trunc('month', coalesce({binding.Value("billing_period_start")}, {binding.Value("day")}))",
            ExtraColumns = columns,
            Checks = [binding.Required("day"), binding.Required("cost"), .. binding.FormChecks],
        };
    }

    // Portals in other languages write their own word and the English one behind it in brackets.
    private static SourceField InEnglish(SourceField field)
    {
        var bracketed = Bracketed().Match(field.Header.Trim('\ufeff', ' '));
        return bracketed.Success ? field with { Header = bracketed.Groups["name"].Value } : field;
    }

    [GeneratedRegex(@"\((?<name>[A-Za-z]+)\)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();
}
