using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Web.Spend;

/// <summary>What the same question comes to in the currencies that are not shown.</summary>
public sealed partial class OtherCurrencies
{
    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public CostTable Table { get; set; } = null!;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private string In(Currency currency) => View.With(View.Query with { Currency = currency }).Href;
}
