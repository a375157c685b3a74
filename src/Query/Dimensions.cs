using Outlay.Focus;
using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// Which dimensions there are and what people call them. Every FOCUS column of text or time is one, every <c>x_</c> column and
/// every tag key. A tag key means all its spellings: <c>tag:team</c> reads Team, team and TEAM, the exact spelling first, then
/// by alphabet; the first that holds a value wins, and an empty text counts as no value.
/// </summary>
public static class Dimensions
{
    private const string ExtraPrefix = "x_";

    private static readonly Dictionary<string, DimensionInfo> ByKey =
        DimensionCatalog.Rows.ToDictionary(r => r.Dimension.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The dimensions made of FOCUS columns, by group, the common ones of each group first.</summary>
    public static IReadOnlyList<DimensionInfo> All => DimensionCatalog.Rows;

    /// <summary>What people see of any dimension; tags and <c>x_</c> columns are described by their key.</summary>
    public static DimensionInfo Describe(Dimension dimension)
    {
        if (ByKey.TryGetValue(dimension.Key, out var info))
        {
            return info;
        }

        return dimension.IsTag
            ? new(dimension, $"Tag: {dimension.TagKey}", DimensionGroup.Tags)
            : new(dimension, dimension.Key, DimensionGroup.Extra);
    }

    /// <summary>The name on pages, such as Service for ServiceName.</summary>
    public static string Label(Dimension dimension) => Describe(dimension).Label;

    /// <summary>
    /// The dimension that a click on a value of <paramref name="dimension"/> opens next, from cloud down to the charge; null at the
    /// end. Dimensions that <paramref name="filter"/> already holds fast are passed over.
    /// </summary>
    public static Dimension? NextDrill(Dimension dimension, CostFilter? filter = null) =>
        DimensionDrill.Next(dimension, filter ?? CostFilter.All);

    /// <summary>Reads a dimension's key, whatever the case of column names, and gives it in its proper spelling.</summary>
    public static Result<Dimension> Read(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return Wrong("A dimension holds the character NUL.", "Leave it out.");
        }

        var dimension = new Dimension(text);
        if (dimension.IsTag)
        {
            return dimension.TagKey.Length > 0
                ? Dimension.Tag(dimension.TagKey)
                : Wrong("The tag key is missing.", "Write it after the colon, such as tag:team.");
        }

        var name = text.Trim();
        if (ByKey.TryGetValue(name, out var info))
        {
            return info.Dimension;
        }

        if (
            name.Length > ExtraPrefix.Length
            && name.StartsWith(ExtraPrefix, StringComparison.Ordinal)
        )
        {
            return new Dimension(name);
        }

        return Unknown(name);
    }

    private static Problem Unknown(string name)
    {
        var column = FocusColumns.Find(name);
        if (column?.Type == FocusType.Decimal)
        {
            return Wrong(
                $"{column.Name} is a number, not a dimension.",
                "Group and filter by text, dates or tags; pick a cost with metric."
            );
        }

        if (column?.Type == FocusType.KeyValue)
        {
            return Wrong(
                $"{column.Name} is a map, not a dimension.",
                "Name a tag key, such as tag:team."
            );
        }

        if (column?.Removed is not null)
        {
            return Wrong(
                $"{column.Name} left FOCUS with version {column.Removed}.",
                "Use HostProviderName for the cloud or ServiceProviderName for the provider."
            );
        }

        var nearest = Nearest(name);
        return Wrong(
            $"'{name}' is not a dimension.",
            nearest is null
                ? "Use a FOCUS column such as ServiceName, an x_ column, or a tag such as tag:team."
                : $"Did you mean {nearest}?"
        );
    }

    private static string? Nearest(string name)
    {
        var label = All.FirstOrDefault(i =>
            string.Equals(i.Label, name, StringComparison.OrdinalIgnoreCase)
        );
        return label?.Dimension.Key ?? NearestName.Of(name, All.Select(i => i.Dimension.Key));
    }

    private static Problem Wrong(string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, "dimension");
}
