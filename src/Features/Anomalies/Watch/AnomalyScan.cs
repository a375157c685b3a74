using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Events;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>
/// Looks for anomalies in everything that is watched, joins what several levels show to one event, ranks causes and keeps what it found.
/// The same lake on the same day is looked at once.
/// </summary>
public sealed class AnomalyScan : IDisposable
{
    /// <summary>How far back anomalies are kept up to date.</summary>
    public const int DaysKept = 60;

    private const int MostCauses = 20;
    private const int MostParts = 8;
    private const double LeastShare = 0.05;
    private readonly IQueryEngine _engine;
    private readonly AnomalySeries _series;
    private readonly AnomalyCauses _causes;
    private readonly AnomalyStore _store;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1);
    private (long Revision, DateOnly Day, AnomalySettings Settings, int Said)? _done;
    private int _said;

    internal AnomalyScan(
        IQueryEngine engine,
        AnomalySeries series,
        AnomalyCauses causes,
        AnomalyStore store,
        TimeProvider time
    )
    {
        _engine = engine;
        _series = series;
        _causes = causes;
        _store = store;
        _time = time;
    }

    /// <summary>Scans, when there is something new to scan.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<Result<bool>> RunAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var facts = _engine.Facts();
            var now = (facts.Revision, _series.Today, _store.Settings(), _said);
            if (facts.IsEmpty || _done == now)
            {
                return false;
            }

            foreach (var code in facts.Currencies)
            {
                if (
                    Currency.TryParse(code, out var currency)
                    && await ScanAsync(currency, facts, cancellationToken) is { } problem
                )
                {
                    return problem;
                }
            }

            _done = now;
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>Lets the next run look again, because a person said something that teaches the detector.</summary>
    internal void Again() => Interlocked.Increment(ref _said);

    private async Task<Problem?> ScanAsync(
        Currency currency,
        LakeFacts facts,
        CancellationToken cancellationToken
    )
    {
        var read = await _series.ReadAsync(currency, facts, cancellationToken);
        if (!read.IsOk)
        {
            return read.Problem;
        }

        var since = _series.Today.AddDays(-DaysKept);
        var known = _store
            .Since(since.AddDays(-DaysKept))
            .Where(a => a.Currency == currency)
            .ToList();
        var settings = _store.Settings();
        var events = await Task.Run(
            () => Events(read.Value, known, settings, since),
            cancellationToken
        );
        var paths = read.Value.ToDictionary(s => s.Node.Key, s => s.Path, StringComparer.Ordinal);
        var found = new List<Anomaly>();
        foreach (var (e, i) in events.Select((e, i) => (e, i)))
        {
            var anomaly = Of(e, currency, paths);
            if (i < MostCauses)
            {
                var causes = await _causes.RankAsync(anomaly, cancellationToken);
                if (!causes.IsOk)
                {
                    return causes.Problem;
                }

                anomaly = anomaly with { Causes = causes.Value };
            }

            found.Add(anomaly);
        }

        _store.Save(currency, since, found);
        return null;
    }

    private static List<CostEvent> Events(
        IReadOnlyList<WatchedSeries> watched,
        IReadOnlyList<Anomaly> known,
        AnomalySettings settings,
        DateOnly since
    )
    {
        var detector = new AnomalyDetector(
            DetectionSettings.Default with
            {
                Sensitivity = settings.Sensitivity,
                ColdStartSensitivity = settings.Sensitivity + 1,
                MoneyFloor = settings.MoneyFloor,
            }
        );
        var planned = known
            .Where(a => Teaches(a))
            .Select(a => (a.SeriesKey, Days: new PlannedPeriod(a.Start, a.ExpectedUntil ?? a.End)))
            .ToList();
        var alerts = detector
            .DetectAll([
                .. watched.Select(w =>
                    w.Series with
                    {
                        Planned =
                        [
                            .. planned
                                .Where(p => AnomalySeries.AreOnOnePath(w.Node.Key, p.SeriesKey))
                                .Select(p => p.Days),
                        ],
                    }
                ),
            ])
            .SelectMany(d => Echoes.Without(d.Alerts))
            .Where(a => a.End >= since)
            .ToList();
        return
        [
            .. new EventMerger(EventSettings.Default).Merge(
                [.. watched.Select(w => w.Node)],
                alerts,
                [
                    .. known.Select(a => new KnownEvent(
                        a.Id,
                        a.SeriesKey,
                        a.Start,
                        a.End,
                        a.Direction
                    )),
                ]
            ),
        ];
    }

    private static bool Teaches(Anomaly anomaly) =>
        anomaly.State == AnomalyState.Expected || anomaly.Reason == AnomalyReason.FalseAlarm;

    private Anomaly Of(
        CostEvent found,
        Currency currency,
        Dictionary<string, IReadOnlyList<PathStep>> paths
    ) =>
        new()
        {
            Id = found.Id,
            Currency = currency,
            SeriesKey = found.Node.Key,
            Level = found.Node.Level,
            Path = paths[found.Node.Key],
            Parts =
            [
                .. found
                    .Children.Where(p => p.Share >= LeastShare)
                    .Take(MostParts)
                    .Select(p =>
                        string.Join(" · ", paths[p.Node.Key].Select(s => s.Value ?? "none"))
                    ),
            ],
            Causes = [],
            Kind = found.Head.Kind,
            Direction = found.Head.Direction,
            Start = found.Head.Start,
            End = found.Head.End,
            IsRunning = found.Head.IsOpen,
            Actual = found.Head.Actual,
            Expected = found.Head.FrozenExpected,
            Confidence = found.Head.Confidence,
            Severity = found.Severity,
            OffsetBy = found.OffsetBy,
            FoundAt = _time.GetUtcNow(),
        };
}
