using Microsoft.AspNetCore.Components;
using Outlay.Alerts;
using Outlay.Optimization.Prices.Lists;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>Where prices of recommendations come from, and the price lists that are kept.</summary>
public sealed partial class PricesPage
{
    [Inject]
    private PriceLists Lists { get; set; } = null!;

    [Inject]
    private AlertSignal Signal { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "remove-list")]
    private string? Name { get; set; }

    private IReadOnlyList<PriceList> All { get; set; } = [];

    private static (DateOnly From, DateOnly To) CardDays => PriceLists.CardDays;

    /// <inheritdoc/>
    protected override void OnInitialized() => All = Lists.All();

    private void Remove()
    {
        if (Lists.Remove(Name ?? "").Problem is { } problem)
        {
            Flash.Say(problem);
        }
        else
        {
            Signal.Set();
            Flash.Say(Tone.Good, $"{Name} is forgotten; everything is judged anew now.");
        }

        Navigator.NavigateTo(OptimizationLook.Prices);
    }
}
