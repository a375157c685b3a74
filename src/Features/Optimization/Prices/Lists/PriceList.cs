namespace Outlay.Optimization.Prices.Lists;

/// <summary>A price list that is kept.</summary>
/// <param name="Id">Its number; a higher one was imported later and is asked first.</param>
/// <param name="Name">Its name; a list of the same name takes its place.</param>
/// <param name="Format">What kind of file it was, such as <c>AWS price list, CSV</c>.</param>
/// <param name="Providers">The providers it has prices of.</param>
/// <param name="Currencies">The currencies of its prices.</param>
/// <param name="Regions">How many regions it has prices of.</param>
/// <param name="Prices">How many prices were kept.</param>
/// <param name="Skipped">How many rows hold nothing that a rule asks for.</param>
/// <param name="AsOf">The day that the file says it is of; the day of import when it says none.</param>
/// <param name="ImportedAt">When it was imported.</param>
public sealed record PriceList(
    long Id,
    string Name,
    string Format,
    string Providers,
    string Currencies,
    long Regions,
    long Prices,
    long Skipped,
    DateOnly AsOf,
    DateTimeOffset ImportedAt
);
