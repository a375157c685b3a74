namespace Outlay.Forecast.Outlook;

/// <summary>
/// Where money becomes a number of statistics and comes back: an estimate, which is rounded to the cent and never added to what was spent
/// as if it were.
/// </summary>
internal static class Estimates
{
    private const double Largest = 1e15;

#pragma warning disable RS0030 // A forecast is statistics over money; nothing that was billed is computed from it.
    public static double Of(decimal amount) => (double)amount;
#pragma warning restore RS0030

    public static decimal Amount(double estimate) =>
        decimal.Round((decimal)Math.Clamp(estimate, -Largest, Largest), 2);
}
