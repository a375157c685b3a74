using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>Asks what charges came to in a range and in the range it is compared with, line by line.</summary>
/// <param name="Query">Which charges, and with what they are compared. Group-by, grain, sort and paging of the query play no part.</param>
/// <param name="Grain">What tells lines apart.</param>
/// <param name="Kept">How many dimensions of the grain, from the first on, still tell lines beyond the limit apart.</param>
/// <param name="Limit">Most lines to give, the largest; the others are summed.</param>
public sealed record ChangesQuery(
    CostQuery Query,
    IReadOnlyList<Dimension> Grain,
    int Kept,
    int Limit = ChangesQuery.MostLines
)
{
    /// <summary>Most lines of an answer that are not sums of others.</summary>
    public const int MostLines = 20_000;
}

/// <summary>The lines of two ranges. Their sums are the totals of the ranges, whatever the limit.</summary>
/// <param name="Range">The range.</param>
/// <param name="PriorRange">What it is compared with.</param>
/// <param name="Lines">The lines, by currency, the largest first.</param>
/// <param name="Revision">Revision of the lake it was answered from.</param>
public sealed record ChangesTable(
    DateRange Range,
    DateRange PriorRange,
    IReadOnlyList<ChangesLine> Lines,
    long Revision
);

/// <summary>One line in one currency.</summary>
/// <param name="Currency">Its currency.</param>
/// <param name="Keys">Its value in each dimension of the grain; null where charges have none.</param>
/// <param name="Before">What it came to in the prior range.</param>
/// <param name="After">What it came to in the range.</param>
/// <param name="Rest">How many lines beyond the limit it sums; 0 for a line of its own.</param>
public sealed record ChangesLine(
    Currency Currency,
    IReadOnlyList<string?> Keys,
    ChangesSums Before,
    ChangesSums After,
    long Rest = 0
)
{
    /// <summary>Whether it sums lines beyond the limit; it then has the first keys only, and no quantity.</summary>
    public bool IsRest => Rest > 0;
}

/// <summary>Sums over the charges of a line in one range.</summary>
/// <param name="Quantity">FOCUS PricingQuantity; null where no charge has one.</param>
/// <param name="List">ListCost.</param>
/// <param name="Contracted">ContractedCost.</param>
/// <param name="Cost">The metric of the query.</param>
public readonly record struct ChangesSums(
    decimal? Quantity,
    decimal List,
    decimal Contracted,
    decimal Cost
);
