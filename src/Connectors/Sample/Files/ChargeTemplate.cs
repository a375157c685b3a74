using System.Text;

namespace Outlay.Connectors.Sample.Files;

/// <summary>What a template leaves open.</summary>
internal enum Hole
{
    Start,
    End,
    Billed,
    Effective,
    Contracted,
    List,
    PricingQuantity,
    ConsumedQuantity,
    CommitmentQuantity,
}

/// <summary>The bytes that all rows of one resource share in one month, and the holes between them.</summary>
internal sealed class ChargeTemplate
{
    private static readonly Dictionary<string, Hole> Holes = new(StringComparer.Ordinal)
    {
        ["ChargePeriodStart"] = Hole.Start,
        ["ChargePeriodEnd"] = Hole.End,
        ["BilledCost"] = Hole.Billed,
        ["EffectiveCost"] = Hole.Effective,
        ["ContractedCost"] = Hole.Contracted,
        ["ListCost"] = Hole.List,
        ["PricingQuantity"] = Hole.PricingQuantity,
        ["ConsumedQuantity"] = Hole.ConsumedQuantity,
        ["CommitmentDiscountQuantity"] = Hole.CommitmentQuantity,
    };

    /// <summary>Joins the values of the columns; a column without a value is empty.</summary>
    public ChargeTemplate(
        IReadOnlyList<string> columns,
        IReadOnlyDictionary<string, string?> values
    )
    {
        var parts = new List<(byte[] Before, Hole Hole)>();
        var text = new StringBuilder();
        for (var i = 0; i < columns.Count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            if (Holes.TryGetValue(columns[i], out var hole))
            {
                parts.Add((Encoding.UTF8.GetBytes(text.ToString()), hole));
                text.Clear();
            }
            else
            {
                text.Append(Csv.Field(values.GetValueOrDefault(columns[i])));
            }
        }

        Parts = parts;
        Last = Encoding.UTF8.GetBytes(text.Append('\n').ToString());
        MostBytes = parts.Sum(p => p.Before.Length) + Last.Length + (parts.Count * 40);
    }

    public IReadOnlyList<(byte[] Before, Hole Hole)> Parts { get; }

    public byte[] Last { get; }

    /// <summary>No row is longer.</summary>
    public int MostBytes { get; }
}
