using Outlay.Inventory;
using Outlay.Kernel;

namespace Outlay.Optimization.Scans;

/// <summary>The collectors there are, by kind.</summary>
public sealed class Collectors
{
    private readonly Dictionary<string, IInventoryCollector> _byKind;

    internal Collectors(IEnumerable<IInventoryCollector> all)
    {
        All = [.. all];
        _byKind = All.ToDictionary(c => c.Kind, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the order in which they were registered.</summary>
    public IReadOnlyList<IInventoryCollector> All { get; }

    /// <summary>One; null when there is none of that kind.</summary>
    public IInventoryCollector? Find(string kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>One, or the problem that names those there are.</summary>
    public Result<IInventoryCollector> Get(string kind) =>
        Find(kind) is { } collector
            ? Result.Of(collector)
            : new Problem(
                ProblemKind.Invalid,
                $"Nothing scans '{kind}'.",
                $"Choose one of: {string.Join(", ", All.Select(c => c.Kind))}.",
                "kind"
            );
}
