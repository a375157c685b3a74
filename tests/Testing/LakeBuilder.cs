using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Testing;

/// <summary>
/// Writes loads in the lake's layout by plain SQL, without the import, and is their catalog. Charges are given by the columns that
/// matter; <see cref="Charge"/> fills the mandatory ones.
/// </summary>
public sealed class LakeBuilder : ILakeCatalog, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outlay-lake-").FullName;
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly List<Load> _loads = [];
    private long _revision;

    public LakeBuilder() => _connection.Open();

    public LakeSnapshot Current() =>
        new(_revision, [.. _loads.Where(l => l.State == LoadState.Published)]);

    public Load? Find(long id) => _loads.Find(l => l.Id == id);

    public IReadOnlyList<Load> Versions(string connection, BillingPeriod period) =>
        [.. _loads.Where(l => l.Connection == connection && l.Period == period).Reverse()];

    public Result<Load> Restore(long id) => throw new NotSupportedException();

    public void Forget(string connection) => throw new NotSupportedException();

    /// <summary>A charge with the mandatory columns filled; null removes one, names starting with <c>tag:</c> are tags.</summary>
    public static Dictionary<string, string?> Charge(
        string start,
        string cost,
        params IEnumerable<(string Column, string? Value)> values
    )
    {
        var at = DateTime.Parse(start, CultureInfo.InvariantCulture);
        var month = new DateTime(at.Year, at.Month, 1);
        var charge = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ChargePeriodStart"] = Instant(at),
            ["ChargePeriodEnd"] = Instant(at.AddHours(1)),
            ["BillingPeriodStart"] = Instant(month),
            ["BillingPeriodEnd"] = Instant(month.AddMonths(1)),
            ["BillingCurrency"] = "USD",
            ["ChargeCategory"] = "Usage",
            ["BilledCost"] = cost,
            ["EffectiveCost"] = cost,
            ["ContractedCost"] = cost,
            ["ListCost"] = cost,
            ["ServiceName"] = "Compute",
            ["HostProviderName"] = "AWS",
            ["ServiceProviderName"] = "AWS",
        };
        foreach (var (column, value) in values)
        {
            charge[column] = value;
        }

        return charge;
    }

    /// <summary>Publishes a load in place of the former one of its connection and period.</summary>
    public Load Publish(
        string connection,
        string period,
        IReadOnlyList<IReadOnlyDictionary<string, string?>> charges,
        IReadOnlyList<string>? rollupTagKeys = null
    )
    {
        var month = BillingPeriod.Parse(period);
        for (var i = 0; i < _loads.Count; i++)
        {
            if (_loads[i].Connection == connection && _loads[i].Period == month)
            {
                _loads[i] = _loads[i] with { State = LoadState.Superseded };
            }
        }

        var load = Write(connection, month, charges, rollupTagKeys);
        _loads.Add(load);
        _revision++;
        return load;
    }

    public void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Load Write(
        string connection,
        BillingPeriod period,
        IReadOnlyList<IReadOnlyDictionary<string, string?>> charges,
        IReadOnlyList<string>? rollupTagKeys
    )
    {
        var id = _loads.Count + 1;
        var folder = Path.Combine(_folder, "it's [one]", $"{period}", $"{id}");
        Directory.CreateDirectory(folder);
        var extra = Distinct(
            charges.SelectMany(c => c.Keys).Where(k => k.StartsWith("x_", StringComparison.Ordinal))
        );
        var tags = Distinct(
            charges
                .SelectMany(c => c.Where(v => v.Value is not null).Select(v => v.Key))
                .Where(k => k.StartsWith("tag:", StringComparison.Ordinal))
                .Select(k => k[4..])
        );
        var kept = rollupTagKeys ?? tags;
        var file = Path.Combine(folder, "charges-0.parquet");
        var rollup = Path.Combine(folder, "daily.parquet");
        Execute(Table(charges, extra));
        Execute($"COPY charges TO {Text(file)} (FORMAT parquet)");
        Execute($"COPY ({Rollup(kept)}) TO {Text(rollup)} (FORMAT parquet)");
        return new Load
        {
            Id = id,
            Connection = connection,
            Period = period,
            Version = id.ToString(CultureInfo.InvariantCulture),
            State = LoadState.Published,
            PublishedAt = new DateTimeOffset(2026, 11, 22, 6, 0, 0, TimeSpan.Zero),
            RunId = 1,
            Format = "FOCUS 1.4",
            Rows = charges.Count,
            Bytes = new FileInfo(file).Length,
            FirstChargeDay = Day("min(ChargePeriodStart)") ?? period.Start,
            LastChargeDay = Day("max(ChargePeriodStart)") ?? period.Start,
            LastUsageDay = Day("max(ChargePeriodStart) FILTER (ChargeCategory = 'Usage')"),
            ChargeFiles = [file],
            RollupFile = rollup,
            ExtraColumns = extra,
            TagKeys = tags,
            RollupTagKeys = kept,
            Currencies = Distinct(charges.Select(c => c["BillingCurrency"] ?? "")),
            ControlTotals = [],
            Sources = [],
            Fingerprint = $"{id}",
        };
    }

    private static string Table(
        IReadOnlyList<IReadOnlyDictionary<string, string?>> charges,
        IReadOnlyList<string> extra
    )
    {
        var columns = FocusColumns
            .Lake.Select(c => (c.Name, c.LakeType))
            .Concat(extra.Select(x => (Name: x, LakeType: "VARCHAR")))
            .ToList();
        var casts = columns.Select((c, i) => $"CAST(c{i} AS {c.LakeType}) AS {Name(c.Name)}");
        var rows = charges.Select(charge =>
        {
            var values = columns.Select(c =>
                c.Name == "Tags" ? Tags(charge) : Value(charge.GetValueOrDefault(c.Name))
            );
            return $"({string.Join(", ", values)})";
        });
        return $"""
            CREATE OR REPLACE TABLE charges AS SELECT {string.Join(", ", casts)}
            FROM (VALUES {string.Join(", ", rows)}) AS v({string.Join(
                ", ",
                columns.Select((_, i) => $"c{i}")
            )})
            """;
    }

    private static string Tags(IReadOnlyDictionary<string, string?> charge)
    {
        var tags = charge
            .Where(c => c.Key.StartsWith("tag:", StringComparison.Ordinal) && c.Value is not null)
            .ToList();
        return $"CAST(MAP([{string.Join(", ", tags.Select(t => Text(t.Key[4..])))}], [{string.Join(", ", tags.Select(t => Text(t.Value!)))}]) AS MAP(VARCHAR, VARCHAR))";
    }

    private static string Rollup(IReadOnlyList<string> kept)
    {
        var dimensions = string.Join(", ", DailyRollup.Dimensions);
        var measures = string.Join(
            ", ",
            DailyRollup.Measures.Select(m => $"CAST(sum({m}) AS DECIMAL(38,18)) AS {m}")
        );
        var keys = $"CAST([{string.Join(", ", kept.Select(Text))}] AS VARCHAR[])";
        return $"""
            SELECT CAST(ChargePeriodStart AS DATE) AS {DailyRollup.Day}, {dimensions},
              map_from_entries(list_filter(map_entries(Tags), lambda e: list_contains({keys}, e.key))) AS Tags,
              {measures}, count(*) AS {DailyRollup.Charges}
            FROM charges GROUP BY ALL
            """;
    }

    private DateOnly? Day(string expression)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT {expression} FROM charges";
        return command.ExecuteScalar() is DateTime at ? DateOnly.FromDateTime(at) : null;
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Distinct(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Instant(DateTime at) =>
        at.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Value(string? value) => value is null ? "NULL" : Text(value);

    private static string Text(string text)
    {
        var quoted = new StringBuilder("'");
        quoted.Append(text.Replace("'", "''", StringComparison.Ordinal));
        return quoted.Append('\'').ToString();
    }

    private static string Name(string name) =>
        "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
