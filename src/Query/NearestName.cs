namespace Outlay.Query;

/// <summary>Finds what a mistyped name most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The name closest to the text, or null when none is close.</summary>
    public static string? Of(string text, IEnumerable<string> names)
    {
        var lower = text.Trim().ToUpperInvariant();
        if (lower.Length is 0 or > 64)
        {
            return null;
        }

        var best = names
            .Select(name => (Name: name, Distance: Distance(lower, name.ToUpperInvariant())))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, lower.Length / 3)
            ? best.Name
            : null;
    }

    /// <summary>Edits (insert, remove, replace) that turn one text into the other; a mere continuation counts as one.</summary>
    private static int Distance(string from, string to)
    {
        if (from.Length >= 3 && to.StartsWith(from, StringComparison.Ordinal))
        {
            return from.Length == to.Length ? 0 : 1;
        }

        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replace = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
