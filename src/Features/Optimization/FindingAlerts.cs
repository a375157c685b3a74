using System.Globalization;
using Outlay.Alerts;
using Outlay.Kernel;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Scans;

namespace Outlay.Optimization;

/// <summary>Keeps the analysis up to date and tells of scans that failed, of large savings that are new, and of savings that were undone.</summary>
internal sealed class FindingAlerts(
    OptimizationAnalysis analysis,
    FindingStore findings,
    SavingLedger ledger,
    ScanSourceStore sources,
    ScanLedger scans,
    TimeProvider time
) : IAlertSource
{
    private const decimal LargeSaving = 500m;
    private const int MostLarge = 20;
    private static readonly TimeSpan New = TimeSpan.FromDays(7);

    private static readonly AlertKind Failed = new(
        "scan-failed",
        "Scan failed",
        "A scan could read nothing, so that recommendations go by an older one."
    );

    private static readonly AlertKind Saving = new(
        "saving-found",
        "Large saving found",
        "A recommendation of the last week saves 500 a month or more, in the currency of the bill."
    );

    private static readonly AlertKind Reverted = new(
        "saving-reverted",
        "Saving reverted",
        "A recommendation is marked as done, and the bill shows that it saves nearly nothing."
    );

    public IReadOnlyList<AlertKind> Kinds { get; } = [Failed, Saving, Reverted];

    public async Task<Result<IReadOnlyList<AlertFact>>> HoldsAsync(
        CancellationToken cancellationToken
    )
    {
        var analysed = await analysis.RunAsync(cancellationToken);
        return analysed.IsOk
            ? FailedScans().Concat(LargeSavings()).Concat(RevertedSavings()).ToList()
            : analysed.Problem;
    }

    private IEnumerable<AlertFact> FailedScans()
    {
        var latest = scans.Latest();
        return sources
            .All()
            .Where(s => latest.TryGetValue(s.Id, out var scan) && scan.State == ScanState.Failed)
            .Select(s => new AlertFact(
                $"scan/{s.Id}",
                Failed.Word,
                AlertSeverity.Warning,
                $"The scan of {s.Name} failed",
                latest[s.Id].Message ?? "It gave no reason.",
                $"/optimization/scans/{s.Id}"
            ));
    }

    private IEnumerable<AlertFact> LargeSavings() =>
        findings
            .Page(new FindingQuery { Limit = MostLarge })
            .Rows.Where(f => f.Net >= LargeSaving && time.GetUtcNow() - f.FirstSeen < New)
            .Select(f => new AlertFact(
                $"saving/{f.Id}",
                Saving.Word,
                AlertSeverity.Info,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{f.Recommendation.Subject.Label}: {f.Recommendation.Title} saves {f.Net:#,##0} {f.Recommendation.Currency} a month"
                ),
                f.Recommendation.Why,
                $"/optimization?open={f.Id}"
            ));

    private IEnumerable<AlertFact> RevertedSavings()
    {
        var savings = ledger.All();
        return findings
            .Each(new FindingQuery { State = FindingState.Done })
            .Where(f =>
                savings.TryGetValue(f.Id, out var saving)
                && saving.Verdict == SavingVerdict.Reverted
            )
            .Select(f => new AlertFact(
                $"reverted/{f.Id}",
                Reverted.Word,
                AlertSeverity.Warning,
                $"{f.Recommendation.Subject.Label}: {f.Recommendation.Title} was done and saves nearly nothing",
                savings[f.Id].Words,
                $"/optimization?state=done&open={f.Id}"
            ));
    }
}
