using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Budgets;

/// <summary>What counts against a budget: any charges that a cost query can name, by one metric in one currency.</summary>
/// <param name="Filter">Which charges.</param>
/// <param name="Exclude">Charge categories left out.</param>
/// <param name="Metric">Which cost.</param>
/// <param name="Currency">Currency of the amounts.</param>
/// <param name="Convert">What becomes of charges in other currencies.</param>
public sealed record BudgetScope(
    CostFilter Filter,
    ChargeSwitches Exclude,
    CostMetric Metric,
    Currency Currency,
    Conversion Convert = Conversion.None
)
{
    /// <summary>The query of the scope's cost on some days.</summary>
    public CostQuery Query(DateRange days, TimeGrain grain = TimeGrain.Day) =>
        new()
        {
            Period = Period.Of(days),
            Grain = grain,
            Filter = Filter,
            Exclude = Exclude,
            Metric = Metric,
            Currency = Currency,
            Convert = Convert,
        };

    /// <summary>The scope of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="currency">Currency when the query names none.</param>
    public static BudgetScope Of(CostQuery query, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(
            query.Filter,
            query.Exclude,
            query.Metric,
            query.Currency ?? currency,
            query.Convert
        );
    }

    /// <summary>It as a query string, for keeping and for links.</summary>
    public string Text =>
        CostQueryUrl.Format(
            new CostQuery
            {
                Filter = Filter,
                Exclude = Exclude,
                Metric = Metric,
                Currency = Currency,
                Convert = Convert,
            }
        );

    /// <summary>Reads <see cref="Text"/>.</summary>
    public static Result<BudgetScope> Parse(string text) =>
        CostQueryUrl.Parse(text) is var query && !query.IsOk ? query.Problem
        : query.Value.Currency is { } currency ? Of(query.Value, currency)
        : new Problem(
            ProblemKind.Invalid,
            "The scope has no currency.",
            "Give one, such as currency=USD.",
            "currency"
        );
}
