using System.Globalization;
using Outlay.Inventory;
using Outlay.Inventory.Snapshots;
using Outlay.Kernel;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Netting;
using Outlay.Optimization.Prices.Lists;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Scans;
using Outlay.Query;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Analysis;

/// <summary>
/// Judges the newest scans and the bill by all rules, decides which savings count, and keeps what it found. The same scans, bill, bounds
/// and day are judged once.
/// </summary>
public sealed class OptimizationAnalysis : IDisposable
{
    private readonly IQueryEngine _engine;
    private readonly IBillReader _bill;
    private readonly ScanSourceStore _sources;
    private readonly SnapshotFolder _snapshots;
    private readonly FindingStore _findings;
    private readonly AnalysisStore _store;
    private readonly SavingsCheck _savings;
    private readonly PriceListStore _lists;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1);

    internal OptimizationAnalysis(
        IQueryEngine engine,
        IBillReader bill,
        ScanSourceStore sources,
        SnapshotFolder snapshots,
        FindingStore findings,
        AnalysisStore store,
        SavingsCheck savings,
        PriceListStore lists,
        TimeProvider time
    )
    {
        _engine = engine;
        _bill = bill;
        _sources = sources;
        _snapshots = snapshots;
        _findings = findings;
        _store = store;
        _savings = savings;
        _lists = lists;
        _time = time;
    }

    /// <summary>What the last analysis went by and came to; null before the first.</summary>
    public AnalysisReport? Last => _store.Last()?.Report;

    /// <summary>Analyses, when there is something new to judge.</summary>
    /// <returns>Whether it did; a problem when the bill cannot be read, and then everything stands as it was.</returns>
    public async Task<Result<bool>> RunAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var facts = _engine.Facts();
            var stamp = Stamp(facts);
            if (_store.Last()?.Stamp == stamp)
            {
                return false;
            }

            var problem = await AnalyseAsync(facts, stamp, cancellationToken);
            return problem is null ? true : problem;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Decides anew which savings count, after people decided something.</summary>
    public void Net()
    {
        var all = _findings.Active();
        _findings.Net(
            all.GroupBy(r => r.Currency, StringComparer.Ordinal)
                .SelectMany(g => SavingNetting.Select([.. g]).Items)
                .Select(n => (n.Recommendation.Key, n.NetSaving, n.Reason))
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<Problem?> AnalyseAsync(
        LakeFacts facts,
        string stamp,
        CancellationToken cancellationToken
    )
    {
        var started = _time.GetTimestamp();
        var problems = new List<string>();
        var scans = Snapshots(problems);
        var days = BillDays.Of(facts);
        var settings = _store.Settings();
        var judged = await new Judge(_bill, _lists.All() is [] ? null : _lists, _time).RunAsync(
            scans,
            days,
            settings,
            cancellationToken
        );
        if (!judged.IsOk)
        {
            return judged.Problem;
        }

        var found = Keep(judged.Value.Verdicts, settings);
        Net();
        var report = new AnalysisReport
        {
            At = _time.GetUtcNow(),
            Took = _time.GetElapsedTime(started),
            From = days?.From,
            To = days?.Last,
            Lines = judged.Value.Lines,
            Scans = scans.Count,
            Resources = scans.Sum(s => s.Resources.Count),
            Found = found,
            Problems = [.. problems, .. judged.Value.Problems],
            Commitments = judged.Value.Commitments,
            Mixes = judged.Value.Mixes,
        };
        var checks = await _savings.RunAsync(cancellationToken);
        if (checks is null)
        {
            _store.Save(stamp, report);
        }

        return checks;
    }

    private int Keep(
        IReadOnlyList<(RuleInfo Rule, Verdict Verdict)> verdicts,
        RuleSettings settings
    )
    {
        var found = verdicts
            .Select(v => (v.Rule, (v.Verdict as Recommended)?.Recommendation))
            .Where(v => v.Recommendation is not null && settings.IsWorthwhile(v.Recommendation))
            .Select(v => (Recommendation: v.Recommendation!, v.Rule.Category))
            .DistinctBy(v => v.Recommendation.Key, StringComparer.Ordinal)
            .ToList();
        var unjudged = verdicts
            .Select(v => (v.Rule, Insufficient: v.Verdict as InsufficientData))
            .Where(v => v.Insufficient is not null)
            .Select(v => new Unjudged(
                v.Insufficient!.Rule,
                v.Rule.Category,
                v.Insufficient.Subject.Name,
                v.Insufficient.Subject.Label,
                v.Insufficient.Reason
            ))
            .ToList();
        _findings.Save(found, unjudged);
        return found.Count;
    }

    private List<Snapshot> Snapshots(List<string> problems)
    {
        var scans = new List<Snapshot>();
        foreach (var source in _sources.All())
        {
            var latest = _snapshots.Latest(source.Id);
            if (latest.Problem is { } problem)
            {
                problems.Add($"{source.Name}: {problem}");
            }
            else if (latest.Value is { } snapshot)
            {
                scans.Add(snapshot);
            }
        }

        return scans;
    }

    // The build is part of it, so that new rules judge what old ones have judged.
    private string Stamp(LakeFacts facts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{typeof(RuleBook).Module.ModuleVersionId}|{facts.Revision}|{_time.GetUtcNow():yyyy-MM-dd}|{string.Join(',', _sources.All().Select(s => $"{s.Id}:{_snapshots.Stamp(s.Id)}"))}|{_lists.Stamp()}|{_store.SettingsText()}"
        );
}
