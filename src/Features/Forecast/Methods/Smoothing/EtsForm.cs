namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>
/// Members of the exponential smoothing family by error, trend and season: A additive, Ad additive damped, M multiplicative, N none
/// (Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing, 2008).
/// </summary>
public enum EtsForm
{
    /// <summary>Simple exponential smoothing.</summary>
    ANN,

    /// <summary>Holt's linear trend.</summary>
    AAN,

    /// <summary>The damped trend.</summary>
    AAdN,

    /// <summary>A level and an additive season.</summary>
    ANA,

    /// <summary>Holt-Winters with an additive season.</summary>
    AAA,

    /// <summary>The damped trend with an additive season.</summary>
    AAdA,

    /// <summary>A linear trend whose season and error grow with the level.</summary>
    MAM,
}

internal static class EtsForms
{
    /// <summary>Beyond it there are more initial states than a series can tell.</summary>
    public const int LongestSeason = 24;

    public static bool HasTrend(this EtsForm form) => form is not (EtsForm.ANN or EtsForm.ANA);

    public static bool IsDamped(this EtsForm form) => form is EtsForm.AAdN or EtsForm.AAdA;

    public static bool HasSeason(this EtsForm form) => form >= EtsForm.ANA;

    /// <summary>Smoothing parameters, free initial states and the error variance.</summary>
    public static int Parameters(this EtsForm form, int season) =>
        3 + (form.HasTrend() ? 2 : 0) + (form.IsDamped() ? 1 : 0) + (form.HasSeason() ? season : 0);

    /// <summary>The richest form not above the wanted one that a series of this length and season can carry.</summary>
    public static EtsForm Supported(this EtsForm form, TimeSeries series)
    {
        var wanted = form;
        if (form == EtsForm.MAM && series.Values.ContainsAnyInRange(double.MinValue, 0))
        {
            wanted = EtsForm.AAA;
        }

        if (
            wanted.HasSeason()
            && (
                series.Season is 1 or > LongestSeason
                || series.Length < Math.Max(2 * series.Season, wanted.Parameters(series.Season) + 2)
            )
        )
        {
            wanted = wanted switch
            {
                EtsForm.ANA => EtsForm.ANN,
                EtsForm.AAdA => EtsForm.AAdN,
                _ => EtsForm.AAN,
            };
        }

        return series.Length < wanted.Parameters(series.Season) + 2 ? EtsForm.ANN : wanted;
    }
}
