using Outlay.Focus;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Dimensions as expressions over a source.</summary>
internal sealed class DimensionSql(QuerySource source, SqlParameters parameters)
{
    private const string Day = "'%Y-%m-%d'";
    private const string Instant = "'%Y-%m-%dT%H:%M:%SZ'";

    // A statement must use every place it was given, and may use it twice.
    private readonly Dictionary<string, string> _tagPlaces = new(StringComparer.Ordinal);

    /// <summary>Whether a dimension holds instants rather than text.</summary>
    public static bool IsInstant(Dimension dimension) =>
        FocusColumns.Find(dimension.Key)?.Type == FocusType.DateTime;

    /// <summary>The value as it is stored: text, or an instant.</summary>
    public string Value(Dimension dimension)
    {
        if (dimension.IsTag)
        {
            return Tag(dimension);
        }

        return
            FocusColumns.Find(dimension.Key) is not null
            || source.ExtraColumns.Contains(dimension.Key)
            ? SqlText.Name(dimension.Key)
            : "CAST(NULL AS VARCHAR)";
    }

    /// <summary>The value as people read and write it; see <see cref="InstantText"/>.</summary>
    public string Text(Dimension dimension)
    {
        var value = Value(dimension);
        return IsInstant(dimension)
            ? $"CASE WHEN {value} = date_trunc('day', {value}) THEN strftime({value}, {Day}) ELSE strftime({value}, {Instant}) END"
            : value;
    }

    private string Tag(Dimension tag)
    {
        var values = TagSpellings
            .Of(tag, source.TagKeys)
            .Select(k => $"nullif(Tags[{Place(k)}], '')")
            .ToList();
        return values.Count switch
        {
            0 => "CAST(NULL AS VARCHAR)",
            1 => values[0],
            _ => $"coalesce({string.Join(", ", values)})",
        };
    }

    private string Place(string tagKey)
    {
        if (!_tagPlaces.TryGetValue(tagKey, out var place))
        {
            place = parameters.Add(tagKey);
            _tagPlaces.Add(tagKey, place);
        }

        return place;
    }
}
