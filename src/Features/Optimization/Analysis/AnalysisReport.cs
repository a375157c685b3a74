using Outlay.Optimization.Purchases;

namespace Outlay.Optimization.Analysis;

/// <summary>What an analysis went by and came to.</summary>
public sealed record AnalysisReport
{
    /// <summary>When it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>First day of the bill that it looked at; null without a bill.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the bill that it looked at; null without a bill.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Lines of the bill.</summary>
    public long Lines { get; init; }

    /// <summary>Scans that it looked at.</summary>
    public int Scans { get; init; }

    /// <summary>Resources of these scans.</summary>
    public int Resources { get; init; }

    /// <summary>Recommendations found.</summary>
    public int Found { get; init; }

    /// <summary>How commitments do, and which to buy, by provider and currency.</summary>
    public IReadOnlyList<CommitmentReport> Commitments { get; init; } = [];

    /// <summary>How machines, containers and functions are bought, by currency; the largest first.</summary>
    public IReadOnlyList<UsageMix> Mixes { get; init; } = [];

    /// <summary>What could not be looked at, in sentences: a snapshot that cannot be read, a rule that failed.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
