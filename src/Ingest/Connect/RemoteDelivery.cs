using Outlay.Kernel;

namespace Outlay.Ingest.Connect;

/// <summary>The newest delivery of a billing period at the provider.</summary>
/// <param name="Period">Billing period.</param>
/// <param name="Version">Changes whenever the provider delivers the period anew, and only then.</param>
/// <param name="Files">Its files, all of them.</param>
public sealed record RemoteDelivery(
    BillingPeriod Period,
    string Version,
    IReadOnlyList<RemoteFile> Files
);

/// <summary>A file at the provider, or what becomes one when it is asked for (the answer of a query).</summary>
/// <param name="Id">Where it is, in the provider's terms.</param>
/// <param name="Name">
/// Relative path to keep it under, with <c>/</c>; unique in its delivery. Its ending tells how it is written (.csv, .csv.gz, .parquet,
/// .json, .json.gz, .jsonl), and files that make a set lie in the folders in which their provider keeps them.
/// </param>
/// <param name="Bytes">Size; null when it is not known before.</param>
/// <param name="Version">Identity of its bytes (ETag, generation, newest export time).</param>
public sealed record RemoteFile(string Id, string Name, long? Bytes, string Version);
