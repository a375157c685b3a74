using System.Globalization;
using Outlay.Alerts;
using Outlay.Anomalies.Detection;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>Everything a face can ask of anomalies: list, look at, say what they are, set what counts.</summary>
public sealed class AnomalyBook
{
    private const int DaysShown = 60;
    private const double LeastSensitivity = 3;
    private const double MostSensitivity = 10;
    private readonly AnomalyStore _store;
    private readonly AnomalySeries _series;
    private readonly IQueryEngine _engine;
    private readonly AnomalyScan _scan;
    private readonly AlertSignal _signal;

    internal AnomalyBook(
        AnomalyStore store,
        AnomalySeries series,
        IQueryEngine engine,
        AnomalyScan scan,
        AlertSignal signal
    )
    {
        _store = store;
        _series = series;
        _engine = engine;
        _scan = scan;
        _signal = signal;
    }

    /// <summary>What counts as an anomaly.</summary>
    public AnomalySettings Settings => _store.Settings();

    /// <summary>Anomalies of the last sixty days: those that nobody has dealt with first, then by excess.</summary>
    public IReadOnlyList<Anomaly> All() =>
        [
            .. _store
                .Since(_series.Today.AddDays(-AnomalyScan.DaysKept))
                .OrderBy(a => a.State is AnomalyState.Expected or AnomalyState.Resolved)
                .ThenByDescending(a => Math.Abs(a.Excess)),
        ];

    /// <summary>What was charged for the first time in the last sixty days, the newest first; nothing when that is not told.</summary>
    public IReadOnlyList<FirstSeen> FirstSeen() =>
        Settings.ArrivalFloor is null
            ? []
            :
            [
                .. _store
                    .FirstSeen()
                    .OrderByDescending(f => f.FirstDay)
                    .ThenByDescending(f => f.Cost),
            ];

    /// <summary>One; null when unknown.</summary>
    public Anomaly? Find(string id) => _store.Find(id);

    /// <summary>The days around an anomaly beside what was expected of them.</summary>
    public async Task<Result<IReadOnlyList<ScoredDay>>> DaysAsync(
        Anomaly anomaly,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(anomaly);
        var series = await _series.ReadAsync(anomaly, _engine.Facts(), cancellationToken);
        if (!series.IsOk)
        {
            return series.Problem;
        }

        var days = new AnomalyDetector(
            DetectionSettings.Default with
            {
                Sensitivity = Settings.Sensitivity,
            }
        )
            .Detect(series.Value)
            .Days;
        return days.Where(d =>
                d.Date >= anomaly.Start.AddDays(-DaysShown)
                && d.Date <= anomaly.End.AddDays(DaysShown)
            )
            .ToList();
    }

    /// <summary>Says that somebody looks at it, or that nobody does.</summary>
    public Result<Anomaly> Acknowledge(string id, bool noted) =>
        Say(id, noted ? AnomalyState.Acknowledged : AnomalyState.Open, null, null);

    /// <summary>Says that it was planned, until a day; its days teach the detector nothing.</summary>
    public Result<Anomaly> Expect(string id, string? until)
    {
        if (
            !DateOnly.TryParseExact(
                until?.Trim(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            || day < (_store.Find(id)?.Start ?? default)
        )
        {
            return new Problem(
                ProblemKind.Invalid,
                $"'{until}' is no day until which it is expected.",
                "Write a day that is not before its first, such as 2026-12-31.",
                "until"
            );
        }

        return Say(id, AnomalyState.Expected, day, null);
    }

    /// <summary>Says that it is dealt with, and why.</summary>
    public Result<Anomaly> Resolve(string id, AnomalyReason reason) =>
        Say(id, AnomalyState.Resolved, null, reason);

    /// <summary>Sets what counts as an anomaly, from the next look on.</summary>
    /// <param name="sensitivity">Robust standard deviations.</param>
    /// <param name="floor">Least excess.</param>
    /// <param name="arrivals">Least cost of what is seen first; empty to be told of none, null to leave it.</param>
    public Result<AnomalySettings> Set(string? sensitivity, string? floor, string? arrivals = null)
    {
        if (
            !double.TryParse(
                sensitivity,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var k
            ) || k is < LeastSensitivity or > MostSensitivity
        )
        {
            return new Problem(
                ProblemKind.Invalid,
                $"'{sensitivity}' is no sensitivity.",
                "Write 3 (finds more) to 10 (finds less).",
                "sensitivity"
            );
        }

        if (Amount(floor) is not { } money)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"'{floor}' is no amount.",
                "Write the excess from which you want to know, such as 100.",
                "floor"
            );
        }

        var seen = arrivals is null ? Settings.ArrivalFloor : Amount(arrivals);
        if (seen is null && !string.IsNullOrWhiteSpace(arrivals))
        {
            return new Problem(
                ProblemKind.Invalid,
                $"'{arrivals}' is no amount.",
                "Write the cost from which you want to know, such as 10, or nothing.",
                "arrivals"
            );
        }

        var settings = new AnomalySettings(k, money, seen);
        _store.Set(settings);
        _signal.Set();
        return settings;
    }

    private static double? Amount(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount)
        && amount is >= 0 and <= 1e12
            ? amount
            : null;

    private Result<Anomaly> Say(
        string id,
        AnomalyState state,
        DateOnly? until,
        AnomalyReason? reason
    )
    {
        if (_store.Find(id) is null)
        {
            return new Problem(
                ProblemKind.NotFound,
                "There is no such anomaly.",
                "It may be gone since its days were scored again."
            );
        }

        _store.Say(id, state, until, reason);
        _scan.Again();
        _signal.Set();
        return _store.Find(id)!;
    }
}
