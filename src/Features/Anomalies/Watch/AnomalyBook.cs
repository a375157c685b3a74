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
    public Result<AnomalySettings> Set(string? sensitivity, string? floor)
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

        if (
            !double.TryParse(floor, NumberStyles.Float, CultureInfo.InvariantCulture, out var money)
            || money is < 0 or > 1e12
        )
        {
            return new Problem(
                ProblemKind.Invalid,
                $"'{floor}' is no amount.",
                "Write the excess from which you want to know, such as 100.",
                "floor"
            );
        }

        var settings = new AnomalySettings(k, money);
        _store.Set(settings);
        _signal.Set();
        return settings;
    }

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
