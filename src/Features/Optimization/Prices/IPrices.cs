using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Prices;

/// <summary>
/// Prices of what a change would put in place: the user's own bill of the last days first, then the dated list prices that stand in the rate
/// card, in the region itself or scaled from another.
/// </summary>
public interface IPrices
{
    /// <summary>A virtual machine's hour on demand; null when nothing knows it.</summary>
    /// <param name="provider">The provider as FOCUS data has it.</param>
    /// <param name="region">FOCUS RegionId.</param>
    /// <param name="type">Type, such as <c>m5.large</c>.</param>
    /// <param name="operatingSystem">As <see cref="Inventory.Resources.VirtualMachine.OperatingSystem"/> has it.</param>
    Price? Machine(string provider, string region, string type, string operatingSystem = "linux");

    /// <summary>Anything else of the rate card, such as <c>disk/gp3/gib-month</c>; null when nothing knows it.</summary>
    Price? Of(string provider, string region, string item);
}

/// <summary>A price.</summary>
/// <param name="Amount">Per unit.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="Unit">The unit, such as <c>hour</c> or <c>GiB-month</c>.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Note">In a few words for people, such as <c>list price of us-east-1, November 2026</c>.</param>
public sealed record Price(
    decimal Amount,
    string Currency,
    string Unit,
    PriceSource Source,
    string Note
);
