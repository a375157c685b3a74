using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>Order of a sorted column.</summary>
public enum SortDirection
{
    /// <summary>Smallest first.</summary>
    Ascending,

    /// <summary>Largest first.</summary>
    Descending,
}

/// <summary>A column of a <see cref="DataTable{TRow}"/>; its content is the cell of a row.</summary>
public sealed class Column<TRow> : ComponentBase
{
    /// <summary>Head; with the unit where cells do not carry it: <c>Cost, USD</c>.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>Leaves the head to screen readers: for a column of buttons.</summary>
    [Parameter]
    public bool HideTitle { get; set; }

    /// <summary>The cell of a row.</summary>
    [Parameter]
    public RenderFragment<TRow>? ChildContent { get; set; }

    /// <summary>The cell in the total row.</summary>
    [Parameter]
    public RenderFragment? Foot { get; set; }

    /// <summary>Right-aligned figures.</summary>
    [Parameter]
    public bool Numeric { get; set; }

    /// <summary>Whether its cells name their row; true for one column, the first by habit.</summary>
    [Parameter]
    public bool RowHeader { get; set; }

    /// <summary>Address of the page sorted by this column (the other way round when it is already); null when it cannot be sorted.</summary>
    [Parameter]
    public string? SortHref { get; set; }

    /// <summary>Set on the column the rows are sorted by.</summary>
    [Parameter]
    public SortDirection? Sorted { get; set; }

    /// <summary>What the column means, on hover.</summary>
    [Parameter]
    public string? HeaderTitle { get; set; }

    /// <summary>More classes of its cells: <c>mono</c>, <c>grow</c>, <c>clip</c>.</summary>
    [Parameter]
    public string? Class { get; set; }

    [CascadingParameter]
    private DataTable<TRow>? Table { get; set; }

    internal string? CellClass =>
        (Numeric, Class) switch
        {
            (false, _) => Class,
            (true, null) => "num",
            (true, _) => "num " + Class,
        };

    internal string? AriaSort =>
        Sorted switch
        {
            SortDirection.Ascending => "ascending",
            SortDirection.Descending => "descending",
            _ => null,
        };

    /// <inheritdoc/>
    protected override void OnParametersSet() =>
        (Table ?? throw new InvalidOperationException("A column stands inside a table.")).Add(this);
}
