namespace Outlay.Anomalies.Detection;

/// <summary>Walks one series day by day; each day is judged from what the days before it taught.</summary>
internal sealed class SeriesScorer
{
    private const int Week = 7;
    private readonly DailySeries _series;
    private readonly DetectionSettings _settings;
    private readonly double[] _clean;
    private readonly ScoredDay[] _days;
    private readonly WeekdayLayer _weekdays;
    private readonly CalendarLayer _fees;
    private readonly ResidualScale _scale;
    private readonly DriftRule _drift;
    private readonly AlertTracker _alerts;
    private readonly Func<double> _monthLevel;
    private int _origin;
    private int _at;
    private int _zeroDays;
    private int _zeroRun;
    private int _costDays;
    private int _run;
    private int _runSign;
    private double _peak;
    private bool? _isSparse;

    public SeriesScorer(DailySeries series, DetectionSettings settings)
    {
        _series = series;
        _settings = settings;
        _clean = new double[series.Values.Length];
        _days = new ScoredDay[_clean.Length];
        _weekdays = new(_clean.Length);
        _fees = new(settings);
        _scale = new(settings);
        _drift = new(settings);
        _alerts = new(series.Key, settings);
        _monthLevel = MonthLevel;
    }

    public SeriesDetection Run()
    {
        var values = _series.Values.Span;
        var complete = Math.Min(
            values.Length,
            _series.LastComplete.DayNumber - _series.First.DayNumber + 1
        );
        for (_at = 0; _at < values.Length; _at++)
        {
            var date = _series.First.AddDays(_at);
            if (_at >= complete)
            {
                _days[_at] = Unscored(date, values[_at], DayVerdict.Incomplete);
                continue;
            }

            _days[_at] = Score(values, date);
            Count(values[_at]);
        }

        return new(
            _series.Key,
            _days,
            _alerts.Finish(_series.First.AddDays(Math.Max(0, complete)))
        );
    }

    private static ScoredDay Unscored(DateOnly date, double actual, DayVerdict verdict) =>
        new(date, actual, null, null, null, null, verdict, 0);

    private ScoredDay Score(ReadOnlySpan<double> values, DateOnly date)
    {
        var actual = values[_at];
        if (IsNewCost(actual))
        {
            Restart();
            if (!_series.IsPlanned(date))
            {
                _alerts.BeginNewCost(date, actual);
                return new(date, actual, 0, 0, 0, 0, DayVerdict.Above, 0);
            }
        }

        var age = _at - _origin;
        if (age < _settings.ColdStartDays)
        {
            _clean[_at] = actual;
            var frozen = _alerts.Watch(date, actual);
            return new(date, actual, null, null, null, frozen, DayVerdict.Learning, 0);
        }

        if (age == _settings.ColdStartDays || age == _settings.WeekdayFromDay)
        {
            Prime(values, age == _settings.WeekdayFromDay);
        }

        return IsSparse(age) ? ScoreSparse(values, date) : ScoreRegular(date, actual, age);
    }

    private bool IsNewCost(double actual) =>
        actual > 0
        && _zeroRun >= _settings.NewCostQuietDays
        && (_isSparse != true || _zeroRun >= _settings.SparseDays);

    private void Restart()
    {
        _origin = _at;
        _zeroDays = _run = _runSign = _costDays = 0;
        _peak = 0;
        _isSparse = null;
        _weekdays.Clear();
        _fees.Clear();
        _scale.Clear();
        _drift.Reset();
    }

    private void Count(double actual)
    {
        _zeroRun = actual == 0 ? _zeroRun + 1 : 0;
        if (_at - _origin < _settings.SettledDays)
        {
            _zeroDays += actual == 0 ? 1 : 0;
            _costDays++;
        }
    }

    private bool IsSparse(int age)
    {
        if (_isSparse is { } settled)
        {
            return settled;
        }

        var isSparse = _zeroDays > _settings.SparseZeroShare * _costDays;
        if (age >= _settings.SettledDays)
        {
            _isSparse = isSparse;
        }

        return isSparse;
    }

    private ScoredDay ScoreSparse(ReadOnlySpan<double> values, DateOnly date)
    {
        var actual = values[_at];
        _clean[_at] = actual;
        if (SparseRule.Judge(values, _at, _origin, _settings) is not { } judged)
        {
            return Unscored(date, actual, DayVerdict.Learning);
        }

        var expected = actual > 0 ? judged.Expected : 0;
        var isPlanned = _series.IsPlanned(date);
        var sign = judged.IsFlagged && !isPlanned ? 1 : 0;
        var verdict = isPlanned ? DayVerdict.Planned : Verdict(sign);
        var frozen = _alerts.Add(new(date, actual, expected, sign, judged.Score));
        return new(date, actual, expected, 0, judged.Upper, frozen, verdict, judged.Score);
    }

    private ScoredDay ScoreRegular(DateOnly date, double actual, int age)
    {
        var weekday = _weekdays[date];
        var level = Level();
        _peak = Math.Max(level, _peak * 0.98);
        var usual = level * weekday;
        var fee = Math.Max(_fees.Expected(date, _monthLevel), -usual);
        var expected = usual + fee;

        // A level near zero gives no measure of relative deviation; a trace of the recent peak does.
        var measure = Math.Max(usual, Math.Max(0.05 * level, 0.1 * _peak));
        var deviation = measure > 0 ? (actual - expected) / measure : 0;
        var score = deviation / _scale.Scale;
        var isPlanned = _series.IsPlanned(date);
        var limit = Limit(age);
        var point = Math.Abs(deviation) > limit ? Math.Sign(deviation) : 0;
        var drift = isPlanned || age < _settings.WeekdayFromDay ? 0 : _drift.Add(deviation, score);
        var sign =
            isPlanned ? 0
            : point != 0 ? point
            : drift;

        var frozen = _alerts.Add(
            new(date, actual, expected, sign, score)
            {
                Level = level,
                Weekday = weekday,
                Fee = fee,
                Limit = limit * measure,
                IsDrift = point == 0 && drift != 0,
            }
        );
        Learn(date, new(actual, usual, fee, measure, deviation), sign, isPlanned);
        return new(
            date,
            actual,
            expected,
            expected - (limit * measure),
            expected + (limit * measure),
            frozen,
            isPlanned ? DayVerdict.Planned : Verdict(sign),
            score
        );
    }

    private static DayVerdict Verdict(int sign) =>
        sign switch
        {
            > 0 => DayVerdict.Above,
            < 0 => DayVerdict.Below,
            _ => DayVerdict.Normal,
        };

    private double Limit(int age)
    {
        var sensitivity =
            age < _settings.SettledDays
                ? Math.Max(_settings.ColdStartSensitivity, _settings.Sensitivity)
                : _settings.Sensitivity;
        return Math.Max(sensitivity * _scale.Scale, _scale.Threshold);
    }

    private readonly record struct Observed(
        double Actual,
        double Usual,
        double Fee,
        double Measure,
        double Deviation
    );

    private void Learn(DateOnly date, Observed day, int sign, bool isPlanned)
    {
        _fees.Add(date, day.Actual - day.Usual);
        var plain = day.Actual - day.Fee;
        if (isPlanned)
        {
            _clean[_at] = day.Usual;
        }
        else if (sign == 0)
        {
            var reach = _settings.LevelWinsor * _scale.Scale * day.Measure;
            _clean[_at] = Math.Clamp(plain, day.Usual - reach, day.Usual + reach);
        }
        else
        {
            _clean[_at] = day.Usual;
        }

        if (!isPlanned)
        {
            _scale.Add(day.Deviation);
        }

        LearnWeekday(_at);
        if (_alerts.ReturnedLevel is { } level)
        {
            Forget(level, plain);
            return;
        }

        _run = sign != 0 && sign == _runSign ? _run + 1 : Math.Abs(sign);
        _runSign = sign;
        if (_run == _settings.ShiftDays)
        {
            Accept();
        }
    }

    /// <summary>The cost of the run is the new level.</summary>
    private void Accept()
    {
        var values = _series.Values.Span;
        for (var day = _at - _run + 1; day <= _at; day++)
        {
            // Fees are expected from earlier months only, so that asking again gives what was expected then.
            _clean[day] = values[day] - _fees.Expected(_series.First.AddDays(day), _monthLevel);
            LearnWeekday(day);
        }

        _drift.Reset();
        _alerts.Accept();
        _run = _runSign = 0;
    }

    /// <summary>Cost is back where it was before the alert: the level of the days between was a visit.</summary>
    private void Forget(double level, double plain)
    {
        for (var day = _at - _alerts.OpenDays + 1; day < _at; day++)
        {
            _clean[day] = level * _weekdays[_series.First.AddDays(day)];
        }

        _clean[_at] = plain;
        for (var day = _at - _alerts.OpenDays + 1; day <= _at; day++)
        {
            LearnWeekday(day);
        }

        _drift.Reset();
        _run = _runSign = 0;
    }

    private void LearnWeekday(int day)
    {
        if (day - _origin >= _settings.WeekdayFromDay)
        {
            _weekdays.Learn(_clean, day, _origin, _series.First.AddDays(day));
        }
    }

    private double Level()
    {
        Span<double> last = stackalloc double[Week];
        var weight = 1d;
        double sum = 0;
        double weights = 0;
        for (var back = 1; back <= Week; back++)
        {
            var weekday = Math.Max(_weekdays[_series.First.AddDays(_at - back)], 0.02);
            var value = _clean[_at - back] / weekday;
            last[back - 1] = value;
            sum += weight * value;
            weights += weight;
            weight *= _settings.LevelDecay;
        }

        return Math.Max(0, (0.5 * Median.Of(last)) + (0.5 * sum / weights));
    }

    private double MonthLevel()
    {
        Span<double> month = stackalloc double[28];
        var count = Math.Min(28, _at - _origin);
        _clean.AsSpan(_at - count, count).CopyTo(month);
        return Median.Of(month[..count]);
    }

    /// <summary>The first days judged by each other: a day far off the others of its kind is cut to them, whatever it was.</summary>
    private void Prime(ReadOnlySpan<double> values, bool byWeekday)
    {
        var start = new ColdStart(values[_origin.._at]);
        _fees.Clear();
        _scale.Clear();
        for (var day = 0; day < start.Days; day++)
        {
            var date = _series.First.AddDays(_origin + day);
            _clean[_origin + day] = start.Clean(day);
            _fees.Add(date, start.Excess(day));
            _scale.Prime(start.Deviation(day, byWeekday));
        }

        if (!byWeekday)
        {
            _scale.TrustTail();
        }

        if (byWeekday)
        {
            for (var day = _origin; day < _at; day++)
            {
                _weekdays.Learn(_clean, day, _origin, _series.First.AddDays(day));
            }
        }
    }
}
