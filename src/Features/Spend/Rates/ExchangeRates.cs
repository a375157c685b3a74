using System.Globalization;
using Dapper;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.State;

namespace Outlay.Spend.Rates;

/// <summary>
/// The exchange rates and the currency that an organisation reports in. A pair that is not kept is derived: turned round, or crossed
/// over a currency that both are quoted in.
/// </summary>
public sealed class ExchangeRates(StateDatabase database) : IExchangeRates
{
    private const int FractionDigits = 12;
    private readonly Lock _gate = new();
    private (long Revision, IReadOnlyList<ExchangeRate> Rates)? _known;

    /// <inheritdoc/>
    public long Revision
    {
        get
        {
            using var open = database.Open();
            return open.QuerySingle<long>("SELECT revision FROM exchange_setting WHERE id = 1");
        }
    }

    /// <summary>The currency that the organisation reports in; null keeps every currency apart.</summary>
    public Currency? Reporting
    {
        get
        {
            using var open = database.Open();
            return Currency.TryParse(
                open.QuerySingleOrDefault<string>(
                    "SELECT reporting_currency FROM exchange_setting WHERE id = 1"
                ),
                out var currency
            )
                ? currency
                : null;
        }
    }

    /// <summary>All rates, newest month first.</summary>
    public IReadOnlyList<ExchangeRate> All()
    {
        var revision = Revision;
        lock (_gate)
        {
            if (_known is { } known && known.Revision == revision)
            {
                return known.Rates;
            }
        }

        using var open = database.Open();
        var rates = open.Query<Row>(
                "SELECT month, base, quote, rate FROM exchange_rate ORDER BY month DESC, base, quote"
            )
            .Select(r => new ExchangeRate(
                BillingPeriod.Parse(r.Month),
                Currency.Parse(r.Base),
                Currency.Parse(r.Quote),
                decimal.Parse(r.Rate, NumberStyles.Number, CultureInfo.InvariantCulture)
            ))
            .ToList();
        lock (_gate)
        {
            _known = (revision, rates);
        }

        return rates;
    }

    /// <inheritdoc/>
    public IReadOnlyList<MonthRate> To(Currency currency) =>
        [.. All().GroupBy(r => r.Month).SelectMany(month => To(currency, [.. month]))];

    /// <summary>Sets the currency that the organisation reports in.</summary>
    public void Report(Currency? currency)
    {
        using var open = database.Open();
        open.Execute(
            "UPDATE exchange_setting SET reporting_currency = @code, revision = revision + 1",
            new { code = currency?.Code }
        );
    }

    /// <summary>Keeps a rate typed by hand.</summary>
    public Result<ExchangeRate> Keep(string? month, string? from, string? quote, string? rate)
    {
        if (!BillingPeriod.TryParse(month?.Trim(), out var period))
        {
            return Wrong($"'{month}' is not a month.", "Write it as 2026-10.", "month");
        }

        if (
            !Currency.TryParse(from?.Trim(), out var of)
            || !Currency.TryParse(quote?.Trim(), out var to)
            || of == to
        )
        {
            return Wrong(
                $"'{from}' and '{quote}' are not two currencies.",
                "Write three letters each, such as EUR and USD.",
                "base"
            );
        }

        if (RateFile.Rate(rate) is not { } value)
        {
            return Wrong(
                $"'{rate}' is not a rate.",
                "Write a number above 0, such as 1.0842.",
                "rate"
            );
        }

        var kept = new ExchangeRate(period, of, to, value);
        Keep([kept]);
        return kept;
    }

    /// <summary>Keeps the rates of a file; those of the same month and pair are replaced.</summary>
    /// <returns>How many there were.</returns>
    public Result<int> Import(TextReader text)
    {
        var rates = RateFile.Read(text);
        if (!rates.IsOk)
        {
            return rates.Problem;
        }

        Keep(rates.Value);
        return rates.Value.Count;
    }

    private void Keep(IReadOnlyList<ExchangeRate> rates)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute(
            """
            INSERT INTO exchange_rate (base, quote, month, rate) VALUES (@Base, @Quote, @Month, @Rate)
            ON CONFLICT (base, quote, month) DO UPDATE SET rate = @Rate
            """,
            rates.Select(r => new Row
            {
                Month = r.Month.ToString(),
                Base = r.Base.Code,
                Quote = r.Quote.Code,
                Rate = r.Rate.ToString(CultureInfo.InvariantCulture),
            }),
            transaction
        );
        open.Execute(
            "UPDATE exchange_setting SET revision = revision + 1",
            transaction: transaction
        );
        transaction.Commit();
    }

    private static IEnumerable<MonthRate> To(Currency target, IReadOnlyList<ExchangeRate> month)
    {
        var direct = new Dictionary<(Currency From, Currency To), decimal>();
        foreach (var rate in month)
        {
            direct.TryAdd((rate.Quote, rate.Base), 1 / rate.Rate);
        }

        foreach (var rate in month)
        {
            direct[(rate.Base, rate.Quote)] = rate.Rate;
        }

        var currencies = direct.Keys.Select(k => k.From).Where(c => c != target).Distinct();
        foreach (var from in currencies.OrderBy(c => c.Code, StringComparer.Ordinal))
        {
            decimal? found = direct.TryGetValue((from, target), out var straight)
                ? straight
                : direct
                    .Where(d => d.Key.From == from)
                    .OrderBy(d => d.Key.To.Code, StringComparer.Ordinal)
                    .Select(d =>
                        direct.TryGetValue((d.Key.To, target), out var second)
                            ? d.Value * second
                            : (decimal?)null
                    )
                    .FirstOrDefault(r => r is not null);
            if (found is { } rate && decimal.Round(rate, FractionDigits) is > 0 and var rounded)
            {
                yield return new MonthRate(from, month[0].Month, rounded);
            }
        }
    }

    private static Problem Wrong(string message, string fix, string field) =>
        new(ProblemKind.Invalid, message, fix, field);

    private sealed class Row
    {
        public required string Month { get; init; }
        public required string Base { get; init; }
        public required string Quote { get; init; }
        public required string Rate { get; init; }
    }
}
