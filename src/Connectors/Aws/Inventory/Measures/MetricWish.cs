using Outlay.Inventory;

namespace Outlay.Connectors.Aws.Inventory.Measures;

/// <summary>A metric as CloudWatch knows it.</summary>
/// <param name="Namespace">Its namespace, such as <c>AWS/EC2</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Dimensions">What it is of: all of its dimensions, or nothing is found.</param>
internal sealed record MetricSource(
    string Namespace,
    string Name,
    params IReadOnlyList<(string Name, string Value)> Dimensions
);

/// <summary>A metric that a resource should have.</summary>
/// <param name="Of">The resource's full name, or a key below it.</param>
/// <param name="Name">One of <see cref="MetricNames"/>.</param>
/// <param name="Statistic">What a point is.</param>
/// <param name="PeriodSeconds">Length of a point's period.</param>
/// <param name="Sources">Where it comes from; the values of several add up.</param>
internal sealed record MetricWish(
    string Of,
    string Name,
    Statistic Statistic,
    int PeriodSeconds,
    params IReadOnlyList<MetricSource> Sources
)
{
    public const int Hour = 3600;
    public const int FiveMinutes = 300;
    public const int Day = 86_400;

    /// <summary>What CloudWatch is asked for, when that is another statistic than the values are in the end.</summary>
    public Statistic? Asked { get; init; }

    /// <summary>What values are multiplied by.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>Whether the hours of the week are of use.</summary>
    public bool KeepWeek { get; init; }

    /// <summary>Which go without when money is short: the highest first.</summary>
    public int Rank { get; init; }
}
