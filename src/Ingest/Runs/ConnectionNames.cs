using Outlay.Lake.Sources;

namespace Outlay.Ingest.Runs;

/// <summary>Names the connection of a file when the request does not.</summary>
internal static class ConnectionNames
{
    public static string Of(ImportRequest request, FoundFile file, SourceTotals totals)
    {
        if (!string.IsNullOrWhiteSpace(request.Connection))
        {
            return request.Connection.Trim();
        }

        if (file.Folder is { Length: > 0 } folder)
        {
            return folder;
        }

        var accounts = totals
            .Accounts.Select(a => a.Account)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (accounts is not [var account])
        {
            return Stem(file.Name);
        }

        return totals.Sellers is [var seller] ? $"{seller} {account}" : account;
    }

    private static string Stem(string name)
    {
        foreach (var ending in (string[])[".gz", ".csv", ".parquet"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                name = name[..^ending.Length];
            }
        }

        return name;
    }
}
