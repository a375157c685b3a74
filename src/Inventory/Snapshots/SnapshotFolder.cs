using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Inventory.Snapshots;

/// <summary>
/// The snapshots in the data folder, a folder for each source and a compressed file of JSON lines for each scan: the snapshot without its
/// parts, then a resource or a machine type a line. A file is written under another name and moved, so that none is ever half there.
/// </summary>
/// <param name="folder">The data folder.</param>
public sealed class SnapshotFolder(DataFolder folder)
{
    /// <summary>Snapshots that are kept of each source.</summary>
    public const int Kept = 5;

    private const string Ending = ".jsonl.gz";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Keeps a snapshot as the newest of its source and lets the oldest go.</summary>
    public void Save(long source, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var target = Path.Combine(
            Of(source),
            snapshot.Started.ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture) + Ending
        );
        Directory.CreateDirectory(Of(source));
        var partial = target + ".part";
        using (
            var writer = new StreamWriter(
                new GZipStream(File.Create(partial), CompressionLevel.Fastest)
            )
        )
        {
            writer.WriteLine(
                JsonSerializer.Serialize(
                    new Line { Head = snapshot with { Resources = [], MachineTypes = [] } },
                    Json
                )
            );
            foreach (var resource in snapshot.Resources)
            {
                writer.WriteLine(JsonSerializer.Serialize(new Line { Resource = resource }, Json));
            }

            foreach (var type in snapshot.MachineTypes)
            {
                writer.WriteLine(JsonSerializer.Serialize(new Line { Type = type }, Json));
            }
        }

        File.Move(partial, target, overwrite: true);
        foreach (var old in Files(source).Skip(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>The newest snapshot of a source; null when there is none, a problem when its file is broken.</summary>
    public Result<Snapshot?> Latest(long source)
    {
        if (Files(source) is not [var newest, ..])
        {
            return Result.Of<Snapshot?>(null);
        }

        try
        {
            return Read(newest);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"The snapshot {newest} cannot be read: {e.Message}",
                "Delete the file and scan again."
            );
        }
    }

    /// <summary>Name of the newest snapshot; null when there is none. Another snapshot has another name.</summary>
    public string? Stamp(long source) =>
        Files(source) is [var newest, ..] ? Path.GetFileName(newest) : null;

    /// <summary>Deletes all snapshots of a source.</summary>
    public void Delete(long source)
    {
        if (Directory.Exists(Of(source)))
        {
            Directory.Delete(Of(source), recursive: true);
        }
    }

    private static Snapshot Read(string path)
    {
        using var reader = new StreamReader(
            new GZipStream(File.OpenRead(path), CompressionMode.Decompress)
        );
        Snapshot? head = null;
        var resources = new List<Resource>();
        var types = new List<MachineType>();
        while (reader.ReadLine() is { } text)
        {
            var line = JsonSerializer.Deserialize<Line>(text, Json);
            head ??= line?.Head;
            if (line?.Resource is { } resource)
            {
                resources.Add(resource);
            }

            if (line?.Type is { } type)
            {
                types.Add(type);
            }
        }

        return head is null
            ? throw new InvalidDataException("it is empty.")
            : head with
            {
                Resources = resources,
                MachineTypes = types,
            };
    }

    private string Of(long source) =>
        Path.Combine(folder.Scans, source.ToString(CultureInfo.InvariantCulture));

    private List<string> Files(long source) =>
        Directory.Exists(Of(source))
            ?
            [
                .. Directory
                    .GetFiles(Of(source), "*" + Ending)
                    .OrderDescending(StringComparer.Ordinal),
            ]
            : [];

    private sealed record Line
    {
        public Snapshot? Head { get; init; }

        public Resource? Resource { get; init; }

        public MachineType? Type { get; init; }
    }
}
