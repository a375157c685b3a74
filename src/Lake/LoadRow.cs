using System.Globalization;
using System.Text.Json;
using Outlay.Kernel;

namespace Outlay.Lake;

/// <summary>A load as the table keeps it; paths are relative, so that the data folder can be moved.</summary>
internal sealed class LoadRow
{
    public const string Columns =
        "id, connection, period, version, state, published_at AS PublishedAt, run_id AS RunId, format, charges, bytes, "
        + "first_charge_day AS FirstChargeDay, last_charge_day AS LastChargeDay, last_usage_day AS LastUsageDay, quarantined, fingerprint, folder, detail";

    public long Id { get; init; }
    public required string Connection { get; init; }
    public required string Period { get; init; }
    public required string Version { get; init; }
    public required string State { get; init; }
    public required string PublishedAt { get; init; }
    public long RunId { get; init; }
    public required string Format { get; init; }
    public long Charges { get; init; }
    public long Bytes { get; init; }
    public required string FirstChargeDay { get; init; }
    public required string LastChargeDay { get; init; }
    public string? LastUsageDay { get; init; }
    public long Quarantined { get; init; }
    public required string Fingerprint { get; init; }
    public required string Folder { get; init; }
    public required string Detail { get; init; }

    public static LoadRow Of(Load load, IReadOnlyList<string> accounts, string folder) =>
        new()
        {
            Connection = load.Connection,
            Period = load.Period.ToString(),
            Version = load.Version,
            State = load.State.ToString(),
            PublishedAt = load.PublishedAt.ToString("O", CultureInfo.InvariantCulture),
            RunId = load.RunId,
            Format = load.Format,
            Charges = load.Rows,
            Bytes = load.Bytes,
            FirstChargeDay = Text(load.FirstChargeDay),
            LastChargeDay = Text(load.LastChargeDay),
            LastUsageDay = load.LastUsageDay is { } day ? Text(day) : null,
            Quarantined = load.QuarantinedRows,
            Fingerprint = load.Fingerprint,
            Folder = folder,
            Detail = JsonSerializer.Serialize(LoadDetail.Of(load, accounts)),
        };

    public PublishedLoad ToLoad(string lake)
    {
        var detail =
            JsonSerializer.Deserialize<LoadDetail>(Detail)
            ?? throw new InvalidOperationException($"Load {Id} has no detail.");
        var folder = Path.Combine(lake, Folder);
        var load = new Load
        {
            Id = Id,
            Connection = Connection,
            Period = BillingPeriod.Parse(Period),
            Version = Version,
            State = Enum.Parse<LoadState>(State),
            PublishedAt = DateTimeOffset.Parse(PublishedAt, CultureInfo.InvariantCulture),
            RunId = RunId,
            Format = Format,
            Rows = Charges,
            Bytes = Bytes,
            FirstChargeDay = Day(FirstChargeDay),
            LastChargeDay = Day(LastChargeDay),
            LastUsageDay = LastUsageDay is null ? null : Day(LastUsageDay),
            QuarantinedRows = Quarantined,
            Fingerprint = Fingerprint,
            ChargeFiles = [.. detail.ChargeFiles.Select(f => Path.Combine(folder, f))],
            RollupFile = Path.Combine(folder, detail.RollupFile),
            ExtraColumns = detail.ExtraColumns,
            TagKeys = detail.TagKeys,
            RollupTagKeys = detail.RollupTagKeys,
            Currencies = detail.Currencies,
            ControlTotals = detail.ControlTotals,
            Sources = detail.Sources,
        };
        return new PublishedLoad(load, detail.Accounts);
    }

    private static string Text(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The lists of a load, kept as JSON in one column.</summary>
    internal sealed record LoadDetail(
        IReadOnlyList<string> ChargeFiles,
        string RollupFile,
        IReadOnlyList<string> ExtraColumns,
        IReadOnlyList<string> TagKeys,
        IReadOnlyList<string> RollupTagKeys,
        IReadOnlyList<string> Currencies,
        IReadOnlyList<ControlTotal> ControlTotals,
        IReadOnlyList<LoadSource> Sources,
        IReadOnlyList<string> Accounts
    )
    {
        public static LoadDetail Of(Load load, IReadOnlyList<string> accounts) =>
            new(
                [.. load.ChargeFiles.Select(FileName)],
                FileName(load.RollupFile),
                load.ExtraColumns,
                load.TagKeys,
                load.RollupTagKeys,
                load.Currencies,
                load.ControlTotals,
                load.Sources,
                accounts
            );

        private static string FileName(string path) =>
            Path.GetFileName(path) ?? throw new InvalidOperationException($"{path} names no file.");
    }
}
