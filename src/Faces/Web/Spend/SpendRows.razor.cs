using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Web.Components;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend;

/// <summary>The tables of a view as tabs.</summary>
public sealed partial class SpendRows
{
    /// <summary>The answers.</summary>
    [Parameter, EditorRequired]
    public SpendReport Report { get; set; } = null!;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private CostTable Table => Report.Table.Value;

    private bool Pages =>
        (View.Query.Top is null || View.Table == SpendTable.Resources)
        && Table.GroupCount > View.Query.PageSize;

    private string Count =>
        View.Table == SpendTable.Resources ? Counts.Of(Table.GroupCount, "resource")
        : View.Query.GroupBy.Count == 0 ? ""
        : Counts.Of(Table.GroupCount, "group");

    private IReadOnlyList<TabItem> Items =>
        [
            Item("Groups", SpendTable.Groups),
            Item("By date", SpendTable.Dates),
            Item("Resources", SpendTable.Resources),
        ];

    private TabItem Item(string text, SpendTable table) =>
        new(text, (View with { Table = table }).With(View.Query).Href, View.Table == table);

    private string PageHref(int page) =>
        (View with { Query = View.Query with { Page = page } }).Href;
}
