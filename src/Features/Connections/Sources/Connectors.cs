using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connections.Sources;

/// <summary>The connectors there are, by kind.</summary>
public sealed class Connectors
{
    private readonly Dictionary<string, IConnector> _byKind;

    internal Connectors(IEnumerable<IConnector> all)
    {
        All = [.. all];
        _byKind = All.ToDictionary(c => c.Kind, StringComparer.Ordinal);
    }

    /// <summary>All of them, in the order in which they were registered.</summary>
    public IReadOnlyList<IConnector> All { get; }

    /// <summary>One; null when there is none of that kind.</summary>
    public IConnector? Find(string kind) => _byKind.GetValueOrDefault(kind);

    /// <summary>One, or the problem that names those there are.</summary>
    public Result<IConnector> Get(string kind) =>
        Find(kind) is { } connector
            ? Result.Of(connector)
            : new Problem(
                ProblemKind.Invalid,
                $"There is no kind of connection '{kind}'.",
                $"Choose one of: {string.Join(", ", All.Select(c => c.Kind))}.",
                "kind"
            );
}
