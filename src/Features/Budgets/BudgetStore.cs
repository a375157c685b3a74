using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Budgets;

/// <summary>Budgets and their changes in the state database.</summary>
internal sealed class BudgetStore(StateDatabase database, TimeProvider time)
{
    private const string Day = "yyyy-MM-dd";

    private const string Columns =
        "id, name, owner, notes, scope, cadence, fiscal_month AS FiscalMonth, first_day AS FirstDay, last_day AS LastDay, amount, amounts, rollover, parent_id AS ParentId, thresholds, created_at AS CreatedAt";

    public IReadOnlyList<Budget> All()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<Row>($"SELECT {Columns} FROM budget ORDER BY name COLLATE NOCASE")
                .Select(r => r.ToBudget()),
        ];
    }

    public Budget? Find(long id)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<Row>(
                $"SELECT {Columns} FROM budget WHERE id = @id",
                new { id }
            )
            ?.ToBudget();
    }

    public IReadOnlyList<BudgetChange> Changes(long budgetId)
    {
        using var open = database.Open();
        return
        [
            .. open.Query<ChangeRow>(
                    "SELECT changed_at AS ChangedAt, field, was, became FROM budget_change WHERE budget_id = @budgetId ORDER BY id DESC",
                    new { budgetId }
                )
                .Select(r => new BudgetChange(
                    DateTimeOffset.Parse(r.ChangedAt, CultureInfo.InvariantCulture),
                    r.Field,
                    r.Was,
                    r.Became
                )),
        ];
    }

    /// <summary>Keeps new budgets, all or none.</summary>
    public IReadOnlyList<long> Add(IReadOnlyList<BudgetDraft> drafts)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        var ids = new List<long>();
        foreach (var draft in drafts)
        {
            var id = open.QuerySingle<long>(
                """
                INSERT INTO budget (name, owner, notes, scope, cadence, fiscal_month, first_day, last_day, amount, amounts, rollover, parent_id, thresholds, created_at)
                VALUES (@Name, @Owner, @Notes, @Scope, @Cadence, @FiscalMonth, @FirstDay, @LastDay, @Amount, @Amounts, @Rollover, @ParentId, @Thresholds, @Now)
                RETURNING id
                """,
                Values(draft),
                transaction
            );
            open.Execute(
                "INSERT INTO budget_change (budget_id, name, changed_at, field, became) VALUES (@id, @Name, @Now, 'created', @Amount)",
                With(draft, id),
                transaction
            );
            ids.Add(id);
        }

        transaction.Commit();
        return ids;
    }

    /// <summary>Changes a budget and writes down what changed.</summary>
    public void Change(
        long id,
        BudgetDraft draft,
        IEnumerable<(string Field, string? Was, string? Became)> changes
    )
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute(
            """
            UPDATE budget SET name = @Name, owner = @Owner, notes = @Notes, scope = @Scope, cadence = @Cadence, fiscal_month = @FiscalMonth,
              first_day = @FirstDay, last_day = @LastDay, amount = @Amount, amounts = @Amounts, rollover = @Rollover, parent_id = @ParentId,
              thresholds = @Thresholds WHERE id = @id
            """,
            With(draft, id),
            transaction
        );
        open.Execute(
            "INSERT INTO budget_change (budget_id, name, changed_at, field, was, became) VALUES (@id, @name, @now, @field, @was, @became)",
            changes.Select(c => new
            {
                id,
                name = draft.Name.Trim(),
                now = Now(),
                field = c.Field,
                was = c.Was,
                became = c.Became,
            }),
            transaction
        );
        transaction.Commit();
    }

    public void Delete(Budget budget)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute("DELETE FROM budget WHERE id = @Id", new { budget.Id }, transaction);
        open.Execute(
            "INSERT INTO budget_change (budget_id, name, changed_at, field) VALUES (@Id, @Name, @now, 'deleted')",
            new
            {
                budget.Id,
                budget.Name,
                now = Now(),
            },
            transaction
        );
        transaction.Commit();
    }

    private string Now() => time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);

    private DynamicParameters With(BudgetDraft draft, long id)
    {
        var values = Values(draft);
        values.Add("id", id);
        return values;
    }

    private DynamicParameters Values(BudgetDraft draft) =>
        new(
            new
            {
                Name = draft.Name.Trim(),
                Owner = Trimmed(draft.Owner),
                Notes = Trimmed(draft.Notes),
                Scope = draft.Scope.Text,
                Cadence = draft.Calendar.Cadence.ToString(),
                draft.Calendar.FiscalMonth,
                FirstDay = draft.Calendar.First.ToString(Day, CultureInfo.InvariantCulture),
                LastDay = draft.Calendar.Last?.ToString(Day, CultureInfo.InvariantCulture),
                Amount = draft.Amount.ToString(CultureInfo.InvariantCulture),
                Amounts = JsonSerializer.Serialize(
                    draft.Amounts.ToDictionary(
                        a => a.Key.ToString(Day, CultureInfo.InvariantCulture),
                        a => a.Value.ToString(CultureInfo.InvariantCulture),
                        StringComparer.Ordinal
                    )
                ),
                draft.Rollover,
                draft.ParentId,
                Thresholds = JsonSerializer.Serialize(draft.Thresholds.Select(t => t.Text)),
                Now = Now(),
            }
        );

    private static string? Trimmed(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private sealed class ChangeRow
    {
        public required string ChangedAt { get; init; }
        public required string Field { get; init; }
        public string? Was { get; init; }
        public string? Became { get; init; }
    }

    private sealed class Row
    {
        public required long Id { get; init; }
        public required string Name { get; init; }
        public string? Owner { get; init; }
        public string? Notes { get; init; }
        public required string Scope { get; init; }
        public required string Cadence { get; init; }
        public required long FiscalMonth { get; init; }
        public required string FirstDay { get; init; }
        public string? LastDay { get; init; }
        public required string Amount { get; init; }
        public required string Amounts { get; init; }
        public required bool Rollover { get; init; }
        public long? ParentId { get; init; }
        public required string Thresholds { get; init; }
        public required string CreatedAt { get; init; }

        public Budget ToBudget() =>
            new()
            {
                Id = Id,
                Name = Name,
                Owner = Owner,
                Notes = Notes,
                Scope = BudgetScope.Parse(Scope).Value,
                Calendar = LastDay is { } last
                    ? BudgetCalendar.Of(DateRange.Inclusive(ReadDay(FirstDay), ReadDay(last)))
                    : BudgetCalendar.Of(
                        Enum.Parse<BudgetCadence>(Cadence),
                        ReadDay(FirstDay),
                        (int)FiscalMonth
                    ),
                Amount = Number(Amount),
                Amounts = (
                    JsonSerializer.Deserialize<Dictionary<string, string>>(Amounts) ?? []
                ).ToDictionary(a => ReadDay(a.Key), a => Number(a.Value)),
                Rollover = Rollover,
                ParentId = ParentId,
                Thresholds =
                [
                    .. (JsonSerializer.Deserialize<List<string>>(Thresholds) ?? []).Select(t =>
                        BudgetThreshold.Parse(t).Value
                    ),
                ],
                CreatedAt = DateTimeOffset.Parse(CreatedAt, CultureInfo.InvariantCulture),
            };

        private static DateOnly ReadDay(string text) =>
            DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);

        private static decimal Number(string text) =>
            decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
