using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend;

/// <summary>One key of a row; a click filters by it and splits one dimension deeper, at the end it opens the charges.</summary>
public sealed partial class GroupKey
{
    /// <summary>The row.</summary>
    [Parameter, EditorRequired]
    public CostRow Row { get; set; } = null!;

    /// <summary>Which of its keys.</summary>
    [Parameter, EditorRequired]
    public int Key { get; set; }

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    /// <summary>The answer the row belongs to.</summary>
    [Parameter, EditorRequired]
    public CostTable Table { get; set; } = null!;

    private string? Value => Row.Keys[Key];

    private string Text => Value ?? FilterWords.Missing(View.Query.GroupBy[Key]);

    private string OtherText => $"Other ({Counts.Of(Row.OtherGroups, "group")})";

    private string? Href => RowLinks.Into(View, Row, Key) ?? RowLinks.Charges(Table, Row);
}
