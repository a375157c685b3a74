using Outlay.Kernel;

namespace Outlay.Lake.Sources;

/// <summary>A row that fails a check.</summary>
/// <param name="Row">Data row number from 1, header not counted.</param>
/// <param name="Column">Column as the file calls it; null when the row as a whole is at fault.</param>
/// <param name="Value">The value found, or the whole row; null when empty.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record BadRow(long Row, string? Column, string? Value, string Reason);

/// <summary>The rows of a file that fail a check.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The first few.</param>
/// <param name="ByPeriod">How many by billing period; those whose period cannot be told are in none.</param>
public sealed record BadRows(
    long Count,
    IReadOnlyList<BadRow> First,
    IReadOnlyDictionary<BillingPeriod, long> ByPeriod
);
