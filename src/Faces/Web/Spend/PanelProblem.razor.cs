using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Spend;

/// <summary>What kept one panel from being shown; the others stand.</summary>
public sealed partial class PanelProblem
{
    /// <summary>What happened and what helps.</summary>
    [Parameter, EditorRequired]
    public Problem Problem { get; set; } = null!;

    /// <summary>Address of the page as it is.</summary>
    [Parameter, EditorRequired]
    public string Retry { get; set; } = "";
}
