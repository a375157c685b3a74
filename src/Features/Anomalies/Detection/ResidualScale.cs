namespace Outlay.Anomalies.Detection;

/// <summary>The usual size of relative deviations: 1.4826 times the median absolute one, and how far the tail reaches.</summary>
internal sealed class ResidualScale(DetectionSettings settings)
{
    private readonly SortedWindow _winsorised = new(settings.ScaleDays);
    private readonly SortedWindow _raw = new(settings.ScaleDays);

    private bool _trustsTail;

    public double Scale { get; private set; } = settings.MinimumScale;

    /// <summary>The relative deviation that a day must pass beside its number of scales.</summary>
    public double Threshold { get; private set; } = settings.MinimumDeviation;

    public void Clear()
    {
        _winsorised.Clear();
        _raw.Clear();
        _trustsTail = false;
        Scale = settings.MinimumScale;
        Threshold = settings.MinimumDeviation;
    }

    /// <summary>Takes the first days as they are: there is no scale to cut them at yet.</summary>
    public void Prime(double residual)
    {
        _winsorised.Add(Math.Abs(residual));
        _raw.Add(Math.Abs(residual));
        Refresh();
    }

    /// <summary>Until the next <see cref="Clear"/> the tail is a yardstick however long: weekends are told from weekdays by nothing else yet.</summary>
    public void TrustTail()
    {
        _trustsTail = true;
        Refresh();
    }

    public void Add(double residual)
    {
        var size = Math.Abs(residual);
        _winsorised.Add(Math.Min(size, settings.ScaleWinsor * Scale));
        _raw.Add(size);
        Refresh();
    }

    private void Refresh()
    {
        Scale = Math.Max(1.4826 * Median.OfSorted(_winsorised.Sorted), settings.MinimumScale);
        var tail = Median.Quantile(_raw.Sorted, 0.97);
        Threshold =
            _trustsTail || tail < settings.TailTrust * Scale
                ? Math.Max(settings.MinimumDeviation, settings.TailFactor * tail)
                : settings.MinimumDeviation;
    }
}
