using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Optimization;

/// <summary>The fields by which a person decides of recommendations.</summary>
public sealed partial class DecisionFields
{
    /// <summary>Begins the ids of the fields, so that two sets of them can stand on a page.</summary>
    [Parameter, EditorRequired]
    public string Prefix { get; set; } = "";

    /// <summary>What is decided of.</summary>
    [Parameter, EditorRequired]
    public string Words { get; set; } = "";

    /// <summary>What was wrong with the last decision.</summary>
    [Parameter]
    public Problem? Wrong { get; set; }
}
