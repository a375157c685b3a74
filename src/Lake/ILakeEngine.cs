using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Lake;

/// <summary>
/// The engine that turns source files into the lake's Parquet files. A problem names the file and, where it can, row, column, value
/// and reason; an exception is a bug or broken infrastructure.
/// </summary>
public interface ILakeEngine
{
    /// <summary>Looks at a file's header and first rows.</summary>
    Task<Result<SourceShape>> DescribeAsync(string path, CancellationToken cancellationToken);

    /// <summary>Sums a file by billing period and currency.</summary>
    Task<Result<SourceTotals>> TotalAsync(
        Source source,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    );

    /// <summary>Sums whatever can be read of a file that cannot be read whole: enough to tell which periods and accounts it has a part in.</summary>
    Task<Result<SourceTotals>> SurveyAsync(Source source, CancellationToken cancellationToken);

    /// <summary>Some of the charges that a file would become, as texts of the columns asked for.</summary>
    Task<Result<IReadOnlyList<IReadOnlyList<string?>>>> PreviewAsync(
        Source source,
        IReadOnlyList<string> columns,
        int rows,
        CancellationToken cancellationToken
    );

    /// <summary>Finds the rows that fail a check; writes them with their reasons to a CSV file when one is given.</summary>
    Task<Result<BadRows>> DiagnoseAsync(
        Source source,
        string? quarantineFile,
        CancellationToken cancellationToken
    );

    /// <summary>Writes a file's charges, one Parquet file for each billing period asked for; gives their number.</summary>
    Task<Result<long>> WriteAsync(
        Source source,
        IReadOnlyList<ChargeTarget> targets,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    );

    /// <summary>Reads back what charge files hold.</summary>
    Task<ChargeFacts> FactsAsync(
        IReadOnlyList<string> chargeFiles,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// The commitments of charge files whose used and unused parts do not add up to what they cost in the period, which the charges of
    /// their fees say in <see cref="CommitmentBalance.DueColumn"/>.
    /// </summary>
    Task<IReadOnlyList<CommitmentBalance>> UnbalancedAsync(
        IReadOnlyList<string> chargeFiles,
        CancellationToken cancellationToken
    );

    /// <summary>Writes the daily rollup of charge files and gives its totals by currency, which must be those of the charges.</summary>
    Task<IReadOnlyList<CurrencyTotal>> RollUpAsync(
        IReadOnlyList<string> chargeFiles,
        string rollupFile,
        IReadOnlyList<string> tagKeys,
        CancellationToken cancellationToken
    );

    /// <summary>Charges by day, from a load's rollup; days without any are left out.</summary>
    Task<IReadOnlyList<DayCount>> DaysAsync(string rollupFile, CancellationToken cancellationToken);

    /// <summary>What two versions of a period differ in, by service and account, from their rollups; largest difference first.</summary>
    Task<IReadOnlyList<RestatedCost>> RestateAsync(
        string beforeRollup,
        string afterRollup,
        CancellationToken cancellationToken
    );
}

/// <summary>Where the charges of one billing period go.</summary>
/// <param name="Period">The period.</param>
/// <param name="Path">Parquet file to write; must not exist.</param>
/// <param name="ExtraColumns">The <c>x_</c> columns to write, in order; those the source lacks are null.</param>
public sealed record ChargeTarget(
    BillingPeriod Period,
    string Path,
    IReadOnlyList<string> ExtraColumns
);

/// <summary>What written charge files hold.</summary>
/// <param name="Totals">Sums by currency.</param>
/// <param name="FirstDay">First day a charge starts on.</param>
/// <param name="LastDay">Last day a charge starts on.</param>
/// <param name="LastUsageDay">Last day a usage charge starts on; null without usage.</param>
/// <param name="Tags">Tag keys.</param>
public sealed record ChargeFacts(
    IReadOnlyList<CurrencyTotal> Totals,
    DateOnly FirstDay,
    DateOnly LastDay,
    DateOnly? LastUsageDay,
    IReadOnlyList<TagKey> Tags
);

/// <summary>A tag key in use.</summary>
/// <param name="Key">The key as it is written.</param>
/// <param name="Values">Number of distinct values.</param>
public sealed record TagKey(string Key, long Values);

/// <summary>Charges of one day.</summary>
/// <param name="Day">UTC day that they start on.</param>
/// <param name="Charges">Their number.</param>
/// <param name="UsageCharges">Number of those that are usage.</param>
public sealed record DayCount(DateOnly Day, long Charges, long UsageCharges);

/// <summary>What one service in one account cost in two versions of a period.</summary>
/// <param name="ServiceName">Service.</param>
/// <param name="SubAccountName">Account.</param>
/// <param name="Currency">Billing currency.</param>
/// <param name="Before">BilledCost in the former version.</param>
/// <param name="After">BilledCost in this version.</param>
public sealed record RestatedCost(
    string? ServiceName,
    string? SubAccountName,
    string Currency,
    decimal Before,
    decimal After
);
