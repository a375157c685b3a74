using System.Text.Json;
using Outlay.Connections;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Host.Demo;

/// <summary>The demo's data folder: never one that holds anything else.</summary>
internal sealed class DemoFolder(DataFolder folder)
{
    /// <summary>Says that a data folder is a demo's, and what was made in it.</summary>
    private string Marker => Path.Combine(folder.Root, "demo.json");

    /// <summary>Where the export files lie.</summary>
    public string Exports => Path.Combine(folder.Root, "exports");

    /// <summary>The folder at a path, unless another life goes on in it.</summary>
    public static Result<DataFolder> Open(string path)
    {
        var full = Path.GetFullPath(path);
        var isUsed =
            File.Exists(full)
            || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any());
        return isUsed && !File.Exists(Path.Combine(full, "demo.json"))
            ? Refused($"{full} is in use and not a demo's folder.")
            : Composition.Folder(full);
    }

    /// <summary>What else somebody brought into the folder; null when nothing.</summary>
    public static Problem? FindOthers(Imports imports, IReadOnlyList<string> deliveries)
    {
        var other = imports
            .Loads()
            .Select(l => l.Connection)
            .FirstOrDefault(c => !deliveries.Contains(c, StringComparer.Ordinal));
        return other is null
            ? null
            : Refused(
                $"The demo's folder holds the connection '{other}', which is not the demo's."
            );
    }

    /// <summary>Whether the files of these terms are there already.</summary>
    public bool HasMade(DemoTerms terms) =>
        File.Exists(Marker)
        && JsonSerializer.Deserialize<DemoTerms>(File.ReadAllText(Marker)) == terms;

    /// <summary>Notes that files are being made; null while they are not whole.</summary>
    public void Note(DemoTerms? terms) =>
        File.WriteAllText(Marker, JsonSerializer.Serialize(terms));

    private static Problem Refused(string message) =>
        new(
            ProblemKind.Conflict,
            message,
            "Give the demo a folder of its own: outlay demo --data ./outlay-demo."
        );
}

/// <summary>What a demo company was made from.</summary>
internal sealed record DemoTerms(DateOnly Today, long Seed, double Scale);
