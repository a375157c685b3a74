using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>An amount for a scope and a period, with thresholds.</summary>
public sealed record Budget
{
    /// <summary>Number; also the address of its page.</summary>
    public required long Id { get; init; }

    /// <summary>Its name, unique whatever the case.</summary>
    public required string Name { get; init; }

    /// <summary>Who answers for it; null when nobody is named.</summary>
    public string? Owner { get; init; }

    /// <summary>Anything worth knowing about it.</summary>
    public string? Notes { get; init; }

    /// <summary>What counts.</summary>
    public required BudgetScope Scope { get; init; }

    /// <summary>Its periods.</summary>
    public required BudgetCalendar Calendar { get; init; }

    /// <summary>Amount of a period, in the currency of the scope.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Amounts of single periods, by their first day, that differ from <see cref="Amount"/>.</summary>
    public IReadOnlyDictionary<DateOnly, decimal> Amounts { get; init; } =
        new Dictionary<DateOnly, decimal>();

    /// <summary>Whether what a period leaves over, or overspends, is added to the next one.</summary>
    public bool Rollover { get; init; }

    /// <summary>The budget that it is a part of; null for none.</summary>
    public long? ParentId { get; init; }

    /// <summary>When people are told.</summary>
    public IReadOnlyList<BudgetThreshold> Thresholds { get; init; } = [];

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The amount set for a period, without what is carried over.</summary>
    public decimal AmountOf(DateRange period) =>
        Amounts.TryGetValue(period.From, out var own) ? own : Amount;
}

/// <summary>A budget as a person describes it.</summary>
public sealed record BudgetDraft
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who answers for it.</summary>
    public string? Owner { get; init; }

    /// <summary>Anything worth knowing about it.</summary>
    public string? Notes { get; init; }

    /// <summary>What counts.</summary>
    public required BudgetScope Scope { get; init; }

    /// <summary>Its periods.</summary>
    public required BudgetCalendar Calendar { get; init; }

    /// <summary>Amount of a period.</summary>
    public decimal Amount { get; init; }

    /// <summary>Amounts of single periods, by their first day.</summary>
    public IReadOnlyDictionary<DateOnly, decimal> Amounts { get; init; } =
        new Dictionary<DateOnly, decimal>();

    /// <summary>Whether what is left over goes on.</summary>
    public bool Rollover { get; init; }

    /// <summary>The budget that it is a part of.</summary>
    public long? ParentId { get; init; }

    /// <summary>When people are told.</summary>
    public IReadOnlyList<BudgetThreshold> Thresholds { get; init; } = BudgetThreshold.Usual;

    /// <summary>A standing budget as a draft to change or copy.</summary>
    public static BudgetDraft Of(Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return new()
        {
            Name = budget.Name,
            Owner = budget.Owner,
            Notes = budget.Notes,
            Scope = budget.Scope,
            Calendar = budget.Calendar,
            Amount = budget.Amount,
            Amounts = budget.Amounts,
            Rollover = budget.Rollover,
            ParentId = budget.ParentId,
            Thresholds = budget.Thresholds,
        };
    }
}
