using Outlay.Kernel;

namespace Outlay.Ingest.Runs;

/// <summary>
/// Finds the files that describe the same usage twice, and has one of them read without what the other has. A folder counts as a
/// whole, because an export in several files need not have each of its signs in all of them.
/// </summary>
internal static class FileSets
{
    /// <summary>Gives the files another normalisation where they stand beside a part; the caller sums them again.</summary>
    public static IReadOnlyList<IncomingFile> Combine(IReadOnlyList<IncomingFile> files)
    {
        var changed = new List<IncomingFile>();
        foreach (
            var connection in files
                .Where(f => f is { Problem: null, Source: not null, Totals: not null })
                .GroupBy(f => f.Connection, StringComparer.Ordinal)
        )
        {
            var folders = connection
                .GroupBy(f => Path.GetDirectoryName(f.Found.Path), StringComparer.Ordinal)
                .Select(g => new Folder([.. g]))
                .ToList();
            changed.AddRange(folders.SelectMany(f => f.ReadBeside(folders)));
        }

        return changed;
    }

    private sealed class Folder(IReadOnlyList<IncomingFile> files)
    {
        private readonly HashSet<string> _parts = new(
            files.SelectMany(f => f.Totals!.Parts),
            StringComparer.Ordinal
        );

        private readonly HashSet<(BillingPeriod, string)> _accounts = new(
            files.SelectMany(f => f.Totals!.Accounts.Select(a => (a.Period, a.Account)))
        );

        public IEnumerable<IncomingFile> ReadBeside(IReadOnlyList<Folder> all)
        {
            foreach (var file in files)
            {
                var source = file.Source!;
                var part = source.Normalisation.Beside.Keys.FirstOrDefault(p =>
                    !_parts.Contains(p)
                    && all.Any(o => o._parts.Contains(p) && o._accounts.Overlaps(_accounts))
                );
                if (part is not null)
                {
                    file.Source = source with { Normalisation = source.Normalisation.Beside[part] };
                    yield return file;
                }
            }
        }
    }
}
