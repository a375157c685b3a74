using Outlay.Forecast.Outlook;
using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>How a budget does in a period.</summary>
public enum BudgetState
{
    /// <summary>Its first period has not begun.</summary>
    Ahead,

    /// <summary>It will hold, as far as can be told.</summary>
    OnTrack,

    /// <summary>It is not used up, and will be by the end of the period.</summary>
    AtRisk,

    /// <summary>More was spent than it has.</summary>
    Over,

    /// <summary>Its only period has ended, and it held.</summary>
    Held,
}

/// <summary>A budget in the period that runs, or in its last one.</summary>
public sealed record BudgetStatus
{
    /// <summary>The budget.</summary>
    public required Budget Budget { get; init; }

    /// <summary>The period.</summary>
    public required DateRange Period { get; init; }

    /// <summary>Amount of the period.</summary>
    public required decimal Amount { get; init; }

    /// <summary>What earlier periods left over, or overspent when negative; 0 without rollover.</summary>
    public required decimal Carried { get; init; }

    /// <summary>What was spent so far, incomplete days included.</summary>
    public required decimal Spent { get; init; }

    /// <summary>What would have been spent by the last complete day had the amount been spent evenly.</summary>
    public required decimal Pace { get; init; }

    /// <summary>The last day of the period whose deliveries are complete; the day before the period when none is.</summary>
    public required DateOnly CompleteThrough { get; init; }

    /// <summary>Spent by day of the period, as far as there are charges.</summary>
    public required IReadOnlyList<decimal> Days { get; init; }

    /// <summary>What the period will come to, or why that cannot be told.</summary>
    public required Result<PeriodOutlook> Forecast { get; init; }

    /// <summary>How it does.</summary>
    public required BudgetState State { get; init; }

    /// <summary>Amounts of the budgets that are a part of it, in periods that begin with its own; null when it has none.</summary>
    public decimal? OfParts { get; init; }

    /// <summary>What was spent by the last complete day.</summary>
    public decimal SpentComplete =>
        Days.Take(CompleteThrough.DayNumber - Period.From.DayNumber + 1).Sum();

    /// <summary>What was spent by the last complete day beyond an even pace; below it when negative.</summary>
    public decimal AgainstPace => SpentComplete - Pace;

    /// <summary>What there is to spend: the amount and what is carried over.</summary>
    public decimal Total => Amount + Carried;

    /// <summary>Share that is spent; null for a budget of nothing.</summary>
    public decimal? Consumed => Total > 0 ? Spent / Total : null;

    /// <summary>Probability, 0 to 1, that the period comes to more; null without a forecast.</summary>
    public double? Risk => Forecast.IsOk ? Forecast.Value.ProbabilityAbove(Total) : null;
}
