using System.Diagnostics.CodeAnalysis;

namespace Outlay.Forecast.Outlook;

/// <summary>
/// Where money becomes a number of statistics and comes back: an estimate, which is rounded to the cent and never added to what was spent
/// as if it were.
/// </summary>
internal static class Estimates
{
    private const double Largest = 1e15;

    [SuppressMessage(
        "ApiDesign",
        "RS0030",
        Justification = "A forecast is statistics over money; nothing that was billed is computed from it."
    )]
    public static double Of(decimal amount) => (double)amount;

    public static decimal Amount(double estimate) =>
        decimal.Round((decimal)Math.Clamp(estimate, -Largest, Largest), 2);
}
