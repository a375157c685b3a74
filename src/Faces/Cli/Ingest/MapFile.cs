using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Connections;
using Outlay.Ingest.Mapping;
using Outlay.Kernel;

namespace Outlay.Cli.Ingest;

/// <summary>Reads the column map that <c>--map</c> names and keeps it for the files to import.</summary>
internal static class MapFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>The problem that stood in the way, or null.</summary>
    public static async Task<Problem?> KeepAsync(
        IServiceProvider services,
        string mapFile,
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        var map = Read(mapFile);
        if (!map.IsOk)
        {
            return map.Problem;
        }

        var mapping = services.GetRequiredService<ColumnMapping>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                return new Problem(
                    ProblemKind.Invalid,
                    $"--map explains files, and {path} is a folder.",
                    "Give one file with --map; after that, folders with files of the same header need no map."
                );
            }

            var kept = await mapping.SaveAsync(path, map.Value, cancellationToken);
            if (!kept.IsOk)
            {
                return kept.Problem;
            }
        }

        return null;
    }

    private static Result<ColumnMap> Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<ColumnMap>(File.ReadAllText(file), Options) is { } map
                ? map
                : Wrong(file, "it is empty.");
        }
        catch (JsonException e)
        {
            return Wrong(file, e.Message);
        }
        catch (IOException e)
        {
            return Wrong(file, e.Message);
        }
    }

    private static Problem Wrong(string file, string reason) =>
        new(
            ProblemKind.Invalid,
            $"--map: {file} is no column map: {reason}",
            "See outlay ingest --help for an example."
        );
}
