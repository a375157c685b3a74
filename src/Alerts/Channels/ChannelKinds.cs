using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>The ways to tell people that there are.</summary>
public sealed class ChannelKinds
{
    internal ChannelKinds(IEnumerable<IAlertChannel> all) => All = [.. all];

    /// <summary>All of them.</summary>
    public IReadOnlyList<IAlertChannel> All { get; }

    /// <summary>One by its word; null when unknown.</summary>
    public IAlertChannel? Find(string kind) => All.FirstOrDefault(c => c.Kind == kind);

    /// <summary>One by its word, or which there are.</summary>
    public Result<IAlertChannel> Get(string kind) =>
        Find(kind) is { } found
            ? Result.Of(found)
            : new Problem(
                ProblemKind.NotFound,
                $"There is no kind of channel '{kind}'.",
                $"There are: {string.Join(", ", All.Select(c => c.Kind))}.",
                "kind"
            );
}
