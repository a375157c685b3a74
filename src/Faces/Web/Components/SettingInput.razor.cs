using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Components;

/// <summary>One setting as an input.</summary>
public sealed partial class SettingInput
{
    /// <summary>The setting.</summary>
    [Parameter, EditorRequired]
    public required SettingField Field { get; set; }

    /// <summary>What it holds; null for secrets.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Whether a secret is kept already.</summary>
    [Parameter]
    public bool IsKept { get; set; }

    /// <summary>Whether the choices made have no use for it.</summary>
    [Parameter]
    public bool IsIdle { get; set; }

    /// <summary>What is wrong with the form.</summary>
    [Parameter]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    private string Id => $"c-{Field.Name}";

    private string HintId => $"c-{Field.Name}-hint";

    private string Name => $"Form.Values[{Field.Name}]";

    private string? Invalid => Problems.Any(p => p.Field == Field.Name) ? "true" : null;
}
