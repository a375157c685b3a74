using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>A CSV file of prices whose columns are read by their names.</summary>
internal abstract class PriceCsv(CsvReader csv) : PriceFile
{
    private const char Undecodable = '\uFFFD';

    private static readonly CsvConfiguration Reading = new(CultureInfo.InvariantCulture)
    {
        PrepareHeaderForMatch = header => header.Header.Trim().Replace(' ', '_').ToUpperInvariant(),
        MissingFieldFound = null,
        HeaderValidated = null,
        BadDataFound = null,
        MaxFieldSize = 1 << 16,
    };

    protected int Row => csv.Parser.RawRow;

    /// <summary>Opens one of AWS by its first line, any other as one of Outlay's own form.</summary>
    public static PriceCsv Open(TextReader text)
    {
        var csv = new CsvReader(text, Reading);
        try
        {
            csv.Read();
        }
        catch (CsvHelperException e)
        {
            throw new PriceFileException("Its first line cannot be read as CSV.", e);
        }

        return csv.Parser.Record is ["FormatVersion", ..]
            ? new AwsPriceCsv(csv)
            : new OwnPriceCsv(csv);
    }

    public override IEnumerable<ListedPrice> Read()
    {
        ReadHead(csv);
        while (Next())
        {
            if (ReadRow() is { } price)
            {
                yield return price;
            }
            else
            {
                Skip();
            }
        }
    }

    /// <summary>Brings the reader to its header and reads that.</summary>
    protected abstract void ReadHead(CsvReader reader);

    /// <summary>The price of the row; null when no rule asks for it.</summary>
    protected abstract ListedPrice? ReadRow();

    /// <summary>A field by its name, trimmed; null when it is empty or the file has no such column.</summary>
    protected string? Field(string name) =>
        csv.GetField(name)?.Trim() is { Length: > 0 } text ? text : null;

    protected string Required(string name) => Field(name) ?? throw Wrong($"{name} is empty");

    /// <summary>An amount; null when the field is empty.</summary>
    protected decimal? Amount(string name) =>
        Field(name) is not { } text ? null
        : decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var amount
        )
            ? amount
        : throw Wrong($"{name} '{text}' is not a number such as 0.0416");

    protected PriceFileException Wrong(string what) =>
        new($"Row {Row.ToString(CultureInfo.InvariantCulture)}: {what}.");

    protected void MustHave(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (csv.GetFieldIndex(column, isTryGet: true) < 0)
            {
                var header = string.Join(",", (csv.HeaderRecord ?? []).Take(8));
                throw new PriceFileException(
                    header.All(c => !char.IsControl(c) && c != Undecodable)
                        ? $"It has no column {column}; its header is {header}."
                        : "It is no text, and no gzip file either."
                );
            }
        }
    }

    private bool Next()
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException e)
        {
            throw new PriceFileException(
                $"Row {Row.ToString(CultureInfo.InvariantCulture)} cannot be read: {e.Message.Split('\n')[0].Trim()}",
                e
            );
        }
    }
}
