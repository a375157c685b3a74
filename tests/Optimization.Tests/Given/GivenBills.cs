using Outlay.Inventory;
using Outlay.Optimization.Bill;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Given;

/// <summary>A bill that a test states: lines by resource id or name, and one discount for all.</summary>
internal sealed class GivenBills : IResourceBills
{
    private readonly List<BillLine> _lines = [];

    public int Days { get; init; } = 30;

    public DateOnly? Until { get; init; } = new DateOnly(2026, 11, 1);

    public decimal Discount { get; init; } = 1m;

    public GivenBills With(params BillLine[] lines)
    {
        _lines.AddRange(lines);
        return this;
    }

    public IReadOnlyList<BillLine> Of(Resource resource) =>
        [.. _lines.Where(l => l.ResourceId == resource.Id || l.ResourceId == resource.Name)];

    public decimal DiscountRatio(string provider, string? service) => Discount;
}
