namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>An account that is looked at, with what signs its calls.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name; null when it is not known.</param>
/// <param name="Partition"><c>aws</c>, <c>aws-us-gov</c> or <c>aws-cn</c>.</param>
/// <param name="Home">The region that is asked for what has none.</param>
/// <param name="Client">Signs and sends.</param>
internal sealed record AwsAccount(
    string Id,
    string? Name,
    string Partition,
    string Home,
    HttpClient Client
);
