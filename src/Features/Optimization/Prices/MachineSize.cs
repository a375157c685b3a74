using System.Globalization;
using System.Text.RegularExpressions;

namespace Outlay.Optimization.Prices;

/// <summary>
/// Splits names of machine types into family and size. Within a family price is proportional to size: AWS's normalisation factors (large = 1
/// here), the number of processors in the names of Azure and Google Cloud. GPU families and the largest memory machines are no such
/// families and are not in the rate card.
/// </summary>
public static partial class MachineSize
{
    private static readonly Dictionary<string, decimal> Small = new(StringComparer.Ordinal)
    {
        ["nano"] = 0.0625m,
        ["micro"] = 0.125m,
        ["small"] = 0.25m,
        ["medium"] = 0.5m,
        ["large"] = 1m,
        ["xlarge"] = 2m,
    };

    // These have less memory than their size says, and cost less.
    private static readonly HashSet<string> Odd = new(StringComparer.Ordinal)
    {
        "Standard_E64_v3",
        "Standard_E64s_v3",
        "c4-standard-2",
        "n2-highmem-128",
    };

    // Azure's oldest and its burstable series number their sizes without proportion, and sizes with fewer processors cost as much.
    [GeneratedRegex(
        "^(Basic_|Standard_(A|B|DS?[0-9]+(_v2)?$|[A-Z]+[0-9]+-[0-9]))",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Uneven();

    /// <summary>The family as the rate card names it and how many of its base size the type is; null for a name of another form.</summary>
    public static (string Family, decimal Factor)? Split(string provider, string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return provider == "AWS" ? Dotted(type)
            : Odd.Contains(type) || Uneven().IsMatch(type) ? null
            : Numbered(type);
    }

    /// <summary>The factor of an AWS size; null when the word is unknown.</summary>
    public static decimal? Factor(string size)
    {
        ArgumentNullException.ThrowIfNull(size);
        const string Many = "xlarge";
        return Small.TryGetValue(size, out var known) ? known
            : size.EndsWith(Many, StringComparison.Ordinal)
            && int.TryParse(
                size[..^Many.Length],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
                ? 2m * count
            : null;
    }

    private static (string, decimal)? Dotted(string type)
    {
        var dot = type.LastIndexOf('.');
        return dot > 0 && Factor(type[(dot + 1)..]) is { } factor
            ? ($"{type[..dot]}.large", factor)
            : null;
    }

    // The number of processors is the first number after a letter that begins the size: Standard_D4s_v5, n2-standard-8.
    private static (string, decimal)? Numbered(string type)
    {
        var from = type.Contains('_', StringComparison.Ordinal)
            ? type.IndexOf('_', StringComparison.Ordinal) + 1
            : type.LastIndexOf('-') + 1;
        while (from < type.Length && !char.IsAsciiDigit(type[from]))
        {
            from++;
        }

        var to = from;
        while (to < type.Length && char.IsAsciiDigit(type[to]))
        {
            to++;
        }

        return
            to > from
            && int.TryParse(
                type[from..to],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
            && count > 0
            ? ($"{type[..from]}{{n}}{type[to..]}", count)
            : null;
    }
}
