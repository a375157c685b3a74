namespace Outlay.Forecast;

/// <summary>Evenly spaced observations, oldest first, with the length of their season and, for daily data, their first day.</summary>
public sealed class TimeSeries
{
    private readonly double[] _values;

    /// <param name="values">The observations, oldest first; all finite.</param>
    /// <param name="season">Observations per season: 7 for days, 12 for months, 1 for none.</param>
    /// <param name="first">The day of the first observation; methods that know the calendar need it.</param>
    /// <exception cref="ArgumentException">No observation, one that is not finite, or a season below 1.</exception>
    public TimeSeries(IEnumerable<double> values, int season, DateOnly? first = null)
    {
        _values = [.. values];
        if (_values.Length == 0 || !_values.All(double.IsFinite))
        {
            throw new ArgumentException(
                "A series needs finite values, at least one.",
                nameof(values)
            );
        }

        if (season < 1)
        {
            throw new ArgumentException("A season has at least one observation.", nameof(season));
        }

        Season = season;
        First = first;
    }

    /// <summary>The observations, oldest first.</summary>
    public ReadOnlySpan<double> Values => _values;

    /// <summary>Observations per season.</summary>
    public int Season { get; }

    /// <summary>The day of the first observation, when known.</summary>
    public DateOnly? First { get; }

    /// <summary>How many observations there are.</summary>
    public int Length => _values.Length;

    /// <summary>One observation.</summary>
    public double this[int index] => _values[index];

    /// <summary>The first <paramref name="length"/> observations: what was known at an origin.</summary>
    public TimeSeries Head(int length) => new(_values.AsSpan(0, length).ToArray(), Season, First);
}
