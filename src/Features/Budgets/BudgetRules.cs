using System.Globalization;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Budgets;

/// <summary>What makes a budget one that can be kept.</summary>
internal static class BudgetRules
{
    private const int LongestName = 80;
    private const int LongestNotes = 2000;
    private const int MostThresholds = 20;
    private const int MostLevels = 10;
    private const decimal LargestAmount = 1_000_000_000_000m;

    /// <summary>All that is wrong with a draft.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="standing">The budget that it changes; null for a new one.</param>
    /// <param name="others">All budgets.</param>
    public static IEnumerable<Problem> Check(
        BudgetDraft draft,
        Budget? standing,
        IReadOnlyList<Budget> others
    ) =>
        CheckName(draft.Name, standing, others)
            .Concat(CheckTexts(draft))
            .Concat(CheckAmounts(draft))
            .Concat(CheckThresholds(draft))
            .Concat(CheckParent(draft, standing, others))
            .Concat(
                CostQueryRules.Check(
                    draft.Scope.Query(
                        new DateRange(draft.Calendar.First, draft.Calendar.First.AddDays(1))
                    )
                )
                    is { } problem
                    ? [problem]
                    : []
            );

    private static IEnumerable<Problem> CheckName(
        string name,
        Budget? standing,
        IReadOnlyList<Budget> others
    )
    {
        var trimmed = name.Trim();
        if (trimmed.Length is 0 or > LongestName)
        {
            yield return Wrong(
                trimmed.Length == 0
                    ? "The budget has no name."
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"The name has {trimmed.Length} characters."
                    ),
                $"Name it after what it is for, in up to {LongestName} characters.",
                "name"
            );
        }
        else if (
            others.Any(o =>
                o.Id != standing?.Id && o.Name.Equals(trimmed, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            yield return new Problem(
                ProblemKind.Conflict,
                $"There is a budget named '{trimmed}' already.",
                "Take another name, or change that one.",
                "name"
            );
        }
    }

    private static IEnumerable<Problem> CheckTexts(BudgetDraft draft)
    {
        if (draft.Owner?.Trim().Length > LongestName)
        {
            yield return Wrong(
                "The owner is too long.",
                $"Use up to {LongestName} characters.",
                "owner"
            );
        }

        if (draft.Notes?.Length > LongestNotes)
        {
            yield return Wrong(
                "The notes are too long.",
                $"Use up to {LongestNotes} characters.",
                "notes"
            );
        }
    }

    private static IEnumerable<Problem> CheckAmounts(BudgetDraft draft)
    {
        if (
            draft.Amount is < 0 or > LargestAmount
            || draft.Amounts.Values.Any(a => a is < 0 or > LargestAmount)
        )
        {
            yield return Wrong(
                "An amount is out of reach.",
                "Amounts are 0 or more, up to a million millions.",
                "amount"
            );
        }
        else if (draft.Amount == 0 && draft.Amounts.Count == 0)
        {
            yield return Wrong("The budget has no amount.", "Write one, such as 12000.", "amount");
        }

        foreach (var day in draft.Amounts.Keys.Where(d => draft.Calendar.PeriodOf(d)?.From != d))
        {
            yield return Wrong(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No period begins on {day:yyyy-MM-dd}."
                ),
                "Name the first day of a period.",
                "amounts"
            );
        }
    }

    private static IEnumerable<Problem> CheckThresholds(BudgetDraft draft)
    {
        if (draft.Thresholds.Count > MostThresholds)
        {
            yield return Wrong(
                "There are too many thresholds.",
                $"Use up to {MostThresholds}.",
                "thresholds"
            );
        }

        if (
            draft
                .Thresholds.GroupBy(t => t.Text, StringComparer.Ordinal)
                .FirstOrDefault(g => g.Count() > 1) is
            { } twice
        )
        {
            yield return Wrong(
                $"The threshold {twice.Key} is there twice.",
                "Keep one of them.",
                "thresholds"
            );
        }
    }

    private static IEnumerable<Problem> CheckParent(
        BudgetDraft draft,
        Budget? standing,
        IReadOnlyList<Budget> others
    )
    {
        var byId = others.ToDictionary(o => o.Id);
        var level = 1;
        for (
            var parent = draft.ParentId;
            parent is { } id;
            parent = byId.GetValueOrDefault(id)?.ParentId
        )
        {
            if (!byId.TryGetValue(id, out var found))
            {
                yield return Wrong(
                    "The budget that it is a part of does not exist.",
                    "Choose another.",
                    "parent"
                );
                yield break;
            }

            if (id == standing?.Id || level++ > MostLevels)
            {
                yield return Wrong(
                    id == standing?.Id
                        ? "The budget would be a part of itself."
                        : $"Budgets are nested more than {MostLevels} deep.",
                    "Choose another budget that it is a part of.",
                    "parent"
                );
                yield break;
            }

            if (level == 2 && found.Scope.Currency != draft.Scope.Currency)
            {
                yield return Wrong(
                    $"{found.Name} is in {found.Scope.Currency}, and amounts of different currencies are never added.",
                    "Choose a budget in the same currency.",
                    "parent"
                );
            }
        }
    }

    private static Problem Wrong(string message, string fix, string field) =>
        new(ProblemKind.Invalid, message, fix, field);
}
