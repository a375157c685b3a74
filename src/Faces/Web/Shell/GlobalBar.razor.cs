using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Web.Formatting;

namespace Outlay.Web.Shell;

/// <summary>Period, cost metric and currency of the page, as links and GET forms over its URL; data time, help and theme.</summary>
public sealed partial class GlobalBar
{
    private static readonly string[] PeriodNames = ["period", "from", "to", "page"];
    private static readonly string[] SelectNames = ["metric", "currency", "convert", "page"];

    private static readonly (PeriodPreset Preset, string Name, string Word)[] Presets =
    [
        (PeriodPreset.MonthToDate, "Month to date", "mtd"),
        (PeriodPreset.LastMonth, "Last month", "last-month"),
        (PeriodPreset.Last7Days, "Last 7 days", "7d"),
        (PeriodPreset.Last30Days, "Last 30 days", "30d"),
        (PeriodPreset.Last90Days, "Last 90 days", "90d"),
        (PeriodPreset.Last3Months, "Last 3 months", "3m"),
        (PeriodPreset.Last6Months, "Last 6 months", "6m"),
        (PeriodPreset.Last12Months, "Last 12 months", "12m"),
        (PeriodPreset.QuarterToDate, "Quarter to date", "qtd"),
        (PeriodPreset.YearToDate, "Year to date", "ytd"),
    ];

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private Appearance Look { get; set; } = null!;

    private bool ShowsCost => Navigation.Items.Any(i => i.ShowsCost && i.Holds(Context.Path));

    private string? Fresh =>
        Context.Facts.LastUsageDay is { } day ? $"Data through {Dates.Day(day)}" : null;

    /// <summary>A metric as people call it.</summary>
    public static string MetricName(CostMetric metric) =>
        metric switch
        {
            CostMetric.Billed => "Billed cost",
            CostMetric.Effective => "Effective cost",
            CostMetric.Contracted => "Contracted cost",
            CostMetric.List => "List cost",
            _ => metric.ToString(),
        };

    private static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IEnumerable<KeyValuePair<string, string>> Kept(string[] replaced) =>
        Context.Parameters.Where(p => !replaced.Contains(p.Key, StringComparer.OrdinalIgnoreCase));
}
