using Outlay.Kernel;
using Outlay.Optimization.Prices;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Purchases;

/// <summary>What a reservation is of: machines or databases of a family in a region, whose sizes are exchanged by their factors.</summary>
/// <param name="Provider">Provider.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Region">Region.</param>
/// <param name="Product"><c>ec2</c>, <c>vm</c>, <c>database</c> or <c>cache</c>.</param>
/// <param name="Unit">A unit of it, such as <c>m5.large</c>, or <c>n2-standard-{n}</c> of which a unit is a processor.</param>
/// <param name="Variant">Engine or licence; empty for plain Linux.</param>
internal sealed record Reservable(
    string Provider,
    string Currency,
    string Region,
    string Product,
    string Unit,
    string Variant
);

/// <summary>Gathers, hour by hour, how many units of what can be reserved are paid on demand.</summary>
internal sealed class ReservedUse(DateRange days)
{
    private readonly DateTime _from = days.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
    private readonly int _hours = days.Days * 24;
    private readonly Dictionary<Reservable, Sums> _sums = [];

    public void See(HourLine line)
    {
        if (line is not { PricingCategory: "Standard", Region: { } region })
        {
            return;
        }

        if (ReservableType.Of(line) is not var (product, type, variant, many))
        {
            return;
        }

        var (unit, factor) = Unit(line.Provider, product, type, variant);
        var key = new Reservable(line.Provider, line.Currency, region, product, unit, variant);
        if (!_sums.TryGetValue(key, out var sums))
        {
            _sums[key] = sums = new Sums(new double[_hours]);
        }

        var units = UsageHours.Number(line.PricingQuantity * factor * many);
        sums.Cost += UsageHours.Number(line.ContractedCost);
        sums.UnitHours += units;
        var first = (int)(line.Start - _from).TotalHours;
        for (var hour = Math.Max(0, first); hour < Math.Min(_hours, first + line.Hours); hour++)
        {
            sums.Units[hour] += units / line.Hours;
        }
    }

    /// <summary>What there is of a provider in a currency: units of each hour, and the on-demand price of a unit's hour.</summary>
    public IEnumerable<(Reservable Thing, double[] Units, double Price)> Of(
        string provider,
        string currency
    ) =>
        _sums
            .Where(s => s.Key.Provider == provider && s.Key.Currency == currency)
            .Where(s => s.Value.UnitHours > 0)
            .Select(s => (s.Key, s.Value.Units, s.Value.Cost / s.Value.UnitHours));

    // Sizes are exchanged but for licences that go by the machine, and for sizes whose price is not proportional.
    private static (string Unit, decimal Factor) Unit(
        string provider,
        string product,
        string type,
        string variant
    )
    {
        if (ReservableType.IsBySize(variant))
        {
            return (type, 1);
        }

        if (product is "ec2" or "vm")
        {
            return MachineSize.Split(provider, type) ?? (type, 1);
        }

        return
            type.LastIndexOf('.') is > 0 and var dot
            && MachineSize.Factor(type[(dot + 1)..]) is { } factor
            ? ($"{type[..dot]}.large", factor)
            : (type, 1);
    }

    private sealed class Sums(double[] units)
    {
        public double[] Units { get; } = units;
        public double Cost { get; set; }
        public double UnitHours { get; set; }
    }
}
