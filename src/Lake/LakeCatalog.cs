using Dapper;
using Microsoft.Data.Sqlite;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Lake;

/// <summary>The catalog in the state database.</summary>
internal sealed class LakeCatalog(StateDatabase database, DataFolder folder) : ILakeCatalog
{
    private LakeSnapshot? _last;

    public LakeSnapshot Current()
    {
        using var connection = database.Open();
        // Deferred, so that the revision and the loads are those of one moment although a publish may fall between the two reads.
        using var transaction = connection.BeginTransaction(deferred: true);
        var revision = connection.QuerySingle<long>(
            "SELECT revision FROM lake_revision WHERE id = 1",
            transaction: transaction
        );
        var last = Volatile.Read(ref _last);
        if (last?.Revision == revision)
        {
            return last;
        }

        var loads = Read(
            connection,
            "WHERE state = 'Published' ORDER BY period DESC, connection",
            null,
            transaction
        );
        var snapshot = new LakeSnapshot(revision, loads);
        Volatile.Write(ref _last, snapshot);
        return snapshot;
    }

    public Load? Find(long id)
    {
        using var connection = database.Open();
        return Read(connection, "WHERE id = @id", new { id }).SingleOrDefault();
    }

    public IReadOnlyList<Load> Versions(string connection, BillingPeriod period)
    {
        using var open = database.Open();
        return Read(
            open,
            "WHERE connection = @connection AND period = @period ORDER BY version DESC",
            new { connection, period = period.ToString() }
        );
    }

    public Result<Load> Restore(long id)
    {
        if (Find(id) is not { } load)
        {
            return new Problem(
                ProblemKind.NotFound,
                $"There is no load {id}.",
                "It may have been deleted when newer versions came."
            );
        }

        if (load.State == LoadState.Published)
        {
            return load;
        }

        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            """
            UPDATE load SET state = 'Superseded' WHERE connection = @Connection AND period = @Period AND state = 'Published';
            UPDATE load SET state = 'Published' WHERE id = @Id;
            UPDATE lake_revision SET revision = revision + 1;
            """,
            new
            {
                load.Connection,
                Period = load.Period.ToString(),
                load.Id,
            },
            transaction
        );
        transaction.Commit();
        return load with { State = LoadState.Published };
    }

    public void Forget(string connection)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute(
            """
            DELETE FROM load WHERE connection = @connection;
            UPDATE lake_revision SET revision = revision + 1;
            """,
            new { connection },
            transaction
        );
        transaction.Commit();
    }

    private List<Load> Read(
        SqliteConnection connection,
        string tail,
        object? values,
        SqliteTransaction? transaction = null
    ) =>
        [
            .. connection
                .Query<LoadRow>($"SELECT {LoadRow.Columns} FROM load {tail}", values, transaction)
                .Select(r => r.ToLoad(folder.Lake).Load),
        ];
}
