using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Netting;

/// <summary>
/// Decides which savings count, so that no dollar counts twice. Of a resource's recommendations that change the same of it, the one with
/// which all together save most is taken; one that ends the resource (<c>life</c>) excludes all others of it. Those taken are applied in the order life,
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
        var items = all.GroupBy(r => Resource(r.Subject), StringComparer.Ordinal)
            .SelectMany(g => OfResource([.. g]))
            .ToList();
        return new NetResult(WithoutEnded(items));
    }

    // What ends with something else is saved with it: the disks of a machine that is deleted.
    private static List<NetItem> WithoutEnded(List<NetItem> items)
    {
        var ended = new Dictionary<(string Account, string Name), Recommendation>();
        foreach (var end in items.Where(i => i.NetSaving > 0).Select(i => i.Recommendation))
        {
            foreach (var name in end.Ends)
            {
                ended.TryAdd((end.Subject.AccountId, name), end);
            }
        }

        return items.ConvertAll(i =>
            ended.TryGetValue(
                (i.Recommendation.Subject.AccountId, i.Recommendation.Subject.Name),
                out var end
            )
                ? new NetItem(
                    i.Recommendation,
                    0,
                    $"It goes with “{end.Title}” ({end.Subject.Label})."
                )
                : i
        );
    }

    // The bill and the inventory may each name it in its own way; the inventory's recommendation then carries the bill's name too.
    private static string Resource(Subject subject) =>
        $"{subject.AccountId}|{subject.BillId ?? subject.Name}";

    private static IEnumerable<NetItem> OfResource(List<Recommendation> all)
    {
        var end = all.Where(r => r.Excludes == Life)
            .OrderByDescending(Alone)
            .ThenBy(r => r.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        var rest = Chain(Chosen(all.Where(r => r.Excludes != Life)));
        var taken =
            end is not null && Alone(end) >= rest.Sum(n => n.NetSaving)
                ? [new NetItem(end, Alone(end), null)]
                : rest;
        return all.Select(r =>
            taken.Find(n => ReferenceEquals(n.Recommendation, r))
            ?? new NetItem(r, 0, NotCounted(r, taken))
        );
    }

    private static string NotCounted(Recommendation loser, List<NetItem> taken) =>
        taken.Find(t =>
            t.Recommendation.Excludes is Life || t.Recommendation.Excludes == loser.Excludes
        )
            is { } winner
            ? $"“{winner.Recommendation.Title}” counts in its place: both change the same of it."
        : taken is [var first, ..]
            ? $"“{first.Recommendation.Title}” counts in its place: both together would save less."
        : "It saves nothing.";

    // Backwards, for what the later ones save is proportional to what the earlier ones leave. Where all have the same cost, this takes the
    // one of each kind that saves most; where one is of a part of the cost only, it does not hide what the others save of the rest.
    private static List<Recommendation> Chosen(IEnumerable<Recommendation> all)
    {
        var chosen = new List<Recommendation>();
        var later = 0m;
        foreach (
            var kind in all.GroupBy(r => r.Excludes, StringComparer.Ordinal)
                .OrderByDescending(g => Rank(g.Key))
                .ThenByDescending(g => g.Key, StringComparer.Ordinal)
        )
        {
            var following = later;
            var best = kind.OrderByDescending(r => Alone(r) + Left(r) * following)
                .ThenByDescending(Alone)
                .ThenBy(r => r.Key, StringComparer.Ordinal)
                .First();
            var together = Alone(best) + Left(best) * following;
            if (together >= following)
            {
                chosen.Insert(0, best);
                later = together;
            }
        }

        return chosen;
    }

    private static List<NetItem> Chain(IEnumerable<Recommendation> chosen)
    {
        var items = new List<NetItem>();
        var left = 1m;
        foreach (var r in chosen)
        {
            items.Add(
                new NetItem(
                    r,
                    Alone(r) * left,
                    left < 1
                        ? "Part of it is saved already by the other changes of this resource that count before it."
                        : null
                )
            );
            left *= Left(r);
        }

        return items;
    }

    private static decimal Alone(Recommendation r) => Math.Min(r.MonthlySaving, r.MonthlyCost);

    private static decimal Left(Recommendation r) =>
        r.MonthlyCost > 0 ? 1 - Alone(r) / r.MonthlyCost : 1;

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
