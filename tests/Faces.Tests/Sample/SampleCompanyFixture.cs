using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Connectors.Sample;
using Outlay.Testing;

namespace Outlay.Faces.Tests.Sample;

/// <summary>One tiny company for all tests of a class, readable by SQL.</summary>
public sealed class SampleCompanyFixture : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private readonly TestFolder _folder = new();
    private readonly DuckDBConnection _database = new("DataSource=:memory:");

    public IReadOnlyList<SampleFile> Files { get; private set; } = [];

    public string Folder => _folder.Root;

    public async ValueTask InitializeAsync()
    {
        Files = await new SampleCompany().WriteAsync(Folder, Today, 7, 0.01, null, default);
        _database.Open();
        Ask(
            $"""
            CREATE TABLE charges AS
            SELECT * REPLACE (
                BilledCost::DECIMAL(38,18) AS BilledCost, EffectiveCost::DECIMAL(38,18) AS EffectiveCost,
                ListCost::DECIMAL(38,18) AS ListCost, ContractedCost::DECIMAL(38,18) AS ContractedCost),
                regexp_extract(filename, '([a-z-]+)/focus-', 1) AS delivery
            FROM read_csv('{Folder}/*/focus-*.csv*', all_varchar = true, union_by_name = true, filename = true)
            """
        );
    }

    public IReadOnlyList<string> Ask(string sql)
    {
        using var command = _database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(
                string.Join(
                    '|',
                    Enumerable
                        .Range(0, reader.FieldCount)
                        .Select(i =>
                            Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)
                        )
                )
            );
        }

        return rows;
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
