using Dapper;
using Outlay.State;

namespace Outlay.Ingest.Ledger;

/// <summary>The import ledger: every run with its files, its state, its progress and the cause of its failure.</summary>
public sealed class ImportLedger(StateDatabase database, TimeProvider time)
{
    /// <summary>Writes a request down as a run that waits.</summary>
    /// <param name="request">The request.</param>
    /// <param name="background">Whether the server's worker runs it, now or after a restart; else the caller does.</param>
    public ImportRun Add(ImportRequest request, bool background = false)
    {
        var run = new ImportRun
        {
            Id = 0,
            Request = request,
            State = ImportState.Queued,
            CreatedAt = time.GetUtcNow(),
        };
        using var connection = database.Open();
        var id = connection.QuerySingle<long>(
            """
            INSERT INTO import_run (request, state, created_at, progress, rows, files, load_ids, background)
            VALUES (@Request, @State, @CreatedAt, @Progress, @Rows, @Files, @LoadIds, @background) RETURNING id
            """,
            Values(run, background)
        );
        return run with { Id = id };
    }

    /// <summary>Writes down where a run stands.</summary>
    public void Save(ImportRun run)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            UPDATE import_run SET state = @State, started_at = @StartedAt, finished_at = @FinishedAt, message = @Message,
              progress = @Progress, rows = @Rows, files = @Files, load_ids = @LoadIds
            WHERE id = @Id
            """,
            ImportRunRow.Of(run)
        );
    }

    /// <summary>One run; null when unknown.</summary>
    public ImportRun? Find(long id)
    {
        using var connection = database.Open();
        return connection
            .QuerySingleOrDefault<ImportRunRow>(
                $"SELECT {ImportRunRow.Columns} FROM import_run WHERE id = @id",
                new { id }
            )
            ?.ToRun();
    }

    /// <summary>The newest runs that a person asked for, newest first; those of syncs stand with their syncs.</summary>
    public IReadOnlyList<ImportRun> Recent(int count)
    {
        using var connection = database.Open();
        return
        [
            .. connection
                .Query<ImportRunRow>(
                    $"SELECT {ImportRunRow.Columns} FROM import_run WHERE json_extract(request, '$.Sync') IS NULL ORDER BY id DESC LIMIT @count",
                    new { count }
                )
                .Select(r => r.ToRun()),
        ];
    }

    /// <summary>Runs in a state, oldest first.</summary>
    public IReadOnlyList<ImportRun> In(ImportState state)
    {
        using var connection = database.Open();
        return
        [
            .. connection
                .Query<ImportRunRow>(
                    $"SELECT {ImportRunRow.Columns} FROM import_run WHERE state = @state ORDER BY id",
                    new { state = state.ToString() }
                )
                .Select(r => r.ToRun()),
        ];
    }

    /// <summary>Runs that the server's worker has to take up: those that wait and those that lost their process, oldest first.</summary>
    public IReadOnlyList<long> Unfinished()
    {
        using var connection = database.Open();
        return
        [
            .. connection.Query<long>(
                "SELECT id FROM import_run WHERE background = 1 AND state IN ('Queued', 'Interrupted') ORDER BY id"
            ),
        ];
    }

    /// <summary>Asks a run to stop, whichever process it runs in.</summary>
    public void AskToCancel(long id)
    {
        using var connection = database.Open();
        connection.Execute("UPDATE import_run SET cancel = 1 WHERE id = @id", new { id });
    }

    /// <summary>Whether a run was asked to stop.</summary>
    public bool IsAskedToCancel(long id)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<long>(
                "SELECT cancel FROM import_run WHERE id = @id",
                new { id }
            ) != 0;
    }

    private static DynamicParameters Values(ImportRun run, bool background)
    {
        var values = new DynamicParameters(ImportRunRow.Of(run));
        values.Add("background", background);
        return values;
    }
}
