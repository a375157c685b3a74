using Outlay.Kernel;

namespace Outlay.Lake;

/// <summary>Whether readers see a load.</summary>
public enum LoadState
{
    /// <summary>The version that counts.</summary>
    Published,

    /// <summary>A newer version took its place; kept so that the restatement can be shown or undone.</summary>
    Superseded,
}

/// <summary>The immutable, normalised result of one export version of one billing period of one connection.</summary>
public sealed record Load
{
    /// <summary>Number in the catalog; also the address of its page.</summary>
    public required long Id { get; init; }

    /// <summary>The connection's name.</summary>
    public required string Connection { get; init; }

    /// <summary>The billing period.</summary>
    public required BillingPeriod Period { get; init; }

    /// <summary>Sortable version name; the load's folder is <c>lake/{connection folder}/{period}/{version}</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Whether readers see it.</summary>
    public required LoadState State { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The import run that made it.</summary>
    public required long RunId { get; init; }

    /// <summary>Name of the source format, such as <c>FOCUS 1.2</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Charges in the load.</summary>
    public required long Rows { get; init; }

    /// <summary>Bytes of its Parquet files.</summary>
    public required long Bytes { get; init; }

    /// <summary>First day a charge starts on, UTC.</summary>
    public required DateOnly FirstChargeDay { get; init; }

    /// <summary>Last day a charge starts on, UTC.</summary>
    public required DateOnly LastChargeDay { get; init; }

    /// <summary>Last day a usage charge starts on; null when there is no usage. Tells how fresh the delivery is.</summary>
    public DateOnly? LastUsageDay { get; init; }

    /// <summary>Absolute paths of the Parquet files with every charge: the FOCUS 1.4 columns, then <see cref="ExtraColumns"/>.</summary>
    public required IReadOnlyList<string> ChargeFiles { get; init; }

    /// <summary>Absolute path of the daily rollup (columns of <see cref="DailyRollup"/>).</summary>
    public required string RollupFile { get; init; }

    /// <summary>The <c>x_</c> columns of the charge files, all text.</summary>
    public required IReadOnlyList<string> ExtraColumns { get; init; }

    /// <summary>Every tag key of the load.</summary>
    public required IReadOnlyList<string> TagKeys { get; init; }

    /// <summary>The tag keys that the daily rollup keeps.</summary>
    public required IReadOnlyList<string> RollupTagKeys { get; init; }

    /// <summary>Billing currencies in the load.</summary>
    public required IReadOnlyList<string> Currencies { get; init; }

    /// <summary>Totals of the source and of the lake, which were equal at publish.</summary>
    public required IReadOnlyList<ControlTotal> ControlTotals { get; init; }

    /// <summary>The files it was made of.</summary>
    public required IReadOnlyList<LoadSource> Sources { get; init; }

    /// <summary>Identity of the bytes and of the mapping that made it; the same fingerprint is never loaded twice.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Rows that were set aside instead of loaded.</summary>
    public long QuarantinedRows { get; init; }
}

/// <summary>One source file of a load.</summary>
/// <param name="Name">File name as it was given.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Hash of its bytes, lower-case hex.</param>
/// <param name="Rows">Rows it gave to this load.</param>
public sealed record LoadSource(string Name, long Bytes, string Sha256, long Rows);

/// <summary>Totals of one currency, summed independently over the source and over the lake at full scale.</summary>
/// <param name="Currency">Billing currency.</param>
/// <param name="SourceRows">Rows read from the source.</param>
/// <param name="LakeRows">Rows in the lake.</param>
/// <param name="SourceBilled">Sum of BilledCost in the source, exact decimal text.</param>
/// <param name="LakeBilled">Sum of BilledCost in the lake, exact decimal text.</param>
/// <param name="SourceEffective">Sum of EffectiveCost in the source, exact decimal text.</param>
/// <param name="LakeEffective">Sum of EffectiveCost in the lake, exact decimal text.</param>
public sealed record ControlTotal(
    string Currency,
    long SourceRows,
    long LakeRows,
    string SourceBilled,
    string LakeBilled,
    string SourceEffective,
    string LakeEffective
)
{
    /// <summary>Whether source and lake agree to the last digit.</summary>
    public bool Agrees =>
        SourceRows == LakeRows
        && string.Equals(SourceBilled, LakeBilled, StringComparison.Ordinal)
        && string.Equals(SourceEffective, LakeEffective, StringComparison.Ordinal);
}
