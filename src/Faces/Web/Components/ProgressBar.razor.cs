using Microsoft.AspNetCore.Components;

namespace Outlay.Web.Components;

/// <summary>How far something is.</summary>
public sealed partial class ProgressBar
{
    /// <summary>What progresses.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>0 to 1.</summary>
    [Parameter, EditorRequired]
    public double Value { get; set; }

    /// <summary>Name under which a polling script updates it; null for none.</summary>
    [Parameter]
    public string? Live { get; set; }

    private int Percent => (int)Math.Clamp(Math.Floor(Value * 100), 0, 100);
}
