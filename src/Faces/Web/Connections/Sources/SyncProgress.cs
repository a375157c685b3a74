using System.Globalization;
using Outlay.Connections.Syncs;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections.Sources;

/// <summary>What the polling script writes into the pages of connections.</summary>
public static class SyncProgress
{
    /// <summary>Progress of one sync, for its connection's page.</summary>
    public static ImportProgress Of(Sync sync, DateTimeOffset now)
    {
        var elapsed = SyncLook.Elapsed(sync, now);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["message"] = sync.Message ?? "",
            ["percent"] = SyncLook.Words(sync),
            ["files"] = SyncLook.Files(sync),
            ["bytes"] = SyncLook.Bytes(sync),
            ["rows"] = Counts.Number(sync.Rows),
            ["rate"] = Counts.Rate(sync.Rows, elapsed),
            ["elapsed"] = Counts.Duration(elapsed),
            ["left"] = SyncLook.Left(sync, now),
        };
        for (var i = 0; i < sync.Periods.Count; i++)
        {
            var period = sync.Periods[i];
            texts[$"rows-{i}"] = Counts.Number(period.Rows);
            texts[$"fetched-{i}"] = Fetched(period);
        }

        var stamp =
            $"{sync.Id}:{sync.State}:{string.Join(',', sync.Periods.Select(p => (int)p.State))}";
        return new(stamp, SyncLook.Percent(sync), texts);
    }

    /// <summary>Progress of all connections, for their list.</summary>
    public static ImportProgress Of(IEnumerable<Sync> latest)
    {
        var all = latest.OrderBy(s => s.ConnectionId).ToList();
        return new(
            string.Join(';', all.Select(s => $"{s.Id}:{s.State}")),
            0,
            all.Where(s => !s.IsOver)
                .ToDictionary(
                    s => string.Create(CultureInfo.InvariantCulture, $"sync-{s.ConnectionId}"),
                    SyncLook.Words,
                    StringComparer.Ordinal
                )
        );
    }

    /// <summary>What is here of a period's files.</summary>
    public static string Fetched(SyncPeriod period) =>
        period.Files == 0
            ? "–"
            : $"{Counts.Number(period.FilesFetched)} of {Counts.Of(period.Files, "file")}, {Counts.Bytes(period.BytesFetched)}";
}
