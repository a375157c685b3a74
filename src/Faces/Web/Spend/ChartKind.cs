namespace Outlay.Web.Spend;

/// <summary>How spend over time is drawn.</summary>
public enum ChartKind
{
    /// <summary>Stacked bars.</summary>
    Bars,

    /// <summary>A line for each group.</summary>
    Line,

    /// <summary>The total added up, against the comparison.</summary>
    Cumulative,

    /// <summary>The total day by day and its forecast to the end of the month.</summary>
    Forecast,
}
