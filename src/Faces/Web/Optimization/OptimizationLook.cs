using System.Globalization;
using Outlay.Kernel;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Scans;
using Outlay.Query;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Spend;

namespace Outlay.Web.Optimization;

/// <summary>A tab of Optimization.</summary>
/// <param name="Word">Last part of its address.</param>
/// <param name="Title">What people read.</param>
/// <param name="Category">What it shows.</param>
public sealed record OptimizationTab(string Word, string Title, Category Category);

/// <summary>How recommendations and scans are worded.</summary>
public static class OptimizationLook
{
    /// <summary>Address of the page.</summary>
    public const string Path = "/optimization";

    /// <summary>Address of the scans.</summary>
    public const string Scans = Path + "/scans";

    /// <summary>Address of the rules.</summary>
    public const string Rules = Path + "/rules";

    /// <summary>Address of the prices.</summary>
    public const string Prices = Path + "/prices";

    /// <summary>Address of what was saved.</summary>
    public const string Ledger = Path + "/ledger";

    /// <summary>The tabs by category.</summary>
    public static IReadOnlyList<OptimizationTab> Tabs { get; } =
    [
        new("compute", "Compute", Category.Compute),
        new("containers", "Containers", Category.Containers),
        new("serverless", "Serverless", Category.Serverless),
        new("commitment", "Commitment", Category.Commitment),
        new("storage-network", "Storage & Network", Category.StorageAndNetwork),
        new("databases", "Databases", Category.Databases),
    ];

    /// <summary>The rules that there are, by id.</summary>
    public static IReadOnlyDictionary<string, RuleInfo> RulesById { get; } =
        RuleBook.All.ToDictionary(r => r.Id, StringComparer.Ordinal);

    /// <summary>Name of a rule.</summary>
    public static string RuleTitle(string id) =>
        RulesById.TryGetValue(id, out var rule) ? rule.Title : id;

    /// <summary>An amount a month, as in tables.</summary>
    public static string Amount(decimal amount, string currency) =>
        Currency.TryParse(currency, out var known)
            ? Amounts.Exact(amount, known)
            : string.Create(CultureInfo.InvariantCulture, $"{amount:#,##0.00} {currency}");

    /// <summary>An amount, short.</summary>
    public static string Short(decimal amount, string currency) =>
        Currency.TryParse(currency, out var known)
            ? Amounts.Short(amount, known)
            : Amount(amount, currency);

    /// <summary>An amount with every digit.</summary>
    public static string Full(decimal amount, string currency) =>
        Currency.TryParse(currency, out var known)
            ? Amounts.Full(amount, known)
            : Amount(amount, currency);

    /// <summary>Words of a state.</summary>
    public static string Words(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.State switch
        {
            FindingState.Snoozed => $"Until {Dates.Day(finding.Until!.Value)}",
            FindingState.Planned when finding.Until is { } day => $"Planned, {Dates.Day(day)}",
            _ => finding.State.ToString(),
        };
    }

    /// <summary>Colour of a state.</summary>
    public static Tone ToneOf(FindingState state) =>
        state switch
        {
            FindingState.Planned => Tone.Info,
            FindingState.Done => Tone.Good,
            _ => Tone.Plain,
        };

    /// <summary>Words of a risk.</summary>
    public static string Risk(int risk) =>
        risk switch
        {
            0 => "None",
            1 => "Low",
            2 => "Medium",
            3 => "High",
            _ => "Very high",
        };

    /// <summary>Words of an effort.</summary>
    public static string Words(Effort effort) =>
        effort switch
        {
            Effort.VeryLow => "Very low",
            Effort.VeryHigh => "Very high",
            _ => effort.ToString(),
        };

    /// <summary>Words of where prices come from.</summary>
    public static string Words(PriceSource source) =>
        source switch
        {
            PriceSource.Bill => "your own bill of this resource",
            PriceSource.BillDerived => "your own bill of the like, scaled",
            PriceSource.DiscountedList => "list prices with your discount",
            PriceSource.PriceList => "your price lists",
            _ => "list prices",
        };

    /// <summary>A share in whole percent.</summary>
    public static string Percent(decimal share) =>
        share.ToString("0%", CultureInfo.InvariantCulture);

    /// <summary>A share in whole percent.</summary>
    public static string Percent(double share) =>
        share.ToString("0%", CultureInfo.InvariantCulture);

    /// <summary>Words and colour of a verdict.</summary>
    public static (string Words, Tone Tone) Of(SavingVerdict verdict) =>
        verdict switch
        {
            SavingVerdict.Confirmed => ("Confirmed", Tone.Good),
            SavingVerdict.Partly => ("Partly", Tone.Warn),
            SavingVerdict.Reverted => ("Reverted", Tone.Bad),
            SavingVerdict.Unmeasurable => ("Cannot be measured", Tone.Plain),
            _ => ("Waiting for days", Tone.Info),
        };

    /// <summary>Words and colour of a scan.</summary>
    public static (string Words, Tone Tone) Of(Scan? scan) =>
        scan switch
        {
            null => ("Not scanned yet", Tone.Plain),
            { State: ScanState.Queued } => ("Waiting", Tone.Info),
            { State: ScanState.Running } => (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Running, {Math.Floor(scan.Progress * 100):0}%"
                ),
                Tone.Info
            ),
            { State: ScanState.Succeeded } => ("Complete", Tone.Good),
            { State: ScanState.Partial } => (
                $"{Counts.Of(scan.Detail.Gaps.Count, "gap")}",
                Tone.Warn
            ),
            { State: ScanState.Failed } => ("Failed", Tone.Bad),
            _ => (scan.State.ToString(), Tone.Plain),
        };

    /// <summary>How often, in words.</summary>
    public static string Every(int hours) =>
        hours switch
        {
            0 => "only when asked",
            1 => "every hour",
            24 => "once a day",
            168 => "once a week",
            _ => $"every {Counts.Number(hours)} hours",
        };

    /// <summary>Parameters of Spend that show what a tab is about, resource by resource and day by day.</summary>
    public static IReadOnlyList<(string Name, string Value)>? SpendOf(Category category) =>
        category switch
        {
            Category.Compute => By("ServiceSubcategory=Virtual Machines"),
            Category.Containers => By("ServiceSubcategory=Containers"),
            Category.Serverless => By("ServiceSubcategory=Serverless Compute"),
            Category.Databases => By("ServiceCategory=Databases"),
            Category.StorageAndNetwork => By("ServiceCategory=Storage|Networking"),
            _ => null,
        };

    private static (string, string)[] By(string filter) =>
        [("filter", filter), ("groupBy", "ResourceName"), ("grain", "day")];

    /// <summary>The charges of the resource in Spend; null when the bill does not name it.</summary>
    public static string? SpendHref(Subject subject, DateRange? days)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.BillId is not { } bill)
        {
            return null;
        }

        var query = new CostQuery
        {
            Filter = CostFilter.All.And(
                new(new Dimension("ResourceId"), FilterOperator.Is, [bill])
            ),
            GroupBy = [new Dimension("SkuMeter")],
        };
        return new SpendView(
            days is { } range ? query with { Period = Period.Of(range) } : query
        ).Href;
    }
}
