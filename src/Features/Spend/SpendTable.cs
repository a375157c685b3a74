namespace Outlay.Spend;

/// <summary>The tables that one cost query can be shown as.</summary>
public enum SpendTable
{
    /// <summary>One row for each group, with share and change.</summary>
    Groups,

    /// <summary>The same rows with the time buckets as columns.</summary>
    Dates,

    /// <summary>One row for each resource.</summary>
    Resources,
}
