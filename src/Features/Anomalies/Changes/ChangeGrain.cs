using Outlay.Query;

namespace Outlay.Anomalies.Changes;

/// <summary>
/// What is told apart to explain a change: SKUs by account and region, beside whatever a question splits by. It is the SKU, not the
/// price of it: a price tier or a commitment's own price would make the same use look gone and new.
/// </summary>
internal sealed class ChangeGrain
{
    // The first ones say what kind of charge a line is, and stay when lines are too many.
    private static readonly Dimension[] Kinds =
    [
        new("ChargeCategory"),
        new("ChargeClass"),
        new("ChargeFrequency"),
        new("CommitmentDiscountCategory"),
        new("CommitmentDiscountStatus"),
    ];

    private static readonly Dimension[] Skus =
    [
        new("ServiceName"),
        new("SkuId"),
        new("SkuMeter"),
        new("SubAccountId"),
        new("RegionId"),
        new("PricingUnit"),
    ];

    private readonly IReadOnlyList<int> _groups;

    public ChangeGrain(IReadOnlyList<Dimension> groupBy)
    {
        Dimensions = [.. Kinds.Concat(Skus).Concat(groupBy).Distinct()];
        _groups = [.. groupBy.Select(d => Dimensions.ToList().IndexOf(d))];
    }

    public static int Kept => Kinds.Length;

    public IReadOnlyList<Dimension> Dimensions { get; }

    public IReadOnlyList<string?> Groups(IReadOnlyList<string?> keys) =>
        [.. _groups.Select(g => keys[g])];

    public static string? Service(IReadOnlyList<string?> keys) => keys[Kinds.Length];

    public static string? Sku(IReadOnlyList<string?> keys) => keys[Kinds.Length + 1];

    public static string? Meter(IReadOnlyList<string?> keys) => keys[Kinds.Length + 2];

    public static string? Account(IReadOnlyList<string?> keys) => keys[Kinds.Length + 3];

    public static string? Region(IReadOnlyList<string?> keys) => keys[Kinds.Length + 4];

    public static string? Unit(IReadOnlyList<string?> keys) => keys[Kinds.Length + 5];

    /// <summary>Fees of commitments and what of them was unused stand apart from the use that they cover.</summary>
    public static ChargeKind Kind(IReadOnlyList<string?> keys) =>
        (Category: keys[0], Class: keys[1]) switch
        {
            ("Tax", _) => ChargeKind.Tax,
            ("Credit", _) => ChargeKind.Credit,
            ("Adjustment", _) or (_, "Correction") => ChargeKind.OneOff,
            ("Purchase", _) when keys[3] is not null => ChargeKind.Commitment,
            ("Purchase", _) when keys[2] is "One-Time" => ChargeKind.OneOff,
            _ when keys[4] is "Unused" => ChargeKind.Commitment,
            _ => ChargeKind.Usage,
        };

    /// <summary>What tells explained rows apart: all but what only says of which kind they are.</summary>
    public IReadOnlyList<string?> Identity(IReadOnlyList<string?> keys) =>
        [keys[0], .. keys.Skip(Kinds.Length), .. Groups(keys)];

    /// <summary>The conditions that pick the charges of an explained row.</summary>
    public CostFilter Charges(CostFilter filter, ChargeKind kind, IReadOnlyList<string?> keys)
    {
        for (var i = Kinds.Length; i < keys.Count; i++)
        {
            filter = filter.And(Is(Dimensions[i], keys[i]));
        }

        foreach (var i in _groups.Where(g => g > 0 && g < Kinds.Length))
        {
            filter = filter.And(Is(Dimensions[i], keys[i]));
        }

        return OfKind(filter.And(Is(Kinds[0], keys[0])), keys[0], kind);
    }

    private static CostFilter OfKind(CostFilter filter, string? category, ChargeKind kind)
    {
        if (category is "Tax" or "Credit" or "Adjustment")
        {
            return filter;
        }

        var corrected = new FilterCondition(Kinds[1], FilterOperator.Is, ["Correction"]);
        var plain = filter.And(new(Kinds[1], FilterOperator.IsNot, ["Correction"]));
        var once = new FilterCondition(Kinds[2], FilterOperator.Is, ["One-Time"]);
        var other = new FilterCondition(Kinds[2], FilterOperator.IsNot, ["One-Time"]);
        return (category, kind) switch
        {
            ("Purchase", ChargeKind.Commitment) => plain.And(
                new(Kinds[3], FilterOperator.Exists, [])
            ),
            ("Purchase", ChargeKind.OneOff) => new([
                .. filter.And(corrected).Sets,
                .. plain.And(new(Kinds[3], FilterOperator.Empty, [])).And(once).Sets,
            ]),
            ("Purchase", _) => plain.And(new(Kinds[3], FilterOperator.Empty, [])).And(other),
            (_, ChargeKind.OneOff) => filter.And(corrected),
            (_, ChargeKind.Commitment) => plain.And(new(Kinds[4], FilterOperator.Is, ["Unused"])),
            _ => plain.And(new(Kinds[4], FilterOperator.IsNot, ["Unused"])),
        };
    }

    private static FilterCondition Is(Dimension dimension, string? value) =>
        value is null
            ? new(dimension, FilterOperator.Empty, [])
            : new(dimension, FilterOperator.Is, [value]);
}
