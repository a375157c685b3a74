using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>Which rows are shown of how many, and links to the pages beside.</summary>
public sealed partial class Pager
{
    /// <summary>Page shown, from 1.</summary>
    [Parameter, EditorRequired]
    public int Page { get; set; }

    /// <summary>Rows a page.</summary>
    [Parameter, EditorRequired]
    public int PageSize { get; set; }

    /// <summary>Rows in all.</summary>
    [Parameter, EditorRequired]
    public long Total { get; set; }

    /// <summary>Address of a page.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> Href { get; set; } = _ => "";

    /// <summary>Names the navigation for screen readers.</summary>
    [Parameter]
    public string Label { get; set; } = "Result pages";

    private int Pages => (int)((Total + PageSize - 1) / PageSize);

    private long First => ((long)(Page - 1) * PageSize) + 1;

    private long Last => Math.Min((long)Page * PageSize, Total);
}
