using System.Security.Cryptography;
using System.Text;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Ingest.Runs;

/// <summary>Where a delivery stands.</summary>
internal enum DeliveryState
{
    Pending,
    Unchanged,
    Published,
    Failed,
}

/// <summary>All files of a run that hold charges of one billing period of one connection; they become one load.</summary>
internal sealed class Delivery(
    string connection,
    BillingPeriod period,
    IReadOnlyList<IncomingFile> files
)
{
    public string Connection { get; } = connection;

    public BillingPeriod Period { get; } = period;

    public IReadOnlyList<IncomingFile> Files { get; } = files;

    public DeliveryState State { get; set; }

    public Problem? Problem { get; set; }

    /// <summary>Folder it is written to; null until needed.</summary>
    public LoadFolder? Folder { get; set; }

    /// <summary>The <c>x_</c> columns of all its files.</summary>
    public IReadOnlyList<string> ExtraColumns { get; } =
    [
        .. files
            .SelectMany(f => f.Source!.Normalisation.ExtraColumns)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Identity of the bytes and of the mappings.</summary>
    public string Fingerprint { get; } = Identify(files);

    /// <summary>Billing accounts in it.</summary>
    public IReadOnlyList<string> Accounts { get; } =
    [
        .. files
            .SelectMany(f => f.Totals!.Accounts)
            .Where(a => a.Period == period)
            .Select(a => a.Account)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The charge file that one of its files becomes.</summary>
    public string ChargeFile(IncomingFile file)
    {
        var folder =
            Folder ?? throw new InvalidOperationException("The delivery has no folder yet.");
        return Path.Combine(folder.Path, $"charges-{Files.ToList().IndexOf(file) + 1:D4}.parquet");
    }

    private static string Identify(IReadOnlyList<IncomingFile> files)
    {
        var parts = files
            .Select(f => $"{f.Sha256} {f.Source!.Normalisation.Mapping}")
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)))
        );
    }
}
