using DuckDB.NET.Data;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Tells how far the statement that a connection runs has come, a few times a second.</summary>
internal static class QueryProgress
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public static ITimer? Watch(
        DuckDBConnection connection,
        TimeProvider time,
        IProgress<double>? progress
    )
    {
        if (progress is null)
        {
            return null;
        }

        connection.Execute(
            "SET enable_progress_bar = true; SET enable_progress_bar_print = false",
            CancellationToken.None
        );
        return time.CreateTimer(
            _ =>
            {
                var percentage = connection.GetQueryProgress().Percentage;
                if (percentage >= 0)
                {
                    progress.Report(Math.Min(percentage / 100, 1));
                }
            },
            null,
            Pace,
            Pace
        );
    }
}
