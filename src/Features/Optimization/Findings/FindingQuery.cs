using Outlay.Optimization.Rules;

namespace Outlay.Optimization.Findings;

/// <summary>Asks for findings.</summary>
public sealed record FindingQuery
{
    /// <summary>Most findings of one page.</summary>
    public const int MostRows = 500;

    /// <summary>Only of a tab; null for all.</summary>
    public Category? Category { get; init; }

    /// <summary>Only in a state; null for all states. What is found no longer is left out unless it is done.</summary>
    public FindingState? State { get; init; } = FindingState.Open;

    /// <summary>Only of a provider.</summary>
    public string? Provider { get; init; }

    /// <summary>Only of an account.</summary>
    public string? Account { get; init; }

    /// <summary>Only of a rule.</summary>
    public string? Rule { get; init; }

    /// <summary>Only with this text in resource, title or account, whatever the case.</summary>
    public string? Search { get; init; }

    /// <summary>Only those that can be undone and need no restart.</summary>
    public bool OnlyEasy { get; init; }

    /// <summary>What comes first.</summary>
    public FindingOrder Order { get; init; }

    /// <summary>Findings to skip.</summary>
    public int Offset { get; init; }

    /// <summary>Most findings to give.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>What comes first.</summary>
public enum FindingOrder
{
    /// <summary>The largest net saving.</summary>
    Saving,

    /// <summary>The largest saving taken alone.</summary>
    Gross,

    /// <summary>The surest.</summary>
    Confidence,

    /// <summary>The least risk, then the largest saving.</summary>
    Risk,

    /// <summary>The newest.</summary>
    Newest,
}

/// <summary>A page of findings, with what all of them come to.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="Sums">What all of them come to, by currency.</param>
public sealed record FindingPage(
    IReadOnlyList<Finding> Rows,
    int Count,
    IReadOnlyList<SavingSum> Sums
);

/// <summary>What findings come to a month, in one currency.</summary>
/// <param name="Currency">The currency.</param>
/// <param name="Count">How many.</param>
/// <param name="Gross">Sum of their savings taken alone: dollars may be in it twice.</param>
/// <param name="Net">Sum of what counts: no dollar twice.</param>
/// <param name="Lost">What not doing them has cost since each was first found.</param>
public sealed record SavingSum(
    string Currency,
    int Count,
    decimal Gross,
    decimal Net,
    decimal Lost
);

/// <summary>Findings of a tab.</summary>
/// <param name="Category">The tab.</param>
/// <param name="Sum">What its open ones come to.</param>
public sealed record CategorySum(Category Category, SavingSum Sum);

/// <summary>A resource of which too little is known.</summary>
/// <param name="Rule">The rule that could not judge it.</param>
/// <param name="Category">The rule's tab.</param>
/// <param name="Subject">Its full name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Reason">What is missing.</param>
public sealed record Unjudged(
    string Rule,
    Category Category,
    string Subject,
    string Label,
    string Reason
);
