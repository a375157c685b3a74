namespace Outlay.Anomalies.Detection;

/// <summary>A judged day as the tracker of alerts needs it.</summary>
internal readonly record struct JudgedDay(
    DateOnly Date,
    double Actual,
    double Expected,
    int Sign,
    double Score
)
{
    public double? Level { get; init; }
    public double Weekday { get; init; }
    public double Fee { get; init; }

    /// <summary>Smallest deviation, in money, that the point rule flags.</summary>
    public double Limit { get; init; }

    public bool IsDrift { get; init; }
}

/// <summary>
/// Joins flagged days to alerts and freezes the expected cost for as long as one is open: an expectation that follows the anomaly would hide
/// most of its impact.
/// </summary>
internal sealed class AlertTracker(string key, DetectionSettings settings)
{
    private readonly List<Alert> _alerts = [];
    private OpenAlert? _open;
    private double? _frozenLevel;
    private DateOnly _frozenOn;

    /// <summary>The level before the alert, when the last judged day came back to it from a level accepted since.</summary>
    public double? ReturnedLevel { get; private set; }

    /// <summary>Days from the start of the open alert to the last judged day.</summary>
    public int OpenDays { get; private set; }

    /// <summary>Takes a judged day and gives its expected cost as frozen.</summary>
    public double Add(JudgedDay day)
    {
        ReturnedLevel = null;
        if (_open is not null && _open.IsOver(day.Date, settings))
        {
            Close();
        }

        if (_open is null)
        {
            return day.Sign == 0 ? day.Expected : Begin(day);
        }

        var frozen = Frozen(day);
        var off = day.Actual - frozen;
        if (day.Sign == -_open.Sign && day.Sign != 0)
        {
            return Turn(day, frozen, off);
        }

        var isOff =
            day.Sign == _open.Sign || (_open.IsAccepted && _open.Sign * off > day.Limit / 2);
        _open.Add(day, frozen, isOff);
        return frozen;
    }

    public void BeginNewCost(DateOnly date, double actual)
    {
        Close();
        _frozenLevel = null;
        _open = new OpenAlert(key, date, 1, AlertKind.NewCost) { IsAccepted = true };
        _open.Add(new(date, actual, 0, 1, 0), 0, true);
    }

    /// <summary>A day on which nothing is judged: new cost goes on being new.</summary>
    public double? Watch(DateOnly date, double actual)
    {
        if (_open is null || _open.IsOver(date, settings))
        {
            Close();
            return null;
        }

        _open.Add(new(date, actual, 0, 0, 0), 0, actual > 0);
        return 0;
    }

    /// <summary>The run has become the level; the alert stays open until cost returns or time is up.</summary>
    public void Accept() => _open?.IsAccepted = true;

    /// <summary>The alerts worth raising, by start.</summary>
    public IReadOnlyList<Alert> Finish(DateOnly nextDay)
    {
        if (_open is not null)
        {
            _alerts.Add(_open.ToAlert(isOpen: !_open.IsOver(nextDay, settings)));
        }

        return _alerts.FindAll(IsMaterial);
    }

    private bool IsMaterial(Alert alert) =>
        Math.Abs(alert.Excess) >= settings.MoneyFloor
        && Math.Abs(alert.Excess) >= settings.ShareFloor * Math.Abs(alert.FrozenExpected);

    private double Begin(JudgedDay day)
    {
        var isFresh =
            _frozenLevel is null
            || day.Date.DayNumber - _frozenOn.DayNumber > settings.RefreezeDays;
        if (isFresh)
        {
            _frozenLevel = day.Level;
            _frozenOn = day.Date;
        }

        var kind =
            day.IsDrift ? AlertKind.Drift
            : day.Sign > 0 ? AlertKind.Spike
            : AlertKind.Drop;
        _open = new OpenAlert(key, day.Date, day.Sign, kind);
        var frozen = Frozen(day);
        _open.Add(day, frozen, isOff: true);
        return frozen;
    }

    private double Turn(JudgedDay day, double frozen, double off)
    {
        // Cost that comes back from a new level to the old one ends the alert and is no alert of its own.
        var isReturn = _open!.IsAccepted && Math.Abs(off) <= day.Limit;
        if (isReturn)
        {
            ReturnedLevel = _frozenLevel;
            OpenDays = day.Date.DayNumber - _open.Start.DayNumber + 1;
            _open.Add(day, frozen, isOff: false);
            return frozen;
        }

        Close();
        return Begin(day);
    }

    private double Frozen(JudgedDay day) =>
        _open is { Kind: AlertKind.NewCost } ? 0
        : _frozenLevel is { } level && day.Level is not null ? (level * day.Weekday) + day.Fee
        : day.Expected;

    private void Close()
    {
        if (_open is not null)
        {
            _alerts.Add(_open.ToAlert(isOpen: false));
            _open = null;
        }
    }
}
