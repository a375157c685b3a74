using System.Globalization;
using Outlay.Budgets;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;

namespace Outlay.Web.Budgets;

/// <summary>The fields of a budget's form, as they were typed.</summary>
public sealed record BudgetForm
{
    /// <summary>What the pressed button asks for: <c>preview</c> or <c>save</c>.</summary>
    public string? Do { get; init; }

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Owner.</summary>
    public string? Owner { get; init; }

    /// <summary>Notes.</summary>
    public string? Notes { get; init; }

    /// <summary>The one cloud that counts; empty for all.</summary>
    public string? Cloud { get; init; }

    /// <summary>The one account that counts; empty for all.</summary>
    public string? Account { get; init; }

    /// <summary>The one service that counts; empty for all.</summary>
    public string? Service { get; init; }

    /// <summary>More conditions, one a line, as addresses write them; a line <c>or</c> begins another set.</summary>
    public string? Conditions { get; init; }

    /// <summary>Word of the metric.</summary>
    public string? Metric { get; init; }

    /// <summary>Code of the currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Charge categories left out.</summary>
    public string[]? Exclude { get; init; }

    /// <summary>month, quarter, year or custom.</summary>
    public string? Period { get; init; }

    /// <summary>First day.</summary>
    public string? Start { get; init; }

    /// <summary>Last day of a custom period.</summary>
    public string? End { get; init; }

    /// <summary>Month in which the fiscal year begins.</summary>
    public string? FiscalMonth { get; init; }

    /// <summary>Amount of a period.</summary>
    public string? Amount { get; init; }

    /// <summary>Amounts of single periods.</summary>
    public string? Amounts { get; init; }

    /// <summary><c>on</c> when what is left over goes on.</summary>
    public string? Rollover { get; init; }

    /// <summary>Number of the budget that it is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>Thresholds, one a line.</summary>
    public string? Thresholds { get; init; }

    /// <summary>The dimensions that have a field of their own.</summary>
    internal static readonly Dimension CloudDimension = new("HostProviderName");
    internal static readonly Dimension AccountDimension = new("SubAccountName");
    internal static readonly Dimension ServiceDimension = new("ServiceName");

    /// <summary>What a form shows for a draft.</summary>
    public static BudgetForm Of(BudgetDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var rest = draft.Scope.Filter.Sets is [var only] ? only.Conditions.ToList() : null;
        var form = new BudgetForm
        {
            Name = draft.Name,
            Owner = draft.Owner,
            Notes = draft.Notes,
            Cloud = Take(rest, CloudDimension),
            Account = Take(rest, AccountDimension),
            Service = Take(rest, ServiceDimension),
            Metric = CostWords.Metrics.Of(draft.Scope.Metric),
            Currency = draft.Scope.Currency.Code,
            Exclude =
            [
                .. CostWords.Excludes.Words.Where(w =>
                    draft.Scope.Exclude.HasFlag(CostWords.Excludes.Read(w).Value)
                ),
            ],
            Period = draft.Calendar.Cadence.ToString().ToLowerInvariant(),
            Start = Day(draft.Calendar.First),
            End = draft.Calendar.Last is { } last ? Day(last) : null,
            FiscalMonth = draft.Calendar.FiscalMonth.ToString(CultureInfo.InvariantCulture),
            Amount =
                draft.Amount == 0
                    ? null
                    : draft.Amount.ToString("0.##", CultureInfo.InvariantCulture),
            Amounts = string.Join(
                '\n',
                draft
                    .Amounts.OrderBy(a => a.Key)
                    .Select(a =>
                        string.Create(CultureInfo.InvariantCulture, $"{Day(a.Key)}: {a.Value:0.##}")
                    )
            ),
            Rollover = draft.Rollover ? "on" : null,
            Parent = draft.ParentId?.ToString(CultureInfo.InvariantCulture),
            Thresholds = string.Join('\n', draft.Thresholds.Select(t => t.Text)),
        };
        var sets = rest is null ? draft.Scope.Filter.Sets.Select(s => s.Conditions) : [rest];
        return form with
        {
            Conditions = string.Join(
                "\nor\n",
                sets.Select(s => string.Join('\n', s.Select(FilterExpression.Format)))
            ),
        };
    }

    /// <summary>The draft, or the first thing that is wrong with what was typed.</summary>
    /// <param name="currency">Currency when none is given.</param>
    public Result<BudgetDraft> Read(Currency currency)
    {
        var scope = Scope(currency);
        var calendar = BudgetWords.Calendar(Blank(Period), Start, End, Blank(FiscalMonth));
        var amount = BudgetWords.Amount(Amount);
        var amounts = BudgetWords.Amounts(Amounts);
        var thresholds = BudgetWords.Thresholds(Thresholds);
        if (
            (
                scope.Problem
                ?? calendar.Problem
                ?? amount.Problem
                ?? amounts.Problem
                ?? thresholds.Problem
            ) is
            { } problem
        )
        {
            return problem;
        }

        return new BudgetDraft
        {
            Name = Name ?? "",
            Owner = Blank(Owner),
            Notes = Blank(Notes),
            Scope = scope.Value,
            Calendar = calendar.Value,
            Amount = amount.Value,
            Amounts = amounts.Value,
            Rollover = Rollover == "on",
            ParentId = long.TryParse(Parent, CultureInfo.InvariantCulture, out var id) ? id : null,
            Thresholds = thresholds.Value,
        };
    }

    /// <summary>What counts, or what is wrong with it.</summary>
    /// <param name="currency">Currency when none is given.</param>
    public Result<BudgetScope> Scope(Currency currency)
    {
        var parameters = new List<KeyValuePair<string, string>>
        {
            new("metric", Metric ?? ""),
            new("currency", Blank(Currency) ?? currency.Code),
        };
        parameters.AddRange((Exclude ?? []).Select(e => KeyValuePair.Create("exclude", e)));
        parameters.AddRange(
            (Conditions ?? "")
                .Split(
                    ['\n', '\r'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Select(c => KeyValuePair.Create("filter", c))
        );
        var query = CostQueryUrl.Parse(parameters);
        if (!query.IsOk)
        {
            return query.Problem with { Field = query.Problem.Field ?? "filter" };
        }

        var filter = query.Value.Filter;
        foreach (
            var (dimension, value) in new[]
            {
                (CloudDimension, Cloud),
                (AccountDimension, Account),
                (ServiceDimension, Service),
            }
        )
        {
            if (Blank(value) is { } only)
            {
                filter = filter.And(ChargesBehind.Is(dimension, only));
            }
        }

        return BudgetScope.Of(query.Value with { Filter = filter }, currency);
    }

    private static string? Take(List<FilterCondition>? conditions, Dimension dimension)
    {
        var at =
            conditions?.FindIndex(c =>
                c.Dimension == dimension && c is { Operator: FilterOperator.Is, Values.Count: 1 }
            ) ?? -1;
        if (at < 0)
        {
            return null;
        }

        var value = conditions![at].Values[0];
        conditions.RemoveAt(at);
        return value;
    }

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Blank(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
