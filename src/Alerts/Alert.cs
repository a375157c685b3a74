namespace Outlay.Alerts;

/// <summary>How urgent an alert is.</summary>
public enum AlertSeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Look at it soon.</summary>
    Warning,

    /// <summary>Act now.</summary>
    Critical,
}

/// <summary>A kind of alert, as people choose it for a channel.</summary>
/// <param name="Word">Short name that never changes, such as <c>budget-actual</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Meaning">One sentence: when it is raised.</param>
public sealed record AlertKind(string Word, string Title, string Meaning);

/// <summary>Something that holds now and that people want to know.</summary>
/// <param name="Key">What it is about, the same as long as it holds, such as <c>budget/3/2026-11-01/actual/80%</c>.</param>
/// <param name="Kind">Word of its kind.</param>
/// <param name="Severity">How urgent it is.</param>
/// <param name="Title">What holds, in one line.</param>
/// <param name="Cause">Why, in one sentence.</param>
/// <param name="Link">Path of the page that shows it.</param>
public sealed record AlertFact(
    string Key,
    string Kind,
    AlertSeverity Severity,
    string Title,
    string Cause,
    string Link
);

/// <summary>An alert as it is kept, from the day on which it began to hold to the day on which it ended.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Fact">What holds, as last seen.</param>
/// <param name="OpenedAt">When it was first seen.</param>
/// <param name="AcknowledgedAt">When a person took note of it; null while nobody has.</param>
/// <param name="ResolvedAt">When it was first seen to hold no longer; null while it holds.</param>
public sealed record Alert(
    long Id,
    AlertFact Fact,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ResolvedAt
);
