namespace Outlay.Optimization.Prices;

/// <summary>A price that the user's own bill shows: on-demand use of an item in a region.</summary>
/// <param name="Provider">The provider as FOCUS data has it.</param>
/// <param name="Region">FOCUS RegionId.</param>
/// <param name="Item">The item, such as <c>machine/linux/m5.large</c>.</param>
/// <param name="Unit">The unit, such as <c>hour</c>.</param>
/// <param name="List">List cost of a unit.</param>
/// <param name="Contracted">Contracted cost of a unit.</param>
/// <param name="Effective">Effective cost of a unit.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Quantity">Units that were used.</param>
public sealed record ObservedPrice(
    string Provider,
    string Region,
    string Item,
    string Unit,
    decimal List,
    decimal Contracted,
    decimal Effective,
    string Currency,
    decimal Quantity
);
