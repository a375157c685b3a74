using Outlay.Focus;
using Outlay.Ingest.Formats;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>The lake's columns from those a file has: as they are, by their successors, or by what stands in for them.</summary>
internal sealed class FocusValues(FocusSource source, string? currency)
{
    private readonly string _billed = source.Exact("BilledCost");

    /// <summary>Start of the billing period.</summary>
    public string Period { get; } =
        Coalesce(
            source.Has("BillingPeriodStart") ? source.Instant("BillingPeriodStart") : null,
            source.Has("ChargePeriodStart")
                ? $"date_trunc('month', {source.Instant("ChargePeriodStart")})"
                : null
        );

    /// <summary>Expression of a lake column.</summary>
    public string Lake(FocusColumn column) => Derived(column.Name) ?? AsItIs(column);

    /// <summary>SELECT of what control totals are made of.</summary>
    public string Totals() =>
        $"""
            SELECT {Period} AS period, {Currency()} AS currency, {source.Text(
                "BillingAccountId"
            )} AS account, {Seller()} AS seller,
              1 AS charges, {_billed} AS billed, {Effective()} AS effective, CAST(NULL AS VARCHAR) AS part{Day()}
            FROM source
            """;

    private string Day() =>
        source.Repairs is { MayComeTwice: true } && source.Has("ChargePeriodStart")
            ? $", {source.Instant("ChargePeriodStart")} AS day"
            : "";

    private string AsItIs(FocusColumn column) =>
        column.Type switch
        {
            FocusType.String => source.Text(column.Name),
            FocusType.Decimal => source.Exact(column.Name),
            FocusType.DateTime => source.Instant(column.Name),
            FocusType.KeyValue => source.Map(column.Name),
            FocusType.Json => source.Json(column.Name),
            _ => throw new InvalidOperationException($"{column.Type} has no place in the lake."),
        };

    private string? Derived(string name) =>
        name switch
        {
            "BillingCurrency" => Currency(),
            "BillingPeriodStart" => Period,
            "BillingPeriodEnd" => Coalesce(
                source.Has(name) ? source.Instant(name) : null,
                $"date_trunc('month', {Period}) + INTERVAL 1 MONTH"
            ),
            "ChargePeriodStart" => Coalesce(
                source.Has(name) ? source.Instant(name) : null,
                source.Has("BillingPeriodStart") ? source.Instant("BillingPeriodStart") : null
            ),
            "EffectiveCost" => Effective(),
            "ContractedCost" => Contracted(),
            "ListCost" => Coalesce(source.Has(name) ? source.Exact(name) : null, Contracted()),
            "ServiceProviderName" => Providers.Service(source),
            "HostProviderName" => Providers.Host(source),
            "RegionName" when !source.Has(name) => OldRegion(),
            _ => null,
        };

    // Until 1.0 one column held what is now id and name.
    private string? OldRegion() =>
        source.Header("RegionId") is { } header
        && header.Trim().Equals("Region", StringComparison.OrdinalIgnoreCase)
            ? source.Text("RegionId")
            : null;

    private string Effective() =>
        Coalesce(source.Has("EffectiveCost") ? source.Exact("EffectiveCost") : null, _billed);

    private string Contracted() =>
        Coalesce(source.Has("ContractedCost") ? source.Exact("ContractedCost") : null, Effective());

    private string Currency() =>
        Coalesce(
            source.Has("BillingCurrency") ? $"upper(trim({source.Text("BillingCurrency")}))" : null,
            currency is null ? null : SourceSql.Literal(currency)
        );

    private string Seller() =>
        Coalesce([
            .. (
                (string[])
                    ["HostProviderName", "ProviderName", "InvoiceIssuerName", "ServiceProviderName"]
            )
                .Where(source.Has)
                .Select(source.Text),
            SourceValue.NullOf("VARCHAR"),
        ]);

    private static string Coalesce(params IReadOnlyList<string?> choices)
    {
        var given = choices.OfType<string>().ToList();
        return given is [var only] ? only : $"coalesce({string.Join(", ", given)})";
    }
}
