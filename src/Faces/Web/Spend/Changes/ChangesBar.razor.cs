using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend.Changes;

/// <summary>The form over what changed: with which period, by what, and the filters in force.</summary>
public sealed partial class ChangesBar
{
    private static readonly string[] Fields = ["groupBy", "compare", "exclude", "page"];

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

    private IEnumerable<KeyValuePair<string, string>> Kept =>
        View.Parameters.Where(p => !Fields.Contains(p.Key, StringComparer.OrdinalIgnoreCase));

    private string Cleared =>
        ChangesLook.Href(View.With(View.Query with { Filter = CostFilter.All }));

    private IReadOnlyList<FilterChip> Chips(int set) =>
        FilterWords.Chips(View, set, ChangesLook.Href);

    private static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
