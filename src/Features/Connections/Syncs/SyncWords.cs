using Outlay.Ingest;

namespace Outlay.Connections.Syncs;

/// <summary>What came of a sync, in a sentence.</summary>
internal static class SyncWords
{
    public static string Outcome(IReadOnlyList<SyncPeriod> periods)
    {
        if (
            periods.FirstOrDefault(p => p.Cause is not null && p.State != ImportState.Succeeded) is
            { } failed
        )
        {
            var others = periods.Count(p => p.State == ImportState.Failed) - 1;
            var where = failed.Period is { } period ? $"{period}: " : "";
            return others > 0
                ? $"{where}{failed.Cause} {Months(others)} more failed as well."
                : where + failed.Cause;
        }

        var loaded = periods.Where(p => p.State == ImportState.Succeeded).ToList();
        return loaded switch
        {
            [] => "Nothing new.",
            [{ Period: null }] => "New files are loaded.",
            [var one] => $"{one.Period} is loaded.",
            _ =>
                $"{Months(loaded.Count)} are loaded, {loaded.Min(p => p.Period)} to {loaded.Max(p => p.Period)}.",
        };
    }

    private static string Months(int count) => count == 1 ? "1 month" : $"{count} months";
}
