using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Watch;

/// <summary>An anomaly as JSON, the same from the REST API, MCP and the command line.</summary>
/// <param name="Id">Its name, which stays when days are scored again.</param>
/// <param name="Name">Where it is, in words.</param>
/// <param name="Level">total, cloud, account, service, region or resource.</param>
/// <param name="Path">The dimensions and values that lead to it, outermost first.</param>
/// <param name="Form">spike, drop, shift, drift or newCost.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day so far.</param>
/// <param name="IsRunning">Whether the next day may still belong to it.</param>
/// <param name="Actual">Cost of its days.</param>
/// <param name="Expected">Cost that was to be expected of them; an estimate.</param>
/// <param name="Excess">Cost beyond what was expected; negative below it.</param>
/// <param name="Confidence">From zero to one.</param>
/// <param name="Causes">Where it comes from, the best explanation first.</param>
/// <param name="Why">Whether price or usage moved, in a sentence; null where that cannot be told.</param>
/// <param name="State">open, acknowledged, expected or resolved.</param>
/// <param name="ExpectedUntil">Last day on which it is expected; null unless it is.</param>
/// <param name="Reason">fixed, newNormal or falseAlarm; null unless it is resolved.</param>
/// <param name="OffsetBy">The anomaly that moved by about as much the other way; null for none.</param>
/// <param name="FoundAt">When it was found, UTC.</param>
public sealed record AnomalyDocument(
    string Id,
    string Name,
    string Level,
    IReadOnlyList<PathStep> Path,
    string Form,
    string Currency,
    DateOnly From,
    DateOnly To,
    bool IsRunning,
    double Actual,
    double Expected,
    double Excess,
    double Confidence,
    IReadOnlyList<AnomalyCause> Causes,
    string? Why,
    string State,
    DateOnly? ExpectedUntil,
    string? Reason,
    string? OffsetBy,
    DateTimeOffset FoundAt
)
{
    /// <summary>The document of an anomaly.</summary>
    public static AnomalyDocument Of(Anomaly anomaly)
    {
        ArgumentNullException.ThrowIfNull(anomaly);
        return new(
            anomaly.Id,
            anomaly.Name,
            anomaly.Level,
            anomaly.Path,
            Word(anomaly.Kind),
            anomaly.Currency.Code,
            anomaly.Start,
            anomaly.End,
            anomaly.IsRunning,
            Cents(anomaly.Actual),
            Cents(anomaly.Expected),
            Cents(anomaly.Excess),
            Math.Round(anomaly.Confidence, 3),
            anomaly.Causes,
            anomaly.Why,
            Word(anomaly.State),
            anomaly.ExpectedUntil,
            anomaly.Reason is { } reason ? Word(reason) : null,
            anomaly.OffsetBy,
            anomaly.FoundAt
        );
    }

    private static double Cents(double amount) => Math.Round(amount, 2);

    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var text = value.ToString();
        return char.ToLowerInvariant(text[0]) + text[1..];
    }
}

/// <summary>A day of an anomaly's surroundings beside what was expected of it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Actual">Its cost.</param>
/// <param name="Expected">What was expected; null while there is too little history.</param>
/// <param name="Low">The least that counts as usual.</param>
/// <param name="High">The most that counts as usual.</param>
/// <param name="IsFlagged">Whether it is beyond them.</param>
public sealed record AnomalyDayDocument(
    DateOnly Day,
    double Actual,
    double? Expected,
    double? Low,
    double? High,
    bool IsFlagged
)
{
    /// <summary>The document of a day.</summary>
    public static AnomalyDayDocument Of(ScoredDay day) =>
        new(
            day.Date,
            Math.Round(day.Actual, 2),
            Cents(day.FrozenExpected ?? day.Expected),
            Cents(day.Lower),
            Cents(day.Upper),
            day.Flag != 0
        );

    private static double? Cents(double? amount) =>
        amount is { } value ? Math.Round(value, 2) : null;
}
