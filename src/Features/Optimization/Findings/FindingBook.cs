using Outlay.Kernel;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Rules;

namespace Outlay.Optimization.Findings;

/// <summary>Everything a face can ask of findings: list, look at, decide, what was really saved, and the bounds they are found by.</summary>
public sealed class FindingBook
{
    private const int MostAtOnce = 1000;
    private readonly FindingStore _store;
    private readonly SavingLedger _ledger;
    private readonly SavingsCheck _check;
    private readonly AnalysisStore _analyses;
    private readonly OptimizationAnalysis _analysis;
    private readonly TimeProvider _time;

    internal FindingBook(
        FindingStore store,
        SavingLedger ledger,
        SavingsCheck check,
        AnalysisStore analyses,
        OptimizationAnalysis analysis,
        TimeProvider time
    )
    {
        _store = store;
        _ledger = ledger;
        _check = check;
        _analyses = analyses;
        _analysis = analysis;
        _time = time;
    }

    /// <summary>Bounds that rules go by.</summary>
    public RuleSettings Settings => _analyses.Settings();

    /// <summary>What the last analysis went by and came to; null before the first.</summary>
    public AnalysisReport? LastAnalysis => _analyses.Last()?.Report;

    /// <summary>A page of findings.</summary>
    public FindingPage Page(FindingQuery query) => _store.Page(query);

    /// <summary>All findings of a query, one at a time; for files.</summary>
    public IEnumerable<Finding> Each(FindingQuery query) => _store.Each(query);

    /// <summary>What the open findings of each tab come to, by currency.</summary>
    public IReadOnlyList<CategorySum> Totals() => _store.Totals();

    /// <summary>One; null when unknown.</summary>
    public Finding? Find(long id) => _store.Find(id);

    /// <summary>What was said of one, newest first.</summary>
    public IReadOnlyList<FindingEvent> Events(long id) => _store.Events(id);

    /// <summary>What one that is done has saved; null before it was measured.</summary>
    public VerifiedSaving? SavingOf(long id) => _ledger.Find(id);

    /// <summary>What all that are done have saved, by the finding's number.</summary>
    public IReadOnlyDictionary<long, VerifiedSaving> Savings() => _ledger.All();

    /// <summary>Resources of which too little is known, of a tab or of all.</summary>
    public IReadOnlyList<Unjudged> Unjudged(Category? category, int most = 200) =>
        _store.Unjudged(category, most);

    /// <summary>How many resources too little is known of.</summary>
    public int CountUnjudged(Category? category) => _store.CountUnjudged(category);

    /// <summary>The values there are of a column, for pickers.</summary>
    public IReadOnlyList<string> Values(FindingColumn column) => _store.Values(column);

    /// <summary>Decides of some findings at once.</summary>
    /// <param name="ids">Their numbers.</param>
    /// <param name="action"><c>open</c>, <c>snooze</c>, <c>dismiss</c>, <c>plan</c> or <c>done</c>.</param>
    /// <param name="until">A day, for snooze and plan.</param>
    /// <param name="note">A reason, for dismiss.</param>
    /// <param name="author">Who decides.</param>
    /// <param name="cancellationToken">Ends the measuring of what is done.</param>
    /// <returns>How many; a problem and no change when one is unknown or something is missing.</returns>
    public async Task<Result<int>> SayAsync(
        IReadOnlyList<long> ids,
        string? action,
        string? until,
        string? note,
        string author,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(ids);
        var decision = Decision.Read(
            action,
            until,
            note,
            DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime)
        );
        if (!decision.IsOk)
        {
            return decision.Problem;
        }

        if (ids.Count is 0 or > MostAtOnce)
        {
            return new Problem(
                ProblemKind.Invalid,
                ids.Count == 0 ? "No recommendation is picked." : "Too many are picked at once.",
                $"Pick 1 to {MostAtOnce}.",
                "ids"
            );
        }

        if (ids.Where(id => _store.Find(id) is null).Take(1).ToList() is [var unknown])
        {
            return new Problem(
                ProblemKind.NotFound,
                $"There is no recommendation {unknown}.",
                "It may be gone; nothing was changed."
            );
        }

        _store.Say(ids, decision.Value, author);
        _analysis.Net();
        return
            decision.Value.State == FindingState.Done
            && await _check.RunAsync(cancellationToken) is { } problem
            ? problem
            : ids.Count;
    }

    /// <summary>Sets the bounds that rules go by, from the next analysis on.</summary>
    public Result<RuleSettings> Set(RuleSettings settings)
    {
        if (settings.Check() is { } problem)
        {
            return problem;
        }

        _analyses.Set(settings);
        return settings;
    }
}
