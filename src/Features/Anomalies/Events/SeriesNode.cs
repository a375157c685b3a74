namespace Outlay.Anomalies.Events;

/// <summary>A series and the series that contains its cost.</summary>
/// <param name="Key">Key of the series.</param>
/// <param name="Level">What it is: total, cloud, account, service, region.</param>
/// <param name="Parent">Key of the containing series; absent for the topmost.</param>
public sealed record SeriesNode(string Key, string Level, string? Parent);
