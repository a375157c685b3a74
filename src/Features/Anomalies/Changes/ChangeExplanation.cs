namespace Outlay.Anomalies.Changes;

/// <summary>
/// Splits the difference of two periods into causes, row by row, in decimal throughout. Derived parts are rounded to ten places and one part of each
/// row takes what the others leave. Parts add up to the last digit while sums times one hundred thousand need no more than 28 digits: thousands
/// of millions with twelve decimals do not.
/// </summary>
public static class ChangeExplanation
{
    private const int Places = 10;
    private const decimal FarthestRatio = 100_000m;

    /// <summary>Explains the difference between the periods of the rows.</summary>
    /// <param name="rows">Every SKU with its attributes once; rows of one currency.</param>
    /// <returns>Parts by row and in total.</returns>
    /// <exception cref="ArgumentException">A row stands twice.</exception>
    public static ExplainedChange Explain(IReadOnlyList<ChangeRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        RefuseDoubles(rows);
        var groups = rows.Where(row => Note(row) == ChangeNote.None && IsComparable(row))
            .GroupBy(row => (row.Group, row.Unit))
            .ToDictionary(group => group.Key, GroupTotals.Of);
        var explained = rows.Select(row => Explain(row, groups)).ToArray();
        return new(
            rows.Sum(row => row.Before.EffectiveCost),
            rows.Sum(row => row.After.EffectiveCost),
            ExplainedChange.Sum(explained),
            explained
        );
    }

    private static void RefuseDoubles(IReadOnlyList<ChangeRow> rows)
    {
        var seen = new HashSet<(string, string, string, ChargeKind, string)>(rows.Count);
        foreach (var row in rows)
        {
            var attributes = string.Join('\u001f', row.Attributes);
            if (!seen.Add((row.Sku, row.Group, row.Unit, row.Kind, attributes)))
            {
                throw new ArgumentException(
                    $"The SKU {row.Sku} stands twice with the same attributes.",
                    nameof(rows)
                );
            }
        }
    }

    private static bool IsComparable(ChangeRow row) =>
        row.Kind == ChargeKind.Usage && !row.Before.IsNone && !row.After.IsNone;

    private static ChangeNote Note(ChangeRow row)
    {
        if (!IsComparable(row))
        {
            return ChangeNote.None;
        }

        if (row.Before.Quantity is not > 0 || row.After.Quantity is not > 0)
        {
            return ChangeNote.NoQuantity;
        }

        var (before, after) = (row.Before.Quantity.Value, row.After.Quantity.Value);
        return after / FarthestRatio > before || before / FarthestRatio > after
            ? ChangeNote.QuantitiesTooFarApart
            : ChangeNote.None;
    }

    private static ExplainedRow Explain(
        ChangeRow row,
        Dictionary<(string Group, string Unit), GroupTotals> groups
    )
    {
        var note = Note(row);
        var parts = row.Kind switch
        {
            ChargeKind.Credit => new ChangeParts { Credits = row.Difference },
            ChargeKind.Tax => new ChangeParts { Tax = row.Difference },
            ChargeKind.OneOff => new ChangeParts { OneOff = row.Difference },
            ChargeKind.Commitment => new ChangeParts { CommitmentEffect = row.Difference },
            _ when row.Before.IsNone => new ChangeParts { New = row.Difference },
            _ when row.After.IsNone => new ChangeParts { Gone = row.Difference },
            _ when note != ChangeNote.None => new ChangeParts
            {
                Usage = row.After.ContractedCost - row.Before.ContractedCost,
                CommitmentEffect = CommitmentEffect(row),
            },
            _ => Priced(row, groups[(row.Group, row.Unit)]),
        };
        return new(row, parts, note);
    }

    private static ChangeParts Priced(ChangeRow row, GroupTotals group)
    {
        var growth = row.After.Quantity!.Value / row.Before.Quantity!.Value;
        var contracted = row.Before.ContractedCost;
        var quantityEffect = Math.Round((growth - 1) * contracted, Places);
        var price = row.After.ContractedCost - contracted - quantityEffect;
        var mix = Math.Round(group.Mix(row, growth), Places);
        var listPrice = ListPrice(row, growth);
        return new()
        {
            ListPrice = listPrice,
            NegotiatedDiscount = price - listPrice,
            Usage = quantityEffect - mix,
            Mix = mix,
            CommitmentEffect = CommitmentEffect(row),
        };
    }

    private static decimal CommitmentEffect(ChangeRow row) =>
        row.Before.ContractedCost
        - row.Before.EffectiveCost
        - (row.After.ContractedCost - row.After.EffectiveCost);

    /// <summary>The changed list cost of today's quantity, at the earlier ratio of contracted to list cost.</summary>
    private static decimal ListPrice(ChangeRow row, decimal growth)
    {
        var (list, contracted) = (row.Before.ListCost, row.Before.ContractedCost);

        // A free or unlisted row has no discount to hold fixed.
        if (list <= 0 || contracted / FarthestRatio > list)
        {
            return 0;
        }

        return Math.Round((row.After.ListCost - (growth * list)) * (contracted / list), Places);
    }
}
