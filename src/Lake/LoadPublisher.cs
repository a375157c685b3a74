using System.Globalization;
using Dapper;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Lake;

/// <summary>Publishes by rename and one transaction.</summary>
internal sealed class LoadPublisher(StateDatabase database, DataFolder folder, TimeProvider time)
    : ILoadPublisher
{
    private const string Unfinished = ".tmp";

    public LoadFolder Prepare(string connection, BillingPeriod period)
    {
        var version = time.GetUtcNow()
            .ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);
        var path = Path.Combine(folder.Lake, Relative(connection, period, version)) + Unfinished;
        Directory.CreateDirectory(path);
        return new LoadFolder(connection, period, version, path);
    }

    public Load Publish(
        LoadFolder written,
        Load draft,
        IReadOnlyList<string> accounts,
        int keepVersions
    )
    {
        var relative = Relative(written.Connection, written.Period, written.Version);
        var place = Path.Combine(folder.Lake, relative);
        DiskSync.Folder(written.Path);
        Directory.Move(written.Path, place);
        DiskSync.Name(place, folder.Root);
        var load = draft with
        {
            State = LoadState.Published,
            PublishedAt = time.GetUtcNow(),
            ChargeFiles = [.. draft.ChargeFiles.Select(f => Moved(f, place))],
            RollupFile = Moved(draft.RollupFile, place),
        };
        var (id, dropped) = List(LoadRow.Of(load, accounts, relative), keepVersions);
        foreach (var old in dropped)
        {
            Delete(Path.Combine(folder.Lake, old));
        }

        return load with
        {
            Id = id,
        };
    }

    public void Discard(LoadFolder unpublished) => Delete(unpublished.Path);

    public PublishedLoad? Published(string connection, BillingPeriod period)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<LoadRow>(
                $"SELECT {LoadRow.Columns} FROM load WHERE connection = @connection AND period = @period AND state = 'Published'",
                new { connection, period = period.ToString() }
            )
            ?.ToLoad(folder.Lake);
    }

    public void Sweep()
    {
        using var connection = database.Open();
        var listed = connection
            .Query<string>("SELECT folder FROM load")
            .Select(f => Path.Combine(folder.Lake, f))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var period in Directory.EnumerateDirectories(folder.Lake).SelectMany(Folders))
        {
            foreach (var version in Folders(period).Where(v => !listed.Contains(v)))
            {
                Delete(version);
            }
        }
    }

    private (long Id, IReadOnlyList<string> Dropped) List(LoadRow row, int keepVersions)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute(
            "UPDATE load SET state = 'Superseded' WHERE connection = @Connection AND period = @Period AND state = 'Published'",
            row,
            transaction
        );
        var id = connection.QuerySingle<long>(
            """
            INSERT INTO load (connection, period, version, state, published_at, run_id, format, charges, bytes, first_charge_day,
              last_charge_day, last_usage_day, quarantined, fingerprint, folder, detail)
            VALUES (@Connection, @Period, @Version, @State, @PublishedAt, @RunId, @Format, @Charges, @Bytes, @FirstChargeDay,
              @LastChargeDay, @LastUsageDay, @Quarantined, @Fingerprint, @Folder, @Detail)
            RETURNING id
            """,
            row,
            transaction
        );
        var dropped = connection
            .Query<string>(
                """
                DELETE FROM load WHERE id IN (
                  SELECT id FROM load WHERE connection = @Connection AND period = @Period AND state = 'Superseded'
                  ORDER BY version DESC LIMIT -1 OFFSET @keepVersions)
                RETURNING folder
                """,
                new
                {
                    row.Connection,
                    row.Period,
                    keepVersions,
                },
                transaction
            )
            .ToList();
        connection.Execute(
            "UPDATE lake_revision SET revision = revision + 1",
            transaction: transaction
        );
        transaction.Commit();
        return (id, dropped);
    }

    private static string Relative(string connection, BillingPeriod period, string version) =>
        Path.Combine(ConnectionFolder.Of(connection), period.ToString(), version);

    private static string Moved(string file, string place) =>
        Path.Combine(place, Path.GetFileName(file));

    private static IEnumerable<string> Folders(string path) => Directory.EnumerateDirectories(path);

    private static void Delete(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
