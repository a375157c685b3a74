using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Components;

/// <summary>An amount with every digit in its title; a dash that is read as "no data" when null.</summary>
public sealed partial class MoneyText
{
    /// <summary>The amount; null when there is none.</summary>
    [Parameter, EditorRequired]
    public decimal? Amount { get; set; }

    /// <summary>Its currency.</summary>
    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    /// <summary>Three to four figures with k, M, B instead of all of them.</summary>
    [Parameter]
    public bool Short { get; set; }
}
