using System.Globalization;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Runs;

/// <summary>
/// Refuses folders, and files beside one another, that describe the same usage and that nothing in them tells apart: runs of an export
/// that each hold the month to date, or actual and amortised costs of a month without commitments. Together they would count twice.
/// Same usage is told by days on which both have the same rows and the same cost to the last digit, for an account in common.
/// </summary>
internal static class UsageTwice
{
    /// <summary>Gives a problem to the smaller one of each two that are the same.</summary>
    public static void Refuse(IReadOnlyList<IncomingFile> files)
    {
        foreach (
            var connection in files
                .Where(f => f is { Problem: null, Totals.Days.Count: > 0 })
                .GroupBy(f => f.Connection, StringComparer.Ordinal)
        )
        {
            var folders = connection
                .GroupBy(f => Path.GetDirectoryName(f.Found.Path), StringComparer.Ordinal)
                .Select(g => g.ToList())
                .ToList();
            RefusePairs([.. folders.Select(f => new Part(f))], apart: true);
            foreach (var folder in folders)
            {
                RefusePairs([.. folder.Select(f => new Part([f]))], apart: false);
            }
        }
    }

    private static void RefusePairs(IReadOnlyList<Part> parts, bool apart)
    {
        var ordered = parts.OrderByDescending(p => p.Rows).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            foreach (var smaller in ordered.Skip(i + 1))
            {
                smaller.RefuseBeside(ordered[i], apart);
            }
        }
    }

    private sealed class Part(IReadOnlyList<IncomingFile> files)
    {
        private readonly Dictionary<(DateOnly Day, string Currency), DayTotal> _days = files
            .SelectMany(f => f.Totals!.Days)
            .GroupBy(d => (d.Day, d.Total.Currency))
            .ToDictionary(g => g.Key, g => g.Aggregate(Add));

        private readonly HashSet<(BillingPeriod, string)> _accounts =
        [
            .. files.SelectMany(f => f.Totals!.Accounts).Select(a => (a.Period, a.Account)),
        ];

        public long Rows { get; } = files.Sum(f => f.Totals!.Rows);

        private string Name =>
            files is [var only] ? only.Name
            : Path.GetDirectoryName(files[0].Name) is { Length: > 0 } folder ? folder
            : files[0].Name;

        public void RefuseBeside(Part larger, bool apart)
        {
            if (!_accounts.Overlaps(larger._accounts))
            {
                return;
            }

            var common = _days.Where(d => larger._days.ContainsKey(d.Key)).ToList();
            var same = common.Count(d => larger._days[d.Key].Total == d.Value.Total);
            // What is billed late changes some of the days between two runs, seldom most of them.
            if (same == 0 || same * 2 < common.Count)
            {
                return;
            }

            var problem = Problem(larger, same, common.Count, apart);
            foreach (
                var file in files.Where(f =>
                    f.Totals!.Days.Any(d => larger._days.ContainsKey((d.Day, d.Total.Currency)))
                )
            )
            {
                file.Problem ??= problem;
            }
        }

        private Problem Problem(Part larger, int same, int common, bool apart) =>
            new(
                ProblemKind.Conflict,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Name} and {larger.Name} describe the same usage: on {same} of {common} days they have the same rows and the same cost. Both together would count it twice."
                ),
                $"Leave out {Name}. Runs of an export hold the whole month to date, so that the newest one is enough; actual and amortised costs of a month without commitments are the same."
                    + (
                        apart
                            ? ""
                            : " If one of them is actual and the other amortised cost, each belongs into a folder of its own."
                    )
            );

        private static DayTotal Add(DayTotal left, DayTotal right) =>
            left with
            {
                Total = new CurrencyTotal(
                    left.Total.Currency,
                    left.Total.Rows + right.Total.Rows,
                    ExactText.Add(left.Total.Billed, right.Total.Billed),
                    ExactText.Add(left.Total.Effective, right.Total.Effective)
                ),
            };
    }
}
