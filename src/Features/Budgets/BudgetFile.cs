using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>Budgets as a CSV file: one a row.</summary>
public static class BudgetFile
{
    /// <summary>
    /// The columns. Name, amount and currency must be there; period is month, quarter, year or custom with start and end; filter is that of
    /// addresses, conditions joined by <c>&amp;</c>, such as <c>ServiceName=Amazon EC2&amp;tag:team=web</c>; thresholds are joined by
    /// <c>;</c>.
    /// </summary>
    public const string Header =
        "name,owner,amount,currency,metric,period,start,end,fiscal_month,filter,thresholds,rollover,notes";

    private static readonly string[] Names = Header.Split(',');
    private static readonly string[] Needed = ["name", "amount", "currency"];

    /// <summary>Reads a file; the first thing that is wrong names row and column. Budgets without a start begin in the period of today.</summary>
    internal static Result<IReadOnlyList<(int Row, BudgetDraft Draft)>> Read(
        TextReader text,
        DateOnly today
    )
    {
        using var csv = new CsvReader(
            text,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                PrepareHeaderForMatch = h => h.Header.Trim().ToLowerInvariant(),
                MissingFieldFound = null,
                TrimOptions = TrimOptions.Trim,
            }
        );
        try
        {
            if (!csv.Read() || !csv.ReadHeader())
            {
                return Wrong("The file is empty.");
            }

            var header = csv.HeaderRecord!.Select(h => h.Trim().ToLowerInvariant()).ToList();
            if (header.Find(h => !Names.Contains(h)) is { } strange)
            {
                return Wrong($"There is no column '{strange}' in files of budgets.");
            }

            if (Array.Find(Needed, n => !header.Contains(n)) is { } missing)
            {
                return Wrong($"The column {missing} is missing.");
            }

            var drafts = new List<(int, BudgetDraft)>();
            while (csv.Read())
            {
                var draft = Draft(csv, today);
                if (!draft.IsOk)
                {
                    return Wrong(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"Row {csv.Parser.Row}: {draft.Problem}"
                        )
                    );
                }

                drafts.Add((csv.Parser.Row, draft.Value));
            }

            return drafts.Count == 0 ? Wrong("It holds no budget.") : drafts;
        }
        catch (CsvHelperException)
        {
            return Wrong(
                string.Create(CultureInfo.InvariantCulture, $"Row {csv.Parser.Row} cannot be read.")
            );
        }
    }

    private static Result<BudgetDraft> Draft(CsvReader csv, DateOnly today)
    {
        var words = Names.ToDictionary(
            n => n,
            n =>
                csv.TryGetField<string>(n, out var value) && !string.IsNullOrWhiteSpace(value)
                    ? value
                    : null,
            StringComparer.Ordinal
        );
        var scope = BudgetScope.Parse(
            $"currency={words["currency"]}&metric={words["metric"]}&{Filter(words["filter"])}"
        );
        var calendar = BudgetWords.Calendar(
            words["period"],
            words["start"] ?? today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            words["end"],
            words["fiscal_month"]
        );
        var amount = BudgetWords.Amount(words["amount"]);
        var thresholds = BudgetWords.Thresholds(words["thresholds"]);
        if (
            (scope.Problem ?? calendar.Problem ?? amount.Problem ?? thresholds.Problem) is
            { } problem
        )
        {
            return problem;
        }

        return new BudgetDraft
        {
            Name = words["name"] ?? "",
            Owner = words["owner"],
            Notes = words["notes"],
            Scope = scope.Value,
            Calendar = calendar.Value,
            Amount = amount.Value,
            Rollover = words["rollover"]?.ToUpperInvariant() is "YES" or "TRUE" or "1",
            Thresholds = words["thresholds"] is null ? BudgetThreshold.Usual : thresholds.Value,
        };
    }

    private static string Filter(string? text) =>
        string.Join(
            '&',
            (text ?? "")
                .Split('&', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(c => $"filter={Uri.EscapeDataString(c)}")
        );

    private static Problem Wrong(string message) =>
        new(
            ProblemKind.Invalid,
            message,
            $"Write a CSV file with the header {Header}; name, amount and currency must be there.",
            "file"
        );
}
