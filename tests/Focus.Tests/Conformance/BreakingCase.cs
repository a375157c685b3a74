namespace Outlay.Focus.Tests.Conformance;

/// <summary>A row, or rows that belong together, that break one rule.</summary>
internal sealed record BreakingCase(
    string RuleId,
    string? Column,
    params IReadOnlyList<Charge> Charges
)
{
    /// <summary>The version to try it in; null for the newest that has the rule.</summary>
    public FocusVersion? In { get; init; }

    public override string ToString() => $"{RuleId} {Column}";
}
