namespace Outlay.Spend.Views;

/// <summary>A view that somebody keeps. Its period is kept as it was chosen, so "month to date" moves with the calendar.</summary>
/// <param name="Id">Number.</param>
/// <param name="Name">Name, unique whatever the case.</param>
/// <param name="Parameters">The query string of its page, without question mark.</param>
/// <param name="Created">When it was saved, UTC.</param>
public sealed record SavedView(long Id, string Name, string Parameters, DateTimeOffset Created);
