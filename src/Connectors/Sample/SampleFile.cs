using Outlay.Kernel;

namespace Outlay.Connectors.Sample;

/// <summary>One export file of a sample company.</summary>
/// <param name="Path">Where it is; its folder stands for the billing account that delivers it.</param>
/// <param name="Period">Its billing period.</param>
/// <param name="Rows">Rows in it.</param>
/// <param name="Bytes">Its size.</param>
public sealed record SampleFile(string Path, BillingPeriod Period, long Rows, long Bytes);
