using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Components;

/// <summary>What is wrong with one field, under it.</summary>
public sealed partial class FieldProblem
{
    /// <summary>What is wrong with the form.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>The field.</summary>
    [Parameter, EditorRequired]
    public string Field { get; set; } = "";
}
