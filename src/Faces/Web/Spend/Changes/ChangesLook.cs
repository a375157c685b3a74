using System.Globalization;
using Outlay.Anomalies.Changes;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Web.Charts;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend.Changes;

/// <summary>Changes as words, steps and links.</summary>
internal static class ChangesLook
{
    public const string Path = "/spend/changes";
    public const string Csv = "/spend/changes.csv";

    /// <summary>Less than half a cent shows as nothing.</summary>
    public const decimal Visible = 0.005m;

    private const int Figures = 4;

    /// <summary>Address of what changed in a view.</summary>
    public static string Href(SpendView view) =>
        Compared(view with { Table = SpendTable.Groups, Chart = ChartKind.Bars }).HrefOf(Path);

    /// <summary>The view with a comparison, from its first page on.</summary>
    public static SpendView Compared(SpendView view) =>
        view.With(
            view.Query with
            {
                Compare =
                    view.Query.Compare.Kind == ComparisonKind.None
                        ? Comparison.Prior
                        : view.Query.Compare,
                Sort = CostSort.Default,
                Top = null,
                Grain = new CostQuery().Grain,
            }
        );

    /// <summary>From the earlier cost over each cause to the later cost.</summary>
    public static IReadOnlyList<FallStep> Steps(CurrencyChange change, ChangeReport report) =>
        [
            new(Dates.Range(report.PriorRange), change.Whole.Before, IsWhole: true),
            .. ChangeCause
                .All.Select(c => new FallStep(c.Name, c.Of(change.Whole.Parts))
                {
                    Meaning = c.Meaning,
                })
                .Where(s => Math.Abs(s.Amount) >= Visible),
            new(Dates.Range(report.Range), change.Whole.After, IsWhole: true),
        ];

    /// <summary>The causes that have a part to be seen anywhere; what a bill's own rounding leaves is in the sums all the same.</summary>
    public static IReadOnlyList<ChangeCause> Causes(CurrencyChange change) =>
        [.. ChangeCause.All.Where(c => change.Groups.Any(g => Math.Abs(c.Of(g.Parts)) >= Visible))];

    /// <summary>What changed inside a group, split one dimension deeper; null where nothing is deeper.</summary>
    public static string? Inside(SpendView view, ChangedGroup group)
    {
        if (group.IsRest || group.Keys.Count == 0)
        {
            return null;
        }

        var filter = ChargesBehind.With(view.Query.Filter, view.Query.GroupBy, group.Keys);
        return Next(view.Query.GroupBy[^1], filter) is { } next
            ? Href(view.With(view.Query with { Filter = filter, GroupBy = [next] }))
            : null;
    }

    /// <summary>The charges of a group in one of the periods; null for the lines that are explained as one.</summary>
    public static string? Charges(
        ChangeReport report,
        CurrencyChange change,
        ChangedGroup group,
        DateRange range
    ) =>
        group.IsRest
            ? null
            : QueryAddress.Charges(
                Scope(report, change.Currency, range) with
                {
                    Filter = ChargesBehind.With(
                        report.Query.Filter,
                        report.Query.GroupBy,
                        group.Keys
                    ),
                }
            );

    /// <summary>All charges of one of the periods.</summary>
    public static string All(ChangeReport report, CurrencyChange change, DateRange range) =>
        QueryAddress.Charges(Scope(report, change.Currency, range));

    /// <summary>The charges of a SKU in one of the periods.</summary>
    public static string? Charges(ChangedSku sku, DateRange range) =>
        sku.Charges is { } charges
            ? QueryAddress.Charges(charges with { Period = Period.Of(range) })
            : null;

    public static string Name(IReadOnlyList<Dimension> dimensions, ChangedGroup group) =>
        group.IsRest ? "Smallest SKUs, summed"
        : group.Keys.Count == 0 ? "Everything"
        : string.Join(" · ", dimensions.Zip(group.Keys, (d, key) => key ?? FilterWords.Missing(d)));

    public static string Name(ChangedSku sku) =>
        sku.Charges is null
            ? "Smallest SKUs, summed"
            : sku.Meter ?? sku.Sku ?? (sku.Kind == ChargeKind.Usage ? "No SKU" : Kind(sku.Kind));

    public static string Kind(ChargeKind kind) =>
        kind switch
        {
            ChargeKind.Commitment => "Commitment fees",
            ChargeKind.OneOff => "One-off",
            _ => kind.ToString(),
        };

    /// <summary>A quantity in four figures.</summary>
    public static string Quantity(decimal? quantity)
    {
        if (quantity is not { } value)
        {
            return "–";
        }

        var size = Math.Abs(value);
        return size switch
        {
            >= 1_000_000_000 => (value / 1_000_000_000).ToString(
                "#,##0.##",
                CultureInfo.InvariantCulture
            ) + "B",
            >= 1_000_000 => (value / 1_000_000).ToString("0.##", CultureInfo.InvariantCulture)
                + "M",
            >= 100 => value.ToString("#,##0", CultureInfo.InvariantCulture),
            _ => Rounded(value),
        };
    }

    /// <summary>The negotiated price of a unit; a dash where none is billed.</summary>
    public static string Price(PeriodAmounts amounts) =>
        amounts.Quantity is > 0 and var quantity ? Rounded(amounts.ContractedCost / quantity) : "–";

    private static string Rounded(decimal value)
    {
        var digits = Figures - 1;
        for (var size = Math.Abs(value); size is > 0 and < 1 && digits < 12; size *= 10, digits++)
        { }

        return Math.Round(value, digits)
            .ToString("#,##0.############", CultureInfo.InvariantCulture);
    }

    private static Dimension? Next(Dimension dimension, CostFilter filter) =>
        dimension.Key switch
        {
            // Deeper than the SKU everything is new or gone; its own table says the rest.
            "SkuMeter" or "SkuId" or "ResourceType" => null,
            "ServiceName" => new("SkuMeter"),
            _ => Dimensions.NextDrill(dimension, filter),
        };

    private static CostQuery Scope(ChangeReport report, Currency currency, DateRange range) =>
        new()
        {
            Period = Period.Of(range),
            Metric = report.Query.Metric,
            Currency = currency,
            Convert = report.Query.Convert,
            Filter = report.Query.Filter,
            Exclude = report.Query.Exclude,
            Grain = TimeGrain.None,
        };
}
