namespace Outlay.Commitments.Usage;

/// <summary>
/// Use of one price in each hour, at on-demand prices: what a commitment can be used up by. One array a line, all of one length, the same
/// hour at the same place.
/// </summary>
/// <param name="Id">Name of the line, the same in every run; breaks ties.</param>
/// <param name="Account">Account that used it: an owner's own use is covered before that of others.</param>
/// <param name="Region">Region.</param>
/// <param name="Product">Kind of use, such as <c>ec2</c>, <c>fargate</c>, <c>lambda</c>.</param>
/// <param name="Family">Family of machines, such as <c>m5</c>; null for what has none.</param>
/// <param name="Type">Type, such as <c>m5.large</c>; null for what has none.</param>
/// <param name="OnDemand">Cost of each hour at on-demand prices after negotiated discounts.</param>
public sealed record UsageLine(
    string Id,
    string Account,
    string Region,
    string Product,
    string? Family,
    string? Type,
    double[] OnDemand
);
