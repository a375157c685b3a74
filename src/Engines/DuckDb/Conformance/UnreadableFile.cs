using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Says why a file cannot be checked, in words for the person who can mend it.</summary>
internal static partial class UnreadableFile
{
    /// <summary>The problem with a file that holds no charges in FOCUS form; null when it does.</summary>
    public static Problem? NotCharges(string path, FocusHeader header) =>
        header.Dataset switch
        {
            FocusDataset.CostAndUsage => null,
            FocusDataset.None => new Problem(
                ProblemKind.Invalid,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path} is no FOCUS file: of its {header.Columns.Count} columns {header.Columns.Count(c => c.Column is not null)} are FOCUS columns."
                ),
                "Export the data as FOCUS CostAndUsage, or name the file of the export that is."
            ),
            FocusDataset.ContractCommitment
            or FocusDataset.BillingPeriod
            or FocusDataset.InvoiceDetail => new Problem(
                ProblemKind.Invalid,
                $"{path} is the FOCUS dataset {header.Dataset}; only CostAndUsage is checked.",
                "Give the CostAndUsage file of the same delivery."
            ),
            _ => throw new InvalidOperationException($"{header.Dataset} is not known."),
        };

    /// <summary>The problem behind a failure to read; null when the file is not to blame.</summary>
    public static Problem? Explain(string path, Exception failure) =>
        failure switch
        {
            DuckDBException e => Explain(path, e.Message),
            InvalidDataException => CutOff(path),
            UnauthorizedAccessException => new Problem(
                ProblemKind.Forbidden,
                $"{path} may not be read.",
                "Give this program's user the right to read it."
            ),
            _ => null,
        };

    private static Problem? Explain(string path, string message)
    {
        if (message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"The check of {path} needs more memory than it may take.",
                "Raise the memory of conformance checks in the settings."
            );
        }

        if (Line().Match(message) is { Success: true } line)
        {
            var fields = Fields().Match(message);
            var cause =
                fields.Success
                    ? $"has {fields.Groups["found"].Value} values where the header has {fields.Groups["wanted"].Value} columns"
                : message.Contains("unterminated quote", StringComparison.OrdinalIgnoreCase)
                    ? "opens a quote that is never closed"
                : message.Contains("unicode", StringComparison.OrdinalIgnoreCase)
                    ? "holds bytes that are no UTF-8"
                : message.Contains("Maximum line size", StringComparison.OrdinalIgnoreCase)
                    ? "is longer than 2 MB"
                : "cannot be read as CSV";
            return new Problem(
                ProblemKind.Invalid,
                $"{path}, line {line.Groups["line"].Value} {cause}.",
                "Mend that line or export the file again."
            );
        }

        return
            message.Contains("parquet", StringComparison.OrdinalIgnoreCase)
            || message.Contains("thrift", StringComparison.OrdinalIgnoreCase)
            || message.Contains("magic bytes", StringComparison.OrdinalIgnoreCase)
            || message.Contains("GZIP", StringComparison.OrdinalIgnoreCase)
            ? CutOff(path)
            : null;
    }

    private static Problem CutOff(string path) =>
        new(
            ProblemKind.Invalid,
            $"{path} is cut off or damaged.",
            "Fetch it again from where it came."
        );

    [GeneratedRegex("CSV Error on Line: (?<line>[0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex(
        "Expected Number of Columns: (?<wanted>[0-9]+) Found: (?<found>[0-9]+)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Fields();
}
