using Microsoft.AspNetCore.Components;
using Outlay.Query;

namespace Outlay.Web.Budgets;

/// <summary>One value of a dimension, or all.</summary>
public sealed partial class ScopeSelect
{
    /// <summary>Identity of the field.</summary>
    [Parameter, EditorRequired]
    public string Id { get; set; } = "";

    /// <summary>Name of the field.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    /// <summary>What people call the dimension.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>The values, heaviest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<DimensionValue> Values { get; set; } = [];

    /// <summary>The chosen value; null or empty for all.</summary>
    [Parameter]
    public string? Chosen { get; set; }
}
