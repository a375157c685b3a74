namespace Outlay.Focus.Conformance;

/// <summary>How bad a broken rule is, by the specification's keyword.</summary>
public enum Severity
{
    /// <summary>SHOULD, RECOMMENDED, or a sanity check of our own.</summary>
    Warning,

    /// <summary>MUST.</summary>
    Error,
}

/// <summary>A source column as the checks see it: every value as text.</summary>
/// <param name="SourceName">Header as the file writes it.</param>
/// <param name="Name">FOCUS name it stands for in its version, or its own name.</param>
public sealed record SourceColumn(string SourceName, string Name);

/// <summary>One broken rule in one file.</summary>
/// <param name="RuleId">Rule id: the specification's own where it has one, such as <c>BilledCost-C-002-M</c>.</param>
/// <param name="Severity">How bad.</param>
/// <param name="Column">The column concerned; null for the whole file.</param>
/// <param name="Message">What the rule wants, in our words.</param>
/// <param name="Count">Number of rows that break it; 1 for the whole file.</param>
/// <param name="Examples">A few rows that break it.</param>
public sealed record Finding(
    string RuleId,
    Severity Severity,
    string? Column,
    string Message,
    long Count,
    IReadOnlyList<FindingExample> Examples
);

/// <summary>A row that breaks a rule.</summary>
/// <param name="Row">Data row number from 1, header not counted.</param>
/// <param name="Value">The value found; null when empty.</param>
public sealed record FindingExample(long Row, string? Value);
