using Outlay.Alerts;
using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>Everything that changes budgets: make, change, copy, import, delete.</summary>
public sealed class BudgetBook
{
    private readonly BudgetStore _store;
    private readonly AlertSignal _alerts;
    private readonly TimeProvider _time;

    internal BudgetBook(BudgetStore store, AlertSignal alerts, TimeProvider time)
    {
        _store = store;
        _alerts = alerts;
        _time = time;
    }

    /// <summary>All budgets, by name.</summary>
    public IReadOnlyList<Budget> All() => _store.All();

    /// <summary>One; null when unknown.</summary>
    public Budget? Find(long id) => _store.Find(id);

    /// <summary>What was changed about a budget, the newest first.</summary>
    public IReadOnlyList<BudgetChange> Changes(long id) => _store.Changes(id);

    /// <summary>All that is wrong with a new budget, or with the changes to one that stands.</summary>
    public IReadOnlyList<Problem> Check(BudgetDraft draft, Budget? standing = null)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return [.. BudgetRules.Check(draft, standing, _store.All())];
    }

    /// <summary>Makes a budget; the first of the problems when it cannot be.</summary>
    public Result<Budget> Create(BudgetDraft draft)
    {
        if (Check(draft) is [var first, ..])
        {
            return first;
        }

        var id = _store.Add([draft])[0];
        _alerts.Set();
        return _store.Find(id)!;
    }

    /// <summary>Changes a budget.</summary>
    public Result<Budget> Change(long id, BudgetDraft draft)
    {
        if (_store.Find(id) is not { } standing)
        {
            return Unknown(id);
        }

        if (Check(draft, standing) is [var first, ..])
        {
            return first;
        }

        _store.Change(id, draft, BudgetChange.Between(standing, draft));
        _alerts.Set();
        return _store.Find(id)!;
    }

    /// <summary>Deletes a budget; those that were a part of it stand alone from then on.</summary>
    /// <returns>The budget as it was.</returns>
    public Result<Budget> Delete(long id)
    {
        if (_store.Find(id) is not { } budget)
        {
            return Unknown(id);
        }

        _store.Delete(budget);
        _alerts.Set();
        return budget;
    }

    /// <summary>Makes the budgets of a CSV file, all or none.</summary>
    /// <param name="csv">The file; see <see cref="BudgetFile.Header"/>.</param>
    /// <returns>How many there were.</returns>
    public Result<int> Import(TextReader csv)
    {
        var rows = BudgetFile.Read(csv, DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
        if (!rows.IsOk)
        {
            return rows.Problem;
        }

        var others = _store.All().ToList();
        foreach (var (row, draft) in rows.Value)
        {
            if (BudgetRules.Check(draft, null, others).FirstOrDefault() is { } problem)
            {
                return problem with
                {
                    Message = string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"Row {row}: {problem.Message}"
                    ),
                };
            }

            // Names must differ within the file too.
            others.Add(
                new Budget
                {
                    Id = -row,
                    Name = draft.Name.Trim(),
                    Scope = draft.Scope,
                    Calendar = draft.Calendar,
                    Amount = draft.Amount,
                    CreatedAt = default,
                }
            );
        }

        var ids = _store.Add([.. rows.Value.Select(r => r.Draft)]);
        _alerts.Set();
        return ids.Count;
    }

    private static Problem Unknown(long id) =>
        new(ProblemKind.NotFound, $"There is no budget {id}.", "It may have been deleted.");
}
