using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>The form over the view: split, steps of time, comparison, number of rows, charge categories.</summary>
public sealed partial class SpendFilterBar
{
    private static readonly string[] Fields =
    [
        "groupBy",
        "grain",
        "compare",
        "top",
        "exclude",
        "page",
    ];
    private static readonly int[] Tops = [5, 10, 20, 50];

    private static readonly (TimeGrain Grain, string Text)[] Grains =
    [
        (TimeGrain.Hour, "Hours"),
        (TimeGrain.Day, "Days"),
        (TimeGrain.Week, "Weeks"),
        (TimeGrain.Month, "Months"),
        (TimeGrain.Quarter, "Quarters"),
        (TimeGrain.Year, "Years"),
        (TimeGrain.None, "None"),
    ];

    private static readonly (ChargeSwitches Charges, string Word, string Text)[] Switches =
    [
        (ChargeSwitches.Tax, "tax", "Tax"),
        (ChargeSwitches.Credits, "credits", "Credits"),
        (ChargeSwitches.Purchases, "purchases", "Purchases"),
    ];

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    private ComparisonKind Compare => View.Query.Compare.Kind;

    private IEnumerable<KeyValuePair<string, string>> Kept =>
        View.Parameters.Where(p => !Fields.Contains(p.Key, StringComparer.OrdinalIgnoreCase));

    private string EditHref => FilterEditor.Open(View, new Dimension("HostProviderName"));

    private static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
