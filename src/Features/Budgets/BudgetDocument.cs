namespace Outlay.Budgets;

/// <summary>A budget and how it does, as JSON.</summary>
public sealed record BudgetDocument(
    long Id,
    string Name,
    string? Owner,
    long? PartOf,
    string Scope,
    string Currency,
    DateOnly From,
    DateOnly To,
    decimal Amount,
    decimal CarriedOver,
    decimal Spent,
    DateOnly CompleteThrough,
    decimal EvenPace,
    decimal? Forecast,
    decimal? ForecastLow,
    decimal? ForecastHigh,
    double? ProbabilityOver,
    string State,
    IReadOnlyList<string> Thresholds
)
{
    public static BudgetDocument Of(BudgetStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        var forecast = status.Forecast.IsOk ? status.Forecast.Value : null;
        return new(
            status.Budget.Id,
            status.Budget.Name,
            status.Budget.Owner,
            status.Budget.ParentId,
            Uri.UnescapeDataString(status.Budget.Scope.Text),
            status.Budget.Scope.Currency.Code,
            status.Period.From,
            status.Period.Last,
            status.Amount,
            status.Carried,
            status.Spent,
            status.CompleteThrough,
            status.Pace,
            forecast?.Mid,
            forecast?.Low,
            forecast?.High,
            status.Risk,
            Word(status.State),
            [.. status.Budget.Thresholds.Select(t => t.Text)]
        );
    }

    private static string Word(BudgetState state) =>
        state switch
        {
            BudgetState.OnTrack => "on-track",
            BudgetState.AtRisk => "at-risk",
            _ => state.ToString().ToLowerInvariant(),
        };
}
