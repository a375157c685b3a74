namespace Outlay.Optimization.Prices.Lists;

/// <summary>A row of a price list, brought to an item that rules ask for.</summary>
/// <param name="Provider">The provider as FOCUS data has it.</param>
/// <param name="Region">FOCUS RegionId; empty for a price that holds in every region.</param>
/// <param name="Item">The item, such as <c>machine/linux/m5.large</c> or <c>disk/gp3/gib-month</c>.</param>
/// <param name="Amount">Per unit of the item.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="IsNet">Whether it is what the customer pays; else a list price, from which a discount may still go.</param>
/// <param name="From">First day that it holds; null for always.</param>
/// <param name="Until">Last day that it holds; null for no end.</param>
internal sealed record ListedPrice(
    string Provider,
    string Region,
    string Item,
    decimal Amount,
    string Currency,
    bool IsNet = false,
    DateOnly? From = null,
    DateOnly? Until = null
);

/// <summary>What a price list knows of an item.</summary>
/// <param name="Amount">Per unit.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="IsNet">Whether it is what the customer pays.</param>
/// <param name="List">Name of the list.</param>
/// <param name="AsOf">Day of the list.</param>
/// <param name="Sibling">The item it was scaled from; null when it is of the very item.</param>
internal sealed record FoundPrice(
    decimal Amount,
    string Currency,
    bool IsNet,
    string List,
    DateOnly AsOf,
    string? Sibling
);
