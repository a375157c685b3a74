using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>A row of <see cref="KpiCard"/>s that wraps.</summary>
public sealed partial class KpiStrip
{
    /// <summary>Names the group for screen readers.</summary>
    [Parameter]
    public string Label { get; set; } = "Key figures";

    /// <summary>The cards.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
