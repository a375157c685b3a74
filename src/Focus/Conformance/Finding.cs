namespace Outlay.Focus.Conformance;

/// <summary>How bad a broken rule is, by the specification's keyword.</summary>
public enum Severity
{
    /// <summary>SHOULD, RECOMMENDED, or a sanity check of our own.</summary>
    Warning,

    /// <summary>MUST.</summary>
    Error,
}

/// <summary>One broken rule in one file.</summary>
/// <param name="RuleId">Rule id: the specification's own where it has one, such as <c>BilledCost-C-003-M</c>.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Column">The column concerned; null for the whole file.</param>
/// <param name="Message">What the rule wants, in our words.</param>
/// <param name="Count">Number of rows, groups of rows or headers that break it.</param>
/// <param name="Examples">A few of them, in file order.</param>
public sealed record Finding(
    string RuleId,
    Severity Severity,
    string? Column,
    string Message,
    long Count,
    IReadOnlyList<FindingExample> Examples
);

/// <summary>A row that breaks a rule.</summary>
/// <param name="Row">Data row number from 1; 0 for the header. For a group of rows, its first one.</param>
/// <param name="Value">The value found; null when empty.</param>
public sealed record FindingExample(long Row, string? Value);
