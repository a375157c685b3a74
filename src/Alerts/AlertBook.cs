using Dapper;
using Outlay.State;

namespace Outlay.Alerts;

/// <summary>All alerts, those that hold and those that have held.</summary>
public sealed class AlertBook
{
    // Something that comes back within a day is the same trouble, and not news.
    private static readonly TimeSpan Flapping = TimeSpan.FromDays(1);

    private readonly StateDatabase _database;
    private readonly TimeProvider _time;

    internal AlertBook(StateDatabase database, IEnumerable<IAlertSource> sources, TimeProvider time)
    {
        _database = database;
        _time = time;
        Kinds = [.. sources.SelectMany(s => s.Kinds)];
    }

    /// <summary>The kinds of alert there are.</summary>
    public IReadOnlyList<AlertKind> Kinds { get; }

    /// <summary>Alerts that hold, the most urgent first, then the newest.</summary>
    public IReadOnlyList<Alert> Open() =>
        Read("resolved_at IS NULL ORDER BY severity DESC, opened_at DESC, id DESC", new { });

    /// <summary>Alerts that have ended, the newest first.</summary>
    public IReadOnlyList<Alert> Ended(int limit) =>
        Read(
            "resolved_at IS NOT NULL ORDER BY resolved_at DESC, id DESC LIMIT @limit",
            new { limit }
        );

    /// <summary>One; null when unknown.</summary>
    public Alert? Find(long id) => Read("id = @id", new { id }).SingleOrDefault();

    /// <summary>Alerts whose key begins so, the newest first: the history of what they are about.</summary>
    public IReadOnlyList<Alert> Of(string keyPrefix, int limit) =>
        Read(
            "substr(key, 1, length(@keyPrefix)) = @keyPrefix ORDER BY id DESC LIMIT @limit",
            new { keyPrefix, limit }
        );

    /// <summary>Takes note of an alert; null when it is unknown.</summary>
    public Alert? Acknowledge(long id)
    {
        using var open = _database.Open();
        open.Execute(
            "UPDATE alert SET acknowledged_at = coalesce(acknowledged_at, @now) WHERE id = @id",
            new { id, now = Instants.Text(_time.GetUtcNow()) }
        );
        return Find(id);
    }

    /// <summary>Brings the book in line with what holds of some kinds.</summary>
    /// <returns>The alerts that are new.</returns>
    internal IReadOnlyList<Alert> Take(
        IReadOnlyList<AlertKind> kinds,
        IReadOnlyList<AlertFact> facts
    )
    {
        using var open = _database.Open();
        using var transaction = open.BeginTransaction();
        var now = _time.GetUtcNow();
        var news = new List<long>();
        foreach (var fact in facts.DistinctBy(f => f.Key, StringComparer.Ordinal))
        {
            var last = open.QueryFirstOrDefault<AlertRow>(
                $"SELECT {AlertRow.Columns} FROM alert WHERE key = @Key ORDER BY id DESC LIMIT 1",
                new { fact.Key },
                transaction
            );
            var values = AlertRow.Values(fact, now);
            if (last is null || IsLongOver(last, now))
            {
                news.Add(
                    open.QuerySingle<long>(
                        """
                        INSERT INTO alert (key, kind, severity, title, cause, link, opened_at)
                        VALUES (@Key, @Kind, @Severity, @Title, @Cause, @Link, @Now) RETURNING id
                        """,
                        values,
                        transaction
                    )
                );
            }
            else
            {
                values.Add("id", last.Id);
                open.Execute(
                    "UPDATE alert SET severity = @Severity, title = @Title, cause = @Cause, link = @Link, resolved_at = NULL WHERE id = @id",
                    values,
                    transaction
                );
            }
        }

        open.Execute(
            "UPDATE alert SET resolved_at = @now WHERE resolved_at IS NULL AND kind IN @kinds AND key NOT IN @keys",
            new
            {
                now = Instants.Text(now),
                kinds = kinds.Select(k => k.Word).ToList(),
                keys = facts.Select(f => f.Key).ToList(),
            },
            transaction
        );
        transaction.Commit();
        return [.. news.Select(id => Find(id)).OfType<Alert>()];
    }

    private static bool IsLongOver(AlertRow last, DateTimeOffset now) =>
        last.ToAlert().ResolvedAt is { } ended && now - ended > Flapping;

    private List<Alert> Read(string where, object values)
    {
        using var open = _database.Open();
        return
        [
            .. open.Query<AlertRow>($"SELECT {AlertRow.Columns} FROM alert WHERE {where}", values)
                .Select(r => r.ToAlert()),
        ];
    }
}
