namespace Outlay.Web.Components;

/// <summary>What going up means; components choose colours from it, callers never do.</summary>
public enum Polarity
{
    /// <summary>Cost: up is bad, down is good.</summary>
    UpIsBad,

    /// <summary>Savings, coverage: up is good, down is bad.</summary>
    UpIsGood,

    /// <summary>Neither.</summary>
    Neutral,
}
