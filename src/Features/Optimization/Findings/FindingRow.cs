using System.Globalization;
using Outlay.Optimization.Rules;

namespace Outlay.Optimization.Findings;

/// <summary>A finding as the table keeps it; amounts are millionths.</summary>
internal sealed class FindingRow
{
    private const decimal Millionth = 1_000_000m;

    public long Id { get; init; }
    public required string Category { get; init; }
    public long Net { get; init; }
    public string? Instead { get; init; }
    public required string Body { get; init; }
    public required string FirstSeen { get; init; }
    public required string LastSeen { get; init; }
    public string? GoneAt { get; init; }
    public required string State { get; init; }
    public string? UntilDay { get; init; }
    public string? Note { get; init; }
    public string? SaidAt { get; init; }

    public static long Micro(decimal amount) =>
        (long)decimal.Round(amount * Millionth, MidpointRounding.ToEven);

    public static decimal Money(long micro) => micro / Millionth;

    public static string Text(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    public Finding ToFinding() =>
        new()
        {
            Id = Id,
            Recommendation = FindingStore.Body(Body),
            Category = Enum.Parse<Category>(Category),
            Net = Money(Net),
            Instead = Instead,
            FirstSeen = At(FirstSeen),
            LastSeen = At(LastSeen),
            GoneAt = GoneAt is null ? null : At(GoneAt),
            State = Enum.Parse<FindingState>(State),
            Until = UntilDay is null
                ? null
                : DateOnly.ParseExact(UntilDay, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Note = Note,
            SaidAt = SaidAt is null ? null : At(SaidAt),
        };

    private static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
