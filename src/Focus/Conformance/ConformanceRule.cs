namespace Outlay.Focus.Conformance;

/// <summary>
/// One thing that FOCUS, or good sense, wants of a file. A rule is data: an engine turns it into a query. Conditions are SQL over a
/// relation that has every column of <see cref="ConformanceView"/>; a condition that is unknown (null) is not broken.
/// </summary>
public abstract record ConformanceRule
{
    /// <summary>The specification's own id where it has one, else one of ours: <c>OUTLAY-...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The column concerned; null for the whole file.</summary>
    public required string? Column { get; init; }

    /// <summary>What the rule wants, in our words.</summary>
    public required string Message { get; init; }

    /// <summary>By the specification's keyword.</summary>
    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>First version it holds for.</summary>
    public FocusVersion From { get; init; } = FocusVersion.V0_5;

    /// <summary>Last version it holds for.</summary>
    public FocusVersion Until { get; init; } = FocusVersion.V1_4;

    /// <summary>Columns a file must have for the rule to mean anything.</summary>
    public abstract IReadOnlyList<string> Needs { get; }

    /// <summary>Whether the rule can be checked on a file with that header.</summary>
    public bool AppliesTo(FocusHeader header) =>
        header.Version >= From
        && header.Version <= Until
        && Needs.All(n => header.Columns.Any(c => ConformanceView.NameOf(c) == n));
}

/// <summary>A rule that each row keeps or breaks by itself.</summary>
public sealed record RowRule : ConformanceRule
{
    /// <summary>True for a row that breaks it.</summary>
    public required string Broken { get; init; }

    /// <summary>What to show of a broken row; null for the column's value as the file has it.</summary>
    public string? Shows { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs => ConformanceView.ColumnsIn(Broken);
}

/// <summary>A rule on rows that belong together.</summary>
public sealed record GroupRule : ConformanceRule
{
    /// <summary>What makes rows belong together.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Which rows count.</summary>
    public required string Where { get; init; }

    /// <summary>True for a group that breaks it: a condition on aggregates.</summary>
    public required string Broken { get; init; }

    /// <summary>What to show of a broken group: text made of keys and aggregates.</summary>
    public required string Shows { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs =>
        ConformanceView.ColumnsIn(string.Join(' ', [.. Keys, Where, Broken]));
}

/// <summary>A rule on the header.</summary>
public sealed record HeaderRule : ConformanceRule
{
    /// <summary>The headers that break it; an empty text stands for a column that is not there.</summary>
    public required Func<SourceShape, IEnumerable<string>> Broken { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Needs => [];
}

/// <summary>What is known of a file before its rows are read.</summary>
/// <param name="Header">Its columns.</param>
/// <param name="Types">The stored type of each column by position, as the engine names it; null for text files.</param>
public sealed record SourceShape(FocusHeader Header, IReadOnlyList<string>? Types);
