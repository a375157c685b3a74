using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample.Lines;

/// <summary>How much of a line's meter a charge period uses, in priced units.</summary>
internal sealed class Demand
{
    // Customers in the Americas and in Europe, hours in UTC; percent of the mean hour.
    private static readonly decimal[] Hours =
    [
        .. new[] { 70, 60, 52, 46, 44, 46, 54, 66, 80, 92, 102, 110 }
            .Concat([116, 122, 128, 134, 138, 142, 146, 150, 148, 140, 122, 92])
            .Select(percent => percent / 100m),
    ];

    // Sunday first; percent of the mean day.
    private static readonly decimal[] Weekdays =
    [
        .. new[] { 86, 104, 106, 107, 106, 103, 88 }.Select(percent => percent / 100m),
    ];

    private const int OfficeOpens = 7;
    private const int OfficeHours = 12;
    private const int NightHours = 6;

    private readonly decimal[] _traffic;
    private readonly decimal[] _store;
    private readonly decimal[] _rising;

    public Demand(int days)
    {
        _traffic = Growth(days, from: 0.72m);
        _store = Growth(days, from: 0.55m);
        var line = Growth(days, from: 0.2m);
        _rising = [.. line.Select(f => decimal.Round(f * f, 4))];
    }

    /// <summary>The quantity, with six decimals at most; 0 for none.</summary>
    public decimal Of(UsageLine line, TimeSlot slot)
    {
        if (slot.DayIndex < line.FirstDay || slot.DayIndex > line.LastDay)
        {
            return 0;
        }

        var chance = line.Chance.Of((slot.DayIndex * 24) + slot.Hour);
        var quantity = line.Size * Shape(line, slot, chance);
        var (first, last, factor) = line.Surge;
        if (factor != 0 && slot.DayIndex >= first && slot.DayIndex <= last)
        {
            quantity *= factor;
        }

        return decimal.Round(quantity, 6);
    }

    private static decimal[] Growth(int days, decimal from) =>
        [
            .. Enumerable
                .Range(0, days)
                .Select(d => decimal.Round(from + ((1 - from) * d / (days - 1)), 4)),
        ];

    private decimal Shape(UsageLine line, TimeSlot slot, Chance chance) =>
        line.Product.Profile switch
        {
            Profile.Always => slot.Hours,
            Profile.Office => Office(slot),
            Profile.Batch => Batch(line, slot, chance),
            Profile.Traffic => Traffic(slot, chance) * _traffic[slot.DayIndex],
            Profile.Store => slot.Hours * _store[slot.DayIndex] * chance.Between(0.998m, 1.002m),
            Profile.Rising => Traffic(slot, chance) * _rising[slot.DayIndex],
            _ => throw new InvalidOperationException($"{line.Product.Profile} has no shape."),
        };

    private static decimal Office(TimeSlot slot)
    {
        if (slot.IsWeekend)
        {
            return 0;
        }

        var open = slot.Hour is >= OfficeOpens and < OfficeOpens + OfficeHours;
        return slot.Hours == 24 ? OfficeHours
            : open ? 1
            : 0;
    }

    private static decimal Batch(UsageLine line, TimeSlot slot, Chance chance)
    {
        var tonight = line.Chance.Of(slot.DayIndex).Between(0.35m, 1m);
        return slot.Hours == 24 ? NightHours * tonight
            : slot.Hour < NightHours ? tonight * chance.Between(0.9m, 1m)
            : 0;
    }

    private static decimal Traffic(TimeSlot slot, Chance chance)
    {
        var noise = chance.Between(0.93m, 1.07m) * Weekdays[(int)slot.Day.DayOfWeek];
        return slot.Hours == 24 ? 24 * noise : Hours[slot.Hour] * noise;
    }
}
