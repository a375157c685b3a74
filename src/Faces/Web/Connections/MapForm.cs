using Outlay.Ingest.Mapping;

namespace Outlay.Web.Connections;

/// <summary>A column map as it is being made: which header, or which fixed value, each FOCUS column gets.</summary>
public sealed record MapForm
{
    /// <summary>The file.</summary>
    public string? Path { get; set; }

    /// <summary>Name of the kind of file.</summary>
    public string? Name { get; set; }

    /// <summary>Header by FOCUS column; empty for none.</summary>
    public Dictionary<string, string?>? Columns { get; set; }

    /// <summary>Fixed value by FOCUS column; empty for none.</summary>
    public Dictionary<string, string?>? Constants { get; set; }

    /// <summary>Headers that become tags.</summary>
    public List<string>? Tags { get; set; }

    /// <summary>How numbers are written.</summary>
    public NumberStyle Numbers { get; set; }

    /// <summary>How days are written.</summary>
    public DateStyle Dates { get; set; }

    /// <summary><c>on</c> when costs are negative amounts.</summary>
    public string? Negate { get; set; }

    /// <summary>What the vendor says the file adds up to; empty to leave the comparison out.</summary>
    public string? ControlTotal { get; set; }

    /// <summary><c>save</c> to keep the map and import the file; else it is only tried.</summary>
    public string? Action { get; set; }

    /// <summary>The form of a map.</summary>
    public static MapForm Of(string path, ColumnMap map) =>
        new()
        {
            Path = path,
            Name = map.Name,
            Columns = map.Columns.ToDictionary(
                c => c.Key,
                string? (c) => c.Value,
                StringComparer.Ordinal
            ),
            Constants = map.Constants.ToDictionary(
                c => c.Key,
                string? (c) => c.Value,
                StringComparer.Ordinal
            ),
            Tags = [.. map.Tags],
            Numbers = map.Numbers,
            Dates = map.Dates,
            Negate = map.Negate ? "on" : null,
        };

    /// <summary>The map that the form describes.</summary>
    public ColumnMap Read() =>
        new()
        {
            Name = Name?.Trim() ?? "",
            Columns = Given(Columns),
            Constants = Given(Constants),
            Tags = [.. (Tags ?? []).Where(t => t.Length > 0)],
            Numbers = Numbers,
            Dates = Dates,
            Negate = Negate == "on",
        };

    private static Dictionary<string, string> Given(Dictionary<string, string?>? values) =>
        (values ?? [])
            .Where(v => !string.IsNullOrWhiteSpace(v.Value))
            .ToDictionary(v => v.Key, v => v.Value!.Trim(), StringComparer.Ordinal);
}
