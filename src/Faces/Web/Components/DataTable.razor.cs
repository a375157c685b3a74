using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>
/// A table of rows with <see cref="Column{TRow}"/>s as its content. It scrolls in its own focusable box; the head is sticky, the
/// first column too on narrow screens; a total row is pinned at the foot when a column has a <see cref="Column{TRow}.Foot"/>.
/// </summary>
public sealed partial class DataTable<TRow>
{
    /// <summary>What the table holds; read out, not drawn: the card's title is.</summary>
    [Parameter, EditorRequired]
    public string Caption { get; set; } = "";

    /// <summary>The rows of this page.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<TRow> Rows { get; set; } = [];

    /// <summary>The columns.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Shown instead of rows when there are none.</summary>
    [Parameter]
    public RenderFragment? Empty { get; set; }

    /// <summary>Rows in all when this is one page of them.</summary>
    [Parameter]
    public int? RowCount { get; set; }

    /// <summary>Class of a row; null for none.</summary>
    [Parameter]
    public Func<TRow, string?>? RowClass { get; set; }

    /// <summary>Limits the height to most of the window, so that head and foot stay in sight.</summary>
    [Parameter]
    public bool Bounded { get; set; }

    /// <summary>More classes: <c>compact</c>, <c>wrap</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    private List<Column<TRow>> Columns { get; } = [];

    internal void Add(Column<TRow> column) => Columns.Add(column);
}
