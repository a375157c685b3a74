using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>The numbers of a drawing as a table, folded away.</summary>
public sealed partial class DetailsTable
{
    /// <summary>Words of the fold.</summary>
    [Parameter]
    public string Label { get; set; } = "View as table";

    /// <summary>A table.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
