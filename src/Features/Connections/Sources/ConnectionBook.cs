using System.Runtime.CompilerServices;
using Outlay.Connections.Syncs;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Connections.Sources;

/// <summary>Everything a face can ask of connections themselves: list, make, change, test, pause, delete.</summary>
public sealed class ConnectionBook
{
    private const int LongestName = 60;
    private const int MostMonths = 60;
    private readonly ConnectionStore _store;
    private readonly SyncLedger _syncs;
    private readonly LandingFolder _landing;
    private readonly ILakeCatalog _catalog;

    internal ConnectionBook(
        ConnectionStore store,
        SyncLedger syncs,
        LandingFolder landing,
        ILakeCatalog catalog,
        Connectors connectors
    )
    {
        _store = store;
        _syncs = syncs;
        _landing = landing;
        _catalog = catalog;
        Connectors = connectors;
    }

    /// <summary>The kinds of connection there are.</summary>
    public Connectors Connectors { get; }

    /// <summary>All connections, by name.</summary>
    public IReadOnlyList<Connection> All() => _store.All();

    /// <summary>One; null when unknown.</summary>
    public Connection? Find(long id) => _store.Find(id);

    /// <summary>One by its name, whatever the case; null when unknown.</summary>
    public Connection? Find(string name) => _store.Find(name.Trim());

    /// <summary>Which secrets a connection has, by the names of their fields.</summary>
    public IReadOnlyList<string> SecretsOf(Connection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var all = _store.Open(connection.Id);
        return all.IsOk ? [.. all.Value.Values.Keys.Except(connection.Settings.Values.Keys)] : [];
    }

    /// <summary>All that is wrong with a new connection, or with the changes to one that stands.</summary>
    public IReadOnlyList<Problem> Check(ConnectionDraft draft, Connection? standing = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var connector = Connectors.Get(draft.Kind);
        if (!connector.IsOk)
        {
            return [connector.Problem];
        }

        return
        [
            .. standing is null ? CheckName(draft.Name) : [],
            .. Whole(draft, standing).Settings.Lacking(connector.Value.Fields) is var lacking
            && lacking.Any()
                ? lacking
                : connector.Value.Check(Whole(draft, standing).Settings),
            .. CheckTerms(draft),
        ];
    }

    /// <summary>Makes a connection, whose schedule rests until it is started; the first of the problems when it cannot be.</summary>
    public Result<Connection> Create(ConnectionDraft draft)
    {
        if (Check(draft) is [var first, ..])
        {
            return first;
        }

        return _store.Add(draft, Schedule(draft), Connectors.Find(draft.Kind)!) is { } made
            ? made
            : Taken(draft.Name);
    }

    /// <summary>Changes a connection's settings; secrets that the draft leaves out stay.</summary>
    public Result<Connection> Change(long id, ConnectionDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (_store.Find(id) is not { } standing)
        {
            return Unknown(id);
        }

        var named = draft with { Name = standing.Name, Kind = standing.Kind };
        if (Check(named, standing) is [var first, ..])
        {
            return first;
        }

        _store.Change(id, Whole(named, standing), Schedule(named), Connectors.Find(named.Kind)!);
        return _store.Find(id)!;
    }

    /// <summary>Lets the schedule rest, or go on.</summary>
    public Result<Connection> Pause(long id, bool paused)
    {
        _store.Pause(id, paused);
        return _store.Find(id) is { } connection ? connection : Unknown(id);
    }

    /// <summary>Deletes a connection with its credentials and history; with its data only when asked to.</summary>
    /// <returns>The connection as it was.</returns>
    public Result<Connection> Delete(long id, bool withData)
    {
        if (_store.Find(id) is not { } connection)
        {
            return Unknown(id);
        }

        if (_syncs.Open(id) is not null)
        {
            return new Problem(
                ProblemKind.Conflict,
                $"{connection.Name} is being synchronised.",
                "Stop the sync first, then delete the connection."
            );
        }

        _store.Delete(id);
        _landing.Empty(id);
        if (withData)
        {
            _catalog.Forget(connection.Name);
        }

        return connection;
    }

    /// <summary>Tests settings before they are kept, or changed ones of a connection that stands.</summary>
    public async IAsyncEnumerable<TestStep> TestAsync(
        ConnectionDraft draft,
        Connection? standing,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        var connector = Connectors.Get(draft.Kind);
        if (!connector.IsOk)
        {
            yield return new TestStep("Settings", null, connector.Problem);
            yield break;
        }

        var settings = Whole(draft, standing).Settings;
        var wrong =
            settings.Lacking(connector.Value.Fields).FirstOrDefault()
            ?? (connector.Value.Check(settings) is [var first, ..] ? first : null);
        yield return new TestStep("Settings", wrong is null ? "complete" : null, wrong);
        if (wrong is not null)
        {
            yield break;
        }

        await foreach (var step in connector.Value.TestAsync(settings, cancellationToken))
        {
            yield return step;
        }
    }

    /// <summary>Tests a connection as it stands.</summary>
    public IAsyncEnumerable<TestStep> TestAsync(
        Connection connection,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(connection);
        return TestAsync(
            new ConnectionDraft
            {
                Name = connection.Name,
                Kind = connection.Kind,
                Settings = connection.Settings,
                Months = connection.Months,
            },
            connection,
            cancellationToken
        );
    }

    // A secret is never sent to a face, so a form sends back only those that a person typed anew.
    private ConnectionDraft Whole(ConnectionDraft draft, Connection? standing)
    {
        if (standing is null || Connectors.Find(draft.Kind) is not { } connector)
        {
            return draft;
        }

        var kept = _store.Open(standing.Id);
        if (!kept.IsOk)
        {
            return draft;
        }

        var values = new Dictionary<string, string>(draft.Settings.Values, StringComparer.Ordinal);
        foreach (var field in connector.Fields.Where(f => f.IsSecret))
        {
            if (draft.Settings[field.Name] is null && kept.Value[field.Name] is { } secret)
            {
                values[field.Name] = secret;
            }
        }

        return draft with
        {
            Settings = new SettingValues(values),
        };
    }

    private IEnumerable<Problem> CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new Problem(
                ProblemKind.Invalid,
                "The connection has no name.",
                "Name it after what it brings, such as AWS production.",
                "name"
            );
        }
        else if (name.Trim().Length > LongestName)
        {
            yield return new Problem(
                ProblemKind.Invalid,
                $"The name is longer than {LongestName} characters.",
                "Choose a shorter one.",
                "name"
            );
        }
        else if (_store.Find(name.Trim()) is not null)
        {
            yield return Taken(name);
        }
    }

    private static IEnumerable<Problem> CheckTerms(ConnectionDraft draft)
    {
        if (!SyncSchedule.TryParse(draft.Schedule, out _))
        {
            yield return new Problem(
                ProblemKind.Invalid,
                $"'{draft.Schedule}' is no schedule.",
                $"Write one of {string.Join(", ", SyncSchedule.Presets.Select(p => p.Word))}, or a cron expression such as 30 4 * * * for 04:30 UTC each day.",
                "schedule"
            );
        }

        if (draft.Months is < 1 or > MostMonths)
        {
            yield return new Problem(
                ProblemKind.Invalid,
                $"{draft.Months} is no number of months to keep up to date.",
                $"Write 1 to {MostMonths}.",
                "months"
            );
        }

        if (draft.Currency is { Length: > 0 } currency && !Currency.TryParse(currency, out _))
        {
            yield return new Problem(
                ProblemKind.Invalid,
                $"'{currency}' is not a currency code.",
                "Write three letters such as USD.",
                "currency"
            );
        }
    }

    private static SyncSchedule Schedule(ConnectionDraft draft) =>
        SyncSchedule.TryParse(draft.Schedule, out var schedule) ? schedule : SyncSchedule.Default;

    private static Problem Taken(string name) =>
        new(
            ProblemKind.Conflict,
            $"There is a connection {name.Trim()} already.",
            "Choose another name, or change that one.",
            "name"
        );

    private static Problem Unknown(long id) =>
        new(ProblemKind.NotFound, $"There is no connection {id}.");
}
