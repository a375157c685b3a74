using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Spend;

/// <summary>An amount that leads to the charges it is the sum of.</summary>
public sealed partial class NumberLink
{
    /// <summary>The amount; null when there is none.</summary>
    [Parameter, EditorRequired]
    public decimal? Amount { get; set; }

    /// <summary>Its currency.</summary>
    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    /// <summary>Its charges; null where no address can say them.</summary>
    [Parameter, EditorRequired]
    public string? Href { get; set; }
}
