using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>A change of a budget.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Field">What changed, or <c>created</c>.</param>
/// <param name="Was">What it was; null for nothing.</param>
/// <param name="Became">What it became; null for nothing.</param>
public sealed record BudgetChange(DateTimeOffset At, string Field, string? Was, string? Became)
{
    /// <summary>What differs between a budget and a draft, field by field in words.</summary>
    internal static IEnumerable<(string Field, string? Was, string? Became)> Between(
        Budget budget,
        BudgetDraft draft
    ) =>
        Fields(BudgetDraft.Of(budget))
            .Zip(Fields(draft))
            .Where(f => f.First.Text != f.Second.Text)
            .Select(f => (f.First.Field, f.First.Text, f.Second.Text));

    private static IEnumerable<(string Field, string? Text)> Fields(BudgetDraft draft)
    {
        yield return ("name", draft.Name.Trim());
        yield return ("owner", Words(draft.Owner));
        yield return ("notes", Words(draft.Notes));
        yield return ("scope", Uri.UnescapeDataString(draft.Scope.Text));
        yield return ("period", Words(draft.Calendar));
        yield return ("amount", Words(draft.Amount));
        yield return (
            "amounts",
            string.Join(
                ", ",
                draft
                    .Amounts.OrderBy(a => a.Key)
                    .Select(a =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{a.Key:yyyy-MM-dd}: {Words(a.Value)}"
                        )
                    )
            )
        );
        yield return ("rollover", draft.Rollover ? "yes" : "no");
        yield return ("part of", draft.ParentId?.ToString(CultureInfo.InvariantCulture));
        yield return ("thresholds", string.Join(", ", draft.Thresholds.Select(t => t.Text)));
    }

    private static string? Words(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Words(decimal amount) =>
        amount.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Words(BudgetCalendar calendar) =>
        calendar.Last is { } last
            ? DateRange.Inclusive(calendar.First, last).ToString()
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{calendar.Cadence} from {calendar.First:yyyy-MM-dd}, fiscal year from month {calendar.FiscalMonth}"
            );
}
