namespace Outlay.Anomalies.Events;

/// <summary>Pairs events that moved by about the same on the same days in opposite directions.</summary>
internal static class Offsets
{
    public static IReadOnlyList<CostEvent> Link(
        IReadOnlyList<CostEvent> events,
        EventSettings settings
    )
    {
        var up = events.Where(e => e.Head.Direction > 0).OrderBy(e => e.Head.Start).ToList();
        var down = events.Where(e => e.Head.Direction < 0).OrderBy(e => e.Head.Start).ToList();
        var pairs = new List<(CostEvent Up, CostEvent Down, double Gap)>();
        var from = 0;
        foreach (var rise in up)
        {
            while (from < down.Count && Days(rise, down[from]) > settings.OffsetDays)
            {
                from++;
            }

            for (var i = from; i < down.Count && -Days(rise, down[i]) <= settings.OffsetDays; i++)
            {
                var gap = Gap(rise, down[i]);
                if (gap <= settings.OffsetTolerance)
                {
                    pairs.Add((rise, down[i], gap));
                }
            }
        }

        var links = Closest(pairs);
        return
        [
            .. events.Select(e =>
                links.TryGetValue(e.Id, out var other) ? e with { OffsetBy = other } : e
            ),
        ];
    }

    private static Dictionary<string, string> Closest(
        List<(CostEvent Up, CostEvent Down, double Gap)> pairs
    )
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (rise, fall, _) in pairs
                .OrderBy(p => p.Gap)
                .ThenBy(p => p.Up.Id, StringComparer.Ordinal)
                .ThenBy(p => p.Down.Id, StringComparer.Ordinal)
        )
        {
            if (!links.ContainsKey(rise.Id) && !links.ContainsKey(fall.Id))
            {
                links[rise.Id] = fall.Id;
                links[fall.Id] = rise.Id;
            }
        }

        return links;
    }

    private static int Days(CostEvent rise, CostEvent fall) =>
        rise.Head.Start.DayNumber - fall.Head.Start.DayNumber;

    private static double Gap(CostEvent rise, CostEvent fall)
    {
        var larger = Math.Max(Math.Abs(rise.Head.Excess), Math.Abs(fall.Head.Excess));
        return larger == 0 ? 0 : Math.Abs(rise.Head.Excess + fall.Head.Excess) / larger;
    }
}
