using System.Globalization;
using System.IO.Compression;
using System.Text;
using Outlay.Kernel;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>A price file as it is read: what it is, of when, and its rows one at a time.</summary>
internal abstract class PriceFile
{
    private const int IsoDay = 10;

    // All of AWS's price list of machines has some three million rows.
    private const long MostRows = 20_000_000;

    /// <summary>What kind of file it is, in words.</summary>
    public abstract string Format { get; }

    /// <summary>The day that the file says it is of; null when it says none, or has not said it yet.</summary>
    public DateOnly? AsOf { get; protected set; }

    /// <summary>How many rows so far hold nothing that a rule asks for.</summary>
    public long Skipped { get; private set; }

    /// <summary>Its prices, read as they are asked for.</summary>
    /// <exception cref="PriceFileException">A row cannot be read.</exception>
    public abstract IEnumerable<ListedPrice> Read();

    /// <summary>Opens a file by what it begins with, whatever its name; a gzip file is unpacked on the way.</summary>
    /// <param name="file">The file, from its start; it must be able to seek.</param>
    /// <param name="cancellationToken">Ends the look whether a gzip file is whole.</param>
    /// <exception cref="PriceFileException">It is empty or cut off.</exception>
    public static async Task<PriceFile> OpenAsync(Stream file, CancellationToken cancellationToken)
    {
        var start = new byte[2];
        var read = await file.ReadAtLeastAsync(start, start.Length, false, cancellationToken);
        file.Position = 0;
        var isGzip = GzipFile.IsOne(start.AsSpan(0, read));
        if (isGzip && !await GzipFile.IsWholeAsync(file, cancellationToken))
        {
            throw new PriceFileException("It is cut off or no gzip file. Fetch it again.");
        }

        file.Position = 0;
        var text = new StreamReader(
            isGzip ? new GZipStream(file, CompressionMode.Decompress) : file,
            Encoding.UTF8
        );
        while (text.Peek() is >= 0 and var next && char.IsWhiteSpace((char)next))
        {
            _ = text.Read();
        }

        return text.Peek() switch
        {
            '{' or '[' => new PriceJson(text),
            < 0 => throw new PriceFileException("The file is empty."),
            _ => PriceCsv.Open(text),
        };
    }

    /// <summary>Counts a row that no rule asks for.</summary>
    /// <exception cref="PriceFileException">There are more of them than any price list has.</exception>
    protected void Skip()
    {
        if (++Skipped > MostRows)
        {
            throw new PriceFileException(
                "It has more than 20 million rows. Cut it to the regions you use."
            );
        }
    }

    /// <summary>Turns an ISO day or time into a day; null for anything else.</summary>
    internal static DateOnly? Day(string? text) =>
        text is { Length: >= IsoDay }
        && DateOnly.TryParseExact(
            text.AsSpan(0, IsoDay),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
