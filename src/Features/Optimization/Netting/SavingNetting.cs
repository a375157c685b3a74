using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Netting;

/// <summary>
/// Decides which savings count, so that no dollar counts twice. Of a resource's recommendations that change the same of it, the one that
/// saves most is taken; one that ends the resource (<c>life</c>) excludes all others of it. Those taken are applied in the order life,
/// hours, size, storage class, purchase, each on what the ones before leave: half of a cost that is halved is a quarter. Of the two ways,
/// ending it or the rest together, the one that saves more is taken. Increments add up exactly to cost before less cost after.
/// </summary>
public static class SavingNetting
{
    private const string Life = "life";
    private static readonly string[] Order = [Life, "hours", "size", "storage-class", "purchase"];

    /// <summary>Nets recommendations of one currency; the order they come in does not matter.</summary>
    public static NetResult Select(IReadOnlyList<Recommendation> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return new NetResult([
            .. all.GroupBy(r => Resource(r.Subject), StringComparer.Ordinal)
                .SelectMany(g => OfResource([.. g])),
        ]);
    }

    // The bill and the inventory may each name it in its own way; the inventory's recommendation then carries the bill's name too.
    private static string Resource(Subject subject) =>
        $"{subject.AccountId}|{subject.BillId ?? subject.Name}";

    private static IEnumerable<NetItem> OfResource(List<Recommendation> all)
    {
        var best = all.GroupBy(r => r.Excludes, StringComparer.Ordinal)
            .Select(g =>
                g.OrderByDescending(r => r.MonthlySaving)
                    .ThenBy(r => r.Key, StringComparer.Ordinal)
                    .First()
            )
            .OrderBy(r => Rank(r.Excludes))
            .ThenBy(r => r.Key, StringComparer.Ordinal)
            .ToList();
        var end = best.Find(r => r.Excludes == Life);
        var rest = Chain(best.Where(r => r.Excludes != Life));
        var taken =
            end is not null && end.MonthlySaving >= rest.Sum(n => n.NetSaving)
                ? [new NetItem(end, Math.Min(end.MonthlySaving, end.MonthlyCost), null)]
                : rest;
        var counted = taken.ToDictionary(n => n.Recommendation.Key, StringComparer.Ordinal);
        return all.Select(r =>
            counted.TryGetValue(r.Key, out var item)
                ? item
                : new NetItem(
                    r,
                    0,
                    $"“{Winner(r, taken).Title}” counts in its place: both change the same of it."
                )
        );
    }

    private static Recommendation Winner(Recommendation loser, List<NetItem> taken) =>
        (
            taken.Find(t => t.Recommendation.Excludes == loser.Excludes)
            ?? taken.Find(t => t.Recommendation.Excludes == Life)
            ?? taken[0]
        ).Recommendation;

    private static List<NetItem> Chain(IEnumerable<Recommendation> chosen)
    {
        var items = new List<NetItem>();
        var left = 1m;
        foreach (var r in chosen)
        {
            var alone = Math.Min(r.MonthlySaving, r.MonthlyCost);
            var net = alone * left;
            items.Add(
                new NetItem(
                    r,
                    net,
                    left < 1
                        ? "Part of it is saved already by the other changes of this resource that count before it."
                        : null
                )
            );
            left *= r.MonthlyCost > 0 ? 1 - alone / r.MonthlyCost : 1;
        }

        return items;
    }

    private static int Rank(string excludes) =>
        Array.IndexOf(Order, excludes) is >= 0 and var at ? at : Order.Length;
}

/// <summary>What of each saving counts.</summary>
/// <param name="Items">An item for each recommendation.</param>
public sealed record NetResult(IReadOnlyList<NetItem> Items)
{
    /// <summary>Sum of the savings, each taken alone.</summary>
    public decimal Gross => Items.Sum(i => i.Recommendation.MonthlySaving);

    /// <summary>Sum of what counts.</summary>
    public decimal Net => Items.Sum(i => i.NetSaving);
}

/// <summary>What of a recommendation's saving counts.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="NetSaving">What counts, a month: 0 to its saving.</param>
/// <param name="Reason">Why less than all of it counts; null when all does.</param>
public sealed record NetItem(Recommendation Recommendation, decimal NetSaving, string? Reason);
