using Outlay.Kernel;
using Outlay.Optimization.Rules;

namespace Outlay.Optimization.Findings;

/// <summary>Reads what a person or a program asks for in words, the same on the command line, the API and MCP.</summary>
public static class FindingWords
{
    private static readonly (string Word, Category Category)[] Categories =
    [
        ("compute", Category.Compute),
        ("containers", Category.Containers),
        ("serverless", Category.Serverless),
        ("commitment", Category.Commitment),
        ("storage-network", Category.StorageAndNetwork),
        ("databases", Category.Databases),
    ];

    /// <summary>Words of the tabs.</summary>
    public static IReadOnlyList<string> CategoryWords { get; } =
    [.. Categories.Select(c => c.Word)];

    /// <summary>Words of the states.</summary>
    public static IReadOnlyList<string> StateWords { get; } =
    ["open", "snoozed", "dismissed", "planned", "done", "all"];

    /// <summary>A tab by its word; null for all.</summary>
    public static Result<Category?> ReadCategory(string? word)
    {
        if (string.IsNullOrWhiteSpace(word))
        {
            return Result.Of<Category?>(null);
        }

        var found = Categories.Where(c => c.Word == word.Trim()).ToList();
        return found is [var one]
            ? Result.Of<Category?>(one.Category)
            : new Problem(
                ProblemKind.Invalid,
                $"There is no category '{word}'.",
                $"Choose one of: {string.Join(", ", CategoryWords)}.",
                "category"
            );
    }

    /// <summary>A state by its word; open by default, null for all.</summary>
    public static Result<FindingState?> ReadState(string? word) =>
        string.IsNullOrWhiteSpace(word) ? Result.Of<FindingState?>(FindingState.Open)
        : word.Trim() == "all" ? Result.Of<FindingState?>(null)
        : StateWords.Contains(word.Trim())
        && Enum.TryParse<FindingState>(word.Trim(), ignoreCase: true, out var state)
            ? Result.Of<FindingState?>(state)
        : new Problem(
            ProblemKind.Invalid,
            $"There is no state '{word}'.",
            $"Choose one of: {string.Join(", ", StateWords)}.",
            "state"
        );
}
