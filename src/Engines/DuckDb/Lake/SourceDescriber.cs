using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Reads a file's header and first rows.</summary>
internal static class SourceDescriber
{
    private const int SampleRows = 200;
    private const int MostSamples = 20;

    // A key that no object among these has is not read.
    private const int JsonSample = 200_000;

    public static Result<SourceShape> Describe(
        DuckDBConnection connection,
        string path,
        CancellationToken cancellationToken
    ) =>
        KindOf(path) switch
        {
            SourceKind.Parquet => Described(
                connection,
                path,
                SourceKind.Parquet,
                $"read_parquet({SqlText.Literal(path)})",
                cancellationToken
            ),
            SourceKind.Json => Described(
                connection,
                path,
                SourceKind.Json,
                $"read_json({SqlText.Literal(path)}, format = 'auto', sample_size = {JsonSample}, maximum_object_size = {SourceRelation.MostJsonBytes})",
                cancellationToken
            ),
            _ => Csv(path),
        };

    private static SourceKind KindOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".parquet" => SourceKind.Parquet,
            ".json" or ".jsonl" or ".ndjson" => SourceKind.Json,
            _ => SourceKind.Csv,
        };
    }

    private static Result<SourceShape> Described(
        DuckDBConnection connection,
        string path,
        SourceKind kind,
        string scan,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var fields = connection.Read(
                $"DESCRIBE SELECT * FROM {scan}",
                r => (Header: r.GetString(0), Type: r.GetString(1)),
                cancellationToken
            );
            var names = Names([.. fields.Select(f => f.Header)]);
            return new SourceShape(
                path,
                kind,
                ',',
                [
                    .. fields.Select(
                        (f, i) =>
                            new SourceField(
                                names[i],
                                f.Header,
                                kind == SourceKind.Json ? "VARCHAR" : f.Type,
                                []
                            )
                    ),
                ]
            );
        }
        catch (DuckDBException e)
        {
            return SourceProblem.Of(path, e);
        }
    }

    private static Result<SourceShape> Csv(string path)
    {
        try
        {
            using var reader = new StreamReader(Open(path), new UTF8Encoding(false, true));
            var delimiter = Delimiter(reader, out var start);
            using var csv = new CsvReader(
                new PrefixedReader(start, reader),
                new CsvConfiguration(CultureInfo.InvariantCulture)
                {
                    Delimiter = delimiter.ToString(),
                    HasHeaderRecord = false,
                    BadDataFound = null,
                }
            );
            if (!csv.Read() || csv.Parser.Record is not { } headers)
            {
                return Empty(path);
            }

            var samples = headers.Select(_ => new List<string>()).ToList();
            for (var row = 0; row < SampleRows && csv.Read(); row++)
            {
                Collect(csv.Parser.Record ?? [], samples);
            }

            var names = Names(headers);
            return new SourceShape(
                path,
                SourceKind.Csv,
                delimiter,
                [.. headers.Select((h, i) => new SourceField(names[i], h, "VARCHAR", samples[i]))]
            );
        }
        catch (DecoderFallbackException)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{Path.GetFileName(path)} is not UTF-8 text.",
                "Export it as UTF-8, or as Parquet."
            );
        }
        catch (InvalidDataException e)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{Path.GetFileName(path)} is not a whole gzip file: {e.Message}",
                "Fetch it again."
            );
        }
    }

    private static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
    }

    private static Problem Empty(string path) =>
        new(
            ProblemKind.Invalid,
            $"{Path.GetFileName(path)} is empty.",
            "Check the export; even a month without charges has a header row."
        );

    // FOCUS files have commas; spreadsheets of some countries save semicolons or tabs.
    private static char Delimiter(StreamReader reader, out string start)
    {
        var buffer = new char[64 * 1024];
        start = new string(buffer, 0, reader.ReadBlock(buffer));
        var header = start.Split('\n', 2)[0];
        return ((char[])[',', ';', '\t', '|']).MaxBy(c => header.Count(h => h == c));
    }

    private static void Collect(string[] record, List<List<string>> samples)
    {
        for (var i = 0; i < record.Length && i < samples.Count; i++)
        {
            if (
                record[i].Length > 0
                && samples[i].Count < MostSamples
                && !samples[i].Contains(record[i], StringComparer.Ordinal)
            )
            {
                samples[i].Add(record[i]);
            }
        }
    }

    private static List<string> Names(IReadOnlyList<string> headers)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var names = new List<string>();
        foreach (var header in headers)
        {
            var clean = FocusHeader.Clean(header);
            var name = clean.Length == 0 ? "Unnamed" : clean;
            var unique = name;
            for (var n = 2; !taken.Add(unique); n++)
            {
                unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
            }

            names.Add(unique);
        }

        return names;
    }
}
