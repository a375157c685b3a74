using System.Text.Json;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>What a run's manifest says.</summary>
/// <param name="Kind">What it exports, such as <c>ActualCost</c>, <c>AmortizedCost</c> or <c>FocusCost</c>; null when it does not say.</param>
/// <param name="Blobs">The names of its files.</param>
internal sealed record RunManifest(string? Kind, IReadOnlyList<string> Blobs)
{
    /// <summary>Of a run that has no manifest: the old layout, in which a file is a run.</summary>
    public static RunManifest None { get; } = new(null, []);

    private static readonly string[] Costs = ["ActualCost", "AmortizedCost", "FocusCost", "Usage"];

    /// <summary>Whether it exports costs; price sheets and reservation details are exported alike.</summary>
    public bool IsCosts => Kind is null || Costs.Contains(Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a manifest.</summary>
    public static Result<RunManifest> Parse(string name, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return new RunManifest(
                Text(root, "exportConfig", "type"),
                root.TryGetProperty("blobs", out var blobs)
                && blobs.ValueKind == JsonValueKind.Array
                    ? [.. blobs.EnumerateArray().Select(b => Text(b, "blobName")).OfType<string>()]
                    : []
            );
        }
        catch (JsonException)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"The manifest {name} is not complete JSON.",
                "Run the export again."
            );
        }
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            if (
                element.ValueKind != JsonValueKind.Object
                || !element.TryGetProperty(step, out element)
            )
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
