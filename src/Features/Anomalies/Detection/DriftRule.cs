namespace Outlay.Anomalies.Detection;

/// <summary>Two-sided cumulative sum of cut deviations (Page, 1954), forgetful on quiet days: finds ramps that no single day gives away.</summary>
internal sealed class DriftRule(DetectionSettings settings)
{
    private double _up;
    private double _down;

    public void Reset() => _up = _down = 0;

    /// <summary>One, minus one or zero.</summary>
    public int Add(double deviation, double score)
    {
        var cut = Math.Clamp(score, -3, 3);
        _up = Math.Max(0, _up + cut - settings.DriftAllowance);
        _down = Math.Max(0, _down - cut - settings.DriftAllowance);
        if (Math.Abs(score) < 1)
        {
            _up *= settings.DriftQuietDecay;
            _down *= settings.DriftQuietDecay;
        }

        return _up > settings.DriftLimit && deviation > settings.DriftMinimumDeviation ? 1
            : _down > settings.DriftLimit && deviation < -settings.DriftMinimumDeviation ? -1
            : 0;
    }
}
