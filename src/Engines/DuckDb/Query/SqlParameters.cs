using System.Globalization;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Collects the values of a statement and hands out their places.</summary>
internal sealed class SqlParameters
{
    private readonly List<object?> _values = [];

    public IReadOnlyList<object?> Values => _values;

    /// <summary>Adds a value and gives the place that stands for it.</summary>
    public string Add(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }

    /// <summary>Adds values and gives their places, separated by commas.</summary>
    public string AddAll(IEnumerable<object?> values) => string.Join(", ", values.Select(Add));
}
