using System.Globalization;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Web.Connections;

/// <summary>The fields of both import forms, as they were typed.</summary>
public sealed record ImportForm
{
    /// <summary>File or folder on this machine.</summary>
    public string? Path { get; init; }

    /// <summary>Name of the connection.</summary>
    public string? Connection { get; init; }

    /// <summary>Tolerated bad rows.</summary>
    public string? MaxBadRows { get; init; }

    /// <summary><c>on</c> to set bad rows aside.</summary>
    public string? Quarantine { get; init; }

    /// <summary>Billing currency of files that do not say theirs.</summary>
    public string? Currency { get; init; }

    /// <summary>The request, or what is wrong and in which field.</summary>
    /// <param name="paths">What to import; empty for an upload.</param>
    public Result<ImportRequest> Read(IReadOnlyList<string> paths)
    {
        var rows = string.IsNullOrWhiteSpace(MaxBadRows) ? "0" : MaxBadRows.Trim();
        if (
            !int.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var maxBadRows)
        )
        {
            return Wrong($"'{rows}' is not a number of rows.", "Write 0 or more.", "MaxBadRows");
        }

        Currency currency = default;
        var hasCurrency = !string.IsNullOrWhiteSpace(Currency);
        if (hasCurrency && !Kernel.Currency.TryParse(Currency, out currency))
        {
            return Wrong(
                $"'{Currency}' is not a currency code.",
                "Write three letters, such as USD.",
                "Currency"
            );
        }

        return new ImportRequest
        {
            Paths = paths,
            Connection = string.IsNullOrWhiteSpace(Connection) ? null : Connection.Trim(),
            MaxBadRows = maxBadRows,
            Quarantine = Quarantine == "on",
            Currency = hasCurrency ? currency.Code : null,
        };
    }

    /// <summary>The request for the typed path.</summary>
    public Result<ImportRequest> ReadPath() =>
        string.IsNullOrWhiteSpace(Path)
            ? Wrong("No path is given.", "Write the path of a file or a folder.", "Path")
            : Read([Path.Trim()]);

    private static Problem Wrong(string message, string fix, string field) =>
        new(ProblemKind.Invalid, message, fix, field);
}
