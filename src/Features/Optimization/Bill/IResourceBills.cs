using Outlay.Inventory;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Bill;

/// <summary>What the bill says of single resources over the last days that are whole.</summary>
public interface IResourceBills
{
    /// <summary>Whole days that were looked at; 0 without a bill.</summary>
    int Days { get; }

    /// <summary>The last of them, not included; null without a bill.</summary>
    DateOnly? Until { get; }

    /// <summary>The lines of a resource, by its id or full name; empty when the bill does not name it.</summary>
    IReadOnlyList<BillLine> Of(Resource resource);

    /// <summary>
    /// Contracted over list cost of a provider's on-demand use of a service (sum over sum): what discounts leave of list prices, 0 to 1; 1 without
    /// a bill.
    /// </summary>
    decimal DiscountRatio(string provider, string? service);
}
