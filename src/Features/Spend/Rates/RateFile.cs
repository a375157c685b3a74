using System.Globalization;
using CsvHelper;
using Outlay.Kernel;

namespace Outlay.Spend.Rates;

/// <summary>
/// Reads files of rates: <c>month,base,quote,rate</c>, or the history of the European Central Bank's reference rates
/// (eurofxref-hist.csv: a line a day, a column a currency, units for one euro), of which the days of each month are averaged.
/// </summary>
internal static class RateFile
{
    private const int FractionDigits = 12;
    private const decimal Largest = 999_999m;
    private static readonly Currency Euro = Currency.Parse("EUR");

    public static Result<IReadOnlyList<ExchangeRate>> Read(TextReader text)
    {
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        try
        {
            if (!csv.Read() || !csv.ReadHeader())
            {
                return Wrong("The file is empty.");
            }

            var header = csv.HeaderRecord!.Select(h => h.Trim()).ToList();
            return header is ["month", "base", "quote", "rate", ..] ? Months(csv)
                : header is [var first, ..]
                && first.Equals("Date", StringComparison.OrdinalIgnoreCase)
                    ? Days(csv, header)
                : Wrong($"Its header is {string.Join(",", header.Take(6))}.");
        }
        catch (CsvHelperException)
        {
            return Wrong($"Row {csv.Parser.Row} cannot be read.");
        }
    }

    private static Result<IReadOnlyList<ExchangeRate>> Months(CsvReader csv)
    {
        var rates = new List<ExchangeRate>();
        while (csv.Read())
        {
            var row = csv.Parser.Row;
            var (month, of, to) = (csv.GetField(0), csv.GetField(1), csv.GetField(2));
            if (!BillingPeriod.TryParse(month?.Trim(), out var period))
            {
                return Wrong($"Row {row}: month '{month}' is not a month such as 2026-10.");
            }

            if (
                !Currency.TryParse(of?.Trim(), out var from)
                || !Currency.TryParse(to?.Trim(), out var quote)
            )
            {
                return Wrong($"Row {row}: '{of}' or '{to}' is not a currency code.");
            }

            if (Rate(csv.GetField(3)) is not { } rate)
            {
                return Wrong($"Row {row}: rate '{csv.GetField(3)}' is not a number above 0.");
            }

            rates.Add(new(period, from, quote, rate));
        }

        return rates.Count == 0 ? Wrong("It holds no rate.") : rates;
    }

    private static Result<IReadOnlyList<ExchangeRate>> Days(CsvReader csv, List<string> header)
    {
        var sums = new Dictionary<(BillingPeriod, Currency), (decimal Sum, int Days)>();
        while (csv.Read())
        {
            if (
                !DateOnly.TryParseExact(
                    csv.GetField(0)?.Trim(),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                )
            )
            {
                return Wrong(
                    $"Row {csv.Parser.Row}: '{csv.GetField(0)}' is not a day such as 2026-10-31."
                );
            }

            for (var i = 1; i < header.Count; i++)
            {
                // A currency that had no rate on a day is written N/A.
                if (
                    Currency.TryParse(header[i], out var quote)
                    && i < csv.Parser.Count
                    && Rate(csv.GetField(i)) is { } rate
                )
                {
                    var key = (BillingPeriod.Of(day), quote);
                    var (sum, days) = sums.GetValueOrDefault(key);
                    sums[key] = (sum + rate, days + 1);
                }
            }
        }

        return sums.Count == 0
            ? Wrong("It holds no rate.")
            : sums.Select(s => new ExchangeRate(
                    s.Key.Item1,
                    Euro,
                    s.Key.Item2,
                    decimal.Round(s.Value.Sum / s.Value.Days, FractionDigits)
                ))
                .ToArray();
    }

    /// <summary>A rate in bounds; null for anything else.</summary>
    public static decimal? Rate(string? text) =>
        decimal.TryParse(
            text?.Trim(),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var rate
        ) && rate is > 0 and <= Largest
            ? decimal.Round(rate, FractionDigits)
            : null;

    private static Problem Wrong(string message) =>
        new(
            ProblemKind.Invalid,
            message,
            "Give a CSV with the header month,base,quote,rate, such as 2026-10,EUR,USD,1.0842, or the European Central Bank's eurofxref-hist.csv, unzipped.",
            "rates"
        );
}
