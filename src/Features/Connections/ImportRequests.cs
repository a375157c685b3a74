using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections;

/// <summary>Checks what a person asked for before it is written down.</summary>
internal static class ImportRequests
{
    private const int MostLetters = 100;

    public static Problem? Check(ImportRequest request)
    {
        if (request.Paths.Count == 0 || request.Paths.Any(string.IsNullOrWhiteSpace))
        {
            return new Problem(
                ProblemKind.Invalid,
                "No file or folder is named.",
                "Give at least one file or folder.",
                "paths"
            );
        }

        if (
            request.Paths.FirstOrDefault(p =>
                !File.Exists(p.Trim()) && !Directory.Exists(p.Trim())
            ) is
            { } missing
        )
        {
            return new Problem(
                ProblemKind.NotFound,
                $"{missing} does not exist.",
                "Give files or folders on this machine.",
                "paths"
            );
        }

        if (request.Currency is { Length: > 0 } currency && !Currency.TryParse(currency, out _))
        {
            return new Problem(
                ProblemKind.Invalid,
                $"'{currency}' is not a currency code.",
                "Write three letters such as USD.",
                "currency"
            );
        }

        if (request.MaxBadRows < 0)
        {
            return new Problem(
                ProblemKind.Invalid,
                "The number of bad rows to allow is below zero.",
                "Write 0 or more.",
                "maxBadRows"
            );
        }

        return request.Connection?.Trim().Length > MostLetters
            ? new Problem(
                ProblemKind.Invalid,
                $"The connection's name is longer than {MostLetters} characters.",
                "Choose a shorter one.",
                "connection"
            )
            : null;
    }

    /// <summary>The request with absolute paths, because the worker has another working folder, and no blank settings.</summary>
    public static ImportRequest Tidy(ImportRequest request) =>
        request with
        {
            Paths = [.. request.Paths.Select(p => Path.GetFullPath(p.Trim()))],
            Connection = string.IsNullOrWhiteSpace(request.Connection)
                ? null
                : request.Connection.Trim(),
            Currency = Currency.TryParse(request.Currency, out var currency) ? currency.Code : null,
        };
}
