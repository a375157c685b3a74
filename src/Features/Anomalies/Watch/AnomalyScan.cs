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
    private const double FloorsOfResource = 5;
    private const int DaysSketched = 14;
    private const int MostSketched = 60;
    private readonly IQueryEngine _engine;
    private readonly AnomalySeries _series;
    private readonly AnomalyCauses _causes;
    private readonly PriceOrUsage _movers;
    private readonly FirstSeenScan _arrivals;
    private readonly AnomalyStore _store;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _gate = new(1);
    private (long Revision, DateOnly Day, AnomalySettings Settings, int Said)? _done;
    private int _said;

    internal AnomalyScan(
        IQueryEngine engine,
        AnomalySeries series,
        AnomalyCauses causes,
        PriceOrUsage movers,
        FirstSeenScan arrivals,
        AnomalyStore store,
        TimeProvider time
    )
    {
        _engine = engine;
        _series = series;
        _causes = causes;
        _movers = movers;
        _arrivals = arrivals;
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
        var (events, sketches) = await Task.Run(
            () => Events(read.Value, known, settings, since),
            cancellationToken
        );
        var paths = read.Value.ToDictionary(s => s.Node.Key, s => s.Path, StringComparer.Ordinal);
        var found = new List<Anomaly>();
        foreach (var (e, i) in events.Select((e, i) => (e, i)))
        {
            var anomaly = Of(e, currency, paths) with { Sketch = sketches[e.Id] };
            if (i < MostCauses)
            {
                var causes = await _causes.RankAsync(anomaly, cancellationToken);
                if (!causes.IsOk)
                {
                    return causes.Problem;
                }

                anomaly = anomaly with
                {
                    Causes = causes.Value,
                    Why = await _movers.SayAsync(anomaly, cancellationToken),
                };
            }

            found.Add(anomaly);
        }

        _store.Save(currency, since, found);
        return await SeeAsync(currency, facts, settings, cancellationToken);
    }

    private async Task<Problem?> SeeAsync(
        Currency currency,
        LakeFacts facts,
        AnomalySettings settings,
        CancellationToken cancellationToken
    )
    {
        if (settings.ArrivalFloor is not { } floor)
        {
            return null;
        }

        var seen = await _arrivals.FindAsync(currency, facts, floor, cancellationToken);
        if (seen.IsOk)
        {
            _store.Save(currency, seen.Value);
        }

        return seen.Problem;
    }

    private static (
        List<CostEvent> Events,
        Dictionary<string, IReadOnlyList<SketchedDay>> Sketches
    ) Events(
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
        var detected = detector.DetectAll([
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
        ]);
        var alerts = Told(detected, watched, settings.MoneyFloor)
            .Where(a => a.End >= since)
            .ToList();
        var events = RegionEvents.Fold(
            watched,
            alerts,
            [.. known.Select(a => new KnownEvent(a.Id, a.SeriesKey, a.Start, a.End, a.Direction))]
        );
        var days = watched
            .Zip(detected, (w, d) => (w.Node.Key, d.Days))
            .ToDictionary(d => d.Key, d => d.Days, StringComparer.Ordinal);
        return (
            events,
            events.ToDictionary(e => e.Id, e => Sketch(days[e.Node.Key], e), StringComparer.Ordinal)
        );
    }

    private static IReadOnlyList<SketchedDay> Sketch(IReadOnlyList<ScoredDay> days, CostEvent e) =>
        [
            .. days.Where(d =>
                    d.Date >= e.Head.Start.AddDays(-DaysSketched)
                    && d.Date <= e.Head.End.AddDays(DaysSketched / 2)
                    && d.Verdict != DayVerdict.Incomplete
                )
                .SkipWhile(d => d.Expected is null)
                .TakeLast(MostSketched)
                .Select(d => new SketchedDay(
                    Math.Round(d.Actual, 2),
                    Math.Round(Math.Max(0, d.Lower ?? 0), 2),
                    Math.Round(d.Upper ?? 0, 2)
                )),
        ];

    // Resources come and go; one that its service does not show must matter by itself.
    private static IEnumerable<Alert> Told(
        IReadOnlyList<SeriesDetection> detected,
        IReadOnlyList<WatchedSeries> watched,
        double floor
    )
    {
        var all = watched
            .Zip(detected, (w, d) => (w.Node, Alerts: Echoes.Without(d.Alerts).ToList()))
            .ToList();
        var bySeries = all.ToDictionary(s => s.Node.Key, s => s.Alerts, StringComparer.Ordinal);
        return all.SelectMany(s =>
            s.Node.Level != AnomalySeries.Resource
                ? s.Alerts
                : s.Alerts.Where(a =>
                    Math.Abs(a.Excess) >= FloorsOfResource * floor
                    || bySeries[s.Node.Parent!]
                        .Exists(p =>
                            p.Direction == a.Direction && p.Start <= a.End && a.Start <= p.End
                        )
                )
        );
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
