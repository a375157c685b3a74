using System.Globalization;
using Dapper;
using Outlay.State;

namespace Outlay.Optimization.Findings;

/// <summary>Verified savings in the state database.</summary>
internal sealed class SavingLedger(StateDatabase database)
{
    private const string Day = "yyyy-MM-dd";

    public void Save(long findingId, VerifiedSaving saving)
    {
        using var open = database.Open();
        open.Execute(
            """
            INSERT INTO verified_saving (recommendation_id, done_on, measured_to, days, before_day, after_day, saved, verdict, words)
            VALUES (@findingId, @done, @to, @Days, @before, @after, @saved, @verdict, @Words)
            ON CONFLICT (recommendation_id) DO UPDATE SET done_on = @done, measured_to = @to, days = @Days, before_day = @before, after_day = @after, saved = @saved,
              verdict = @verdict, words = @Words
            """,
            new
            {
                findingId,
                done = saving.DoneOn.ToString(Day, CultureInfo.InvariantCulture),
                to = saving.MeasuredTo?.ToString(Day, CultureInfo.InvariantCulture),
                saving.Days,
                before = Micro(saving.BeforeDay),
                after = Micro(saving.AfterDay),
                saved = Micro(saving.Saved),
                verdict = saving.Verdict.ToString(),
                saving.Words,
            }
        );
    }

    public VerifiedSaving? Find(long findingId) =>
        All("WHERE recommendation_id = @findingId", new { findingId })
            .Select(s => s.Saving)
            .FirstOrDefault();

    public IReadOnlyDictionary<long, VerifiedSaving> All() =>
        All("", null).ToDictionary(s => s.Id, s => s.Saving);

    private List<(long Id, VerifiedSaving Saving)> All(string where, object? values)
    {
        using var open = database.Open();
        return
        [
            .. open.Query<Row>(
                    $"SELECT recommendation_id AS Id, done_on AS DoneOn, measured_to AS MeasuredTo, days, before_day AS BeforeDay, after_day AS AfterDay, saved, verdict, words FROM verified_saving {where}",
                    values
                )
                .Select(r => (r.Id, r.ToSaving())),
        ];
    }

    private static long? Micro(decimal? amount) => amount is { } a ? FindingRow.Micro(a) : null;

    private sealed class Row
    {
        public long Id { get; init; }
        public required string DoneOn { get; init; }
        public string? MeasuredTo { get; init; }
        public long Days { get; init; }
        public long? BeforeDay { get; init; }
        public long? AfterDay { get; init; }
        public long? Saved { get; init; }
        public required string Verdict { get; init; }
        public required string Words { get; init; }

        public VerifiedSaving ToSaving() =>
            new(
                DateOnly.ParseExact(DoneOn, Day, CultureInfo.InvariantCulture),
                MeasuredTo is null
                    ? null
                    : DateOnly.ParseExact(MeasuredTo, Day, CultureInfo.InvariantCulture),
                (int)Days,
                Money(BeforeDay),
                Money(AfterDay),
                Money(Saved),
                Enum.Parse<SavingVerdict>(Verdict),
                Words
            );

        private static decimal? Money(long? micro) => micro is { } m ? FindingRow.Money(m) : null;
    }
}
