using System.Globalization;
using CsvHelper;

namespace Outlay.Connectors.Sample.Company;

/// <summary>One row of a company table, by column name.</summary>
internal readonly struct TableRow(CsvReader csv)
{
    public string this[string column] =>
        csv.GetField(column) ?? throw new InvalidOperationException($"No column {column}.");

    public decimal Number(string column) =>
        decimal.Parse(this[column], CultureInfo.InvariantCulture);

    public int Whole(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

    public bool Flag(string column) => this[column] == "yes";

    public IReadOnlyList<string> List(string column) => this[column].Split(';');
}
