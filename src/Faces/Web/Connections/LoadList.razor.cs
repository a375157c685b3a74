using Microsoft.AspNetCore.Components;
using Outlay.Lake;

namespace Outlay.Web.Connections;

/// <summary>The published loads, newest period first.</summary>
public sealed partial class LoadList
{
    private const int PageSize = 50;

    /// <summary>All published loads.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Load> Loads { get; set; } = [];

    /// <summary>Page shown, from 1.</summary>
    [Parameter]
    public int Page { get; set; } = 1;

    private List<Load> Shown => [.. Loads.Skip((Page - 1) * PageSize).Take(PageSize)];

    /// <inheritdoc/>
    protected override void OnParametersSet() =>
        Page = Math.Clamp(Page, 1, Math.Max(1, (Loads.Count + PageSize - 1) / PageSize));
}
