using System.Runtime.CompilerServices;
using Outlay.Inventory.Snapshots;
using Outlay.Kernel;

namespace Outlay.Optimization.Scans;

/// <summary>Everything a face can ask of scans: sources, tests, scans and their history.</summary>
public sealed class ScanBook
{
    private const int LongestName = 60;
    private const int MostHours = 24 * 31;
    private const int MostDays = 93;
    private readonly ScanSourceStore _sources;
    private readonly ScanLedger _ledger;
    private readonly ScanRunner _runner;
    private readonly ScanSignal _signal;
    private readonly SnapshotFolder _snapshots;

    internal ScanBook(
        ScanSourceStore sources,
        ScanLedger ledger,
        ScanRunner runner,
        ScanSignal signal,
        SnapshotFolder snapshots,
        Collectors collectors
    )
    {
        _sources = sources;
        _ledger = ledger;
        _runner = runner;
        _signal = signal;
        _snapshots = snapshots;
        Collectors = collectors;
    }

    /// <summary>What can be scanned.</summary>
    public Collectors Collectors { get; }

    /// <summary>All sources, by name.</summary>
    public IReadOnlyList<ScanSource> Sources() => _sources.All();

    /// <summary>One; null when unknown.</summary>
    public ScanSource? Find(long id) => _sources.Find(id);

    /// <summary>One by its name, whatever the case; null when unknown.</summary>
    public ScanSource? Find(string name) => _sources.Find(name.Trim());

    /// <summary>The newest scans of a source, newest first.</summary>
    public IReadOnlyList<Scan> Of(long sourceId, int count = 20) => _ledger.Of(sourceId, count);

    /// <summary>The newest scan of each source, by the source's number.</summary>
    public IReadOnlyDictionary<long, Scan> Latest() => _ledger.Latest();

    /// <summary>Which secrets a source has, by the names of their fields.</summary>
    public IReadOnlyList<string> SecretsOf(ScanSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var all = _sources.Open(source.Id);
        return all.IsOk ? [.. all.Value.Values.Keys.Except(source.Settings.Values.Keys)] : [];
    }

    /// <summary>All that is wrong with a new source, or with the changes to one that stands.</summary>
    public IReadOnlyList<Problem> Check(ScanSourceDraft draft, ScanSource? standing = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var collector = Collectors.Get(draft.Kind);
        if (!collector.IsOk)
        {
            return [collector.Problem];
        }

        var settings = Whole(draft, standing).Settings;
        var lacking = settings.Lacking(collector.Value.Fields).ToList();
        return
        [
            .. standing is null ? CheckName(draft.Name) : [],
            .. lacking.Count > 0 ? lacking : collector.Value.Check(settings),
            .. CheckTerms(draft),
        ];
    }

    /// <summary>Makes a source; the first of the problems when it cannot be. Its first scan begins when it is asked for.</summary>
    public Result<ScanSource> Create(ScanSourceDraft draft)
    {
        if (Check(draft) is [var first, ..])
        {
            return first;
        }

        return _sources.Add(draft, Collectors.Find(draft.Kind)!) is { } made
            ? made
            : Taken(draft.Name);
    }

    /// <summary>Changes a source's settings; secrets that the draft leaves out stay.</summary>
    public Result<ScanSource> Change(long id, ScanSourceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (_sources.Find(id) is not { } standing)
        {
            return Unknown(id);
        }

        var named = draft with { Name = standing.Name, Kind = standing.Kind };
        if (Check(named, standing) is [var first, ..])
        {
            return first;
        }

        _sources.Change(id, Whole(named, standing), Collectors.Find(named.Kind)!);
        return _sources.Find(id)!;
    }

    /// <summary>Deletes a source with its credentials, its history and its snapshots; its recommendations go with the next analysis.</summary>
    public Result<ScanSource> Delete(long id)
    {
        if (_sources.Find(id) is not { } source)
        {
            return Unknown(id);
        }

        if (_ledger.Of(id, 1) is [{ IsOver: false }])
        {
            return new Problem(
                ProblemKind.Conflict,
                $"{source.Name} is being scanned.",
                "Stop the scan first, then delete the source."
            );
        }

        _sources.Delete(id);
        _snapshots.Delete(id);
        return source;
    }

    /// <summary>Tests a source call by call.</summary>
    public async IAsyncEnumerable<TestStep> TestAsync(
        ScanSource source,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        var collector = Collectors.Get(source.Kind);
        var settings = _sources.Open(source.Id);
        var wrong =
            collector.Problem
            ?? settings.Problem
            ?? settings.Value.Lacking(collector.Value.Fields).FirstOrDefault()
            ?? (collector.Value.Check(settings.Value) is [var first, ..] ? first : null);
        yield return new TestStep("Settings", wrong is null ? "complete" : null, wrong);
        if (wrong is not null)
        {
            yield break;
        }

        await foreach (var step in collector.Value.TestAsync(settings.Value, cancellationToken))
        {
            yield return step;
        }
    }

    /// <summary>Asks the server's worker for a scan; the one that has not ended yet when there is one.</summary>
    public Result<Scan> Enqueue(long sourceId)
    {
        if (_sources.Find(sourceId) is null)
        {
            return Unknown(sourceId);
        }

        var scan = _ledger.Add(sourceId, scheduled: false) ?? _ledger.Of(sourceId, 1)[0];
        _signal.Set();
        return scan;
    }

    /// <summary>Scans here and now, reporting each change; for the command line.</summary>
    public async Task<Result<Scan>> RunAsync(
        long sourceId,
        IProgress<Scan>? progress,
        CancellationToken cancellationToken
    )
    {
        if (_sources.Find(sourceId) is null)
        {
            return Unknown(sourceId);
        }

        return _ledger.Add(sourceId, scheduled: false) is { } scan
            ? await _runner.RunAsync(scan, progress, cancellationToken)
            : new Problem(
                ProblemKind.Conflict,
                "This source is being scanned already.",
                "Watch it in Optimization, or wait for it to end."
            );
    }

    /// <summary>Stops a scan that waits or runs; the last snapshot stands.</summary>
    public Result<Scan> Cancel(long sourceId)
    {
        if (_ledger.Of(sourceId, 1) is not [{ IsOver: false } scan])
        {
            return new Problem(ProblemKind.Conflict, "There is no scan to stop.");
        }

        _ledger.AskToCancel(scan.Id);
        if (scan.State == ScanState.Queued)
        {
            scan = scan with { State = ScanState.Cancelled, Message = "Stopped on request." };
            _ledger.Save(scan);
        }

        return scan;
    }

    // A secret is never sent to a face, so a form sends back only those that a person typed anew.
    private ScanSourceDraft Whole(ScanSourceDraft draft, ScanSource? standing)
    {
        if (standing is null || Collectors.Find(draft.Kind) is not { } collector)
        {
            return draft;
        }

        var kept = _sources.Open(standing.Id);
        if (!kept.IsOk)
        {
            return draft;
        }

        var values = new Dictionary<string, string>(draft.Settings.Values, StringComparer.Ordinal);
        foreach (var field in collector.Fields.Where(f => f.IsSecret))
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
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName)
        {
            yield return new Problem(
                ProblemKind.Invalid,
                "The source needs a name of 1 to 60 characters.",
                "Name it after what is scanned, such as AWS organisation.",
                "name"
            );
        }
        else if (_sources.Find(name.Trim()) is not null)
        {
            yield return Taken(name);
        }
    }

    private static IEnumerable<Problem> CheckTerms(ScanSourceDraft draft)
    {
        if (draft.EveryHours is < 0 or > MostHours)
        {
            yield return new Problem(
                ProblemKind.Invalid,
                $"{draft.EveryHours} hours cannot be from one scan to the next.",
                $"Write 1 to {MostHours}, or 0 for only when asked.",
                "every"
            );
        }

        if (draft.WindowDays is < 1 or > MostDays)
        {
            yield return new Problem(
                ProblemKind.Invalid,
                $"{draft.WindowDays} is no number of days to read metrics of.",
                $"Write 1 to {MostDays}; 14 is usual, 32 sees a month's end.",
                "window"
            );
        }
    }

    private static Problem Taken(string name) =>
        new(
            ProblemKind.Conflict,
            $"There is a source {name.Trim()} already.",
            "Choose another name, or change that one.",
            "name"
        );

    private static Problem Unknown(long id) =>
        new(ProblemKind.NotFound, $"There is no scan source {id}.");
}
