namespace Outlay.Anomalies.Detection;

/// <summary>An alert while it runs; days that only bridge a gap count once the next day is off again.</summary>
internal sealed class OpenAlert(string key, DateOnly start, int sign, AlertKind kind)
{
    private int _length = 1;
    private double _actual;
    private double _expected;
    private double _bridgeActual;
    private double _bridgeExpected;
    private double _score;

    public DateOnly Start => start;

    public int Sign => sign;

    public AlertKind Kind => kind;

    public bool IsAccepted { get; set; }

    public bool IsOver(DateOnly date, DetectionSettings settings) =>
        date.DayNumber - (start.DayNumber + _length - 1) > settings.GapDays + 1
        || date.DayNumber - start.DayNumber >= settings.LongestAlertDays;

    public void Add(JudgedDay day, double frozen, bool isOff)
    {
        _bridgeActual += day.Actual;
        _bridgeExpected += frozen;
        if (!isOff)
        {
            return;
        }

        _actual += _bridgeActual;
        _expected += _bridgeExpected;
        _bridgeActual = _bridgeExpected = 0;
        _length = day.Date.DayNumber - start.DayNumber + 1;
        _score = Math.Max(_score, Math.Abs(day.Score));
    }

    public Alert ToAlert(bool isOpen) =>
        new(
            key,
            start,
            start.AddDays(_length - 1),
            isOpen,
            sign,
            IsAccepted && kind is (AlertKind.Spike or AlertKind.Drop) ? AlertKind.Shift : kind,
            _actual,
            _expected,
            _score
        );
}
