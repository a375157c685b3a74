namespace Outlay.Anomalies.Events;

/// <summary>Names that earlier runs gave; a backfill may move an event's first day or its head, but not its name.</summary>
internal sealed class KnownNames(IReadOnlyCollection<KnownEvent> known)
{
    private readonly ILookup<string, KnownEvent> _bySeries = known.ToLookup(
        e => e.SeriesKey,
        StringComparer.Ordinal
    );
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string? Find(IEnumerable<AlertNode> parts)
    {
        var name = parts
            .SelectMany(part => _bySeries[part.Series.Key].Where(e => IsSame(e, part)))
            .Where(e => !_taken.Contains(e.Id))
            .OrderBy(e => e.Start)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Id;
        if (name is not null)
        {
            _taken.Add(name);
        }

        return name;
    }

    private static bool IsSame(KnownEvent known, AlertNode part) =>
        known.Direction == part.Alert.Direction
        && known.Start <= part.Alert.End
        && part.Alert.Start <= known.End;
}
