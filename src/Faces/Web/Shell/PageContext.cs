using Microsoft.AspNetCore.Http;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend.Rates;
using Parameter = System.Collections.Generic.KeyValuePair<string, string>;

namespace Outlay.Web.Shell;

/// <summary>
/// What the global bar says, for the page that is asked for: period, cost metric and currency, from the URL, else from the
/// cookie that remembers the last ones, else month to date, effective, and the currency with most charges.
/// </summary>
public sealed class PageContext
{
    /// <summary>URL parameters of the global bar.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["period", "from", "to", "metric", "currency", "convert"];

    private readonly Lazy<LakeFacts> _facts;
    private readonly CostQuery _view;
    private readonly Currency? _reporting;

    /// <summary>Reads the request.</summary>
    public PageContext(
        IHttpContextAccessor accessor,
        TimeProvider clock,
        IQueryEngine engine,
        ExchangeRates rates
    )
        : this(
            accessor.HttpContext?.Request.Path.Value ?? "/",
            [
                .. (accessor.HttpContext?.Request.Query ?? new QueryCollection()).SelectMany(p =>
                    p.Value.Select(v => new Parameter(p.Key, v ?? ""))
                ),
            ],
            ViewMemory.Read(accessor.HttpContext),
            DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
            engine.Facts,
            rates.Reporting
        ) { }

    /// <summary>Takes what a request holds.</summary>
    /// <param name="path">Path of the page.</param>
    /// <param name="parameters">All parameters of its URL.</param>
    /// <param name="remembered">Bar parameters of the last page that had some.</param>
    /// <param name="today">Today, UTC.</param>
    /// <param name="facts">What the lake holds; asked at most once.</param>
    /// <param name="reporting">The currency that the organisation reports in; null when it keeps all apart.</param>
    public PageContext(
        string path,
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<Parameter> remembered,
        DateOnly today,
        Func<LakeFacts> facts,
        Currency? reporting = null
    )
    {
        Path = path;
        Parameters = parameters;
        Today = today;
        _facts = new(facts);
        _reporting = reporting;
        _view = Resolve(parameters, remembered, out var problem);
        Problem = problem;
    }

    /// <summary>Path of the page.</summary>
    public string Path { get; }

    /// <summary>All parameters of its URL, in order.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Today, UTC.</summary>
    public DateOnly Today { get; }

    /// <summary>What the lake holds.</summary>
    public LakeFacts Facts => _facts.Value;

    /// <summary>What is wrong with the bar's part of the URL; the defaults stand in.</summary>
    public Problem? Problem { get; }

    /// <summary>The period.</summary>
    public Period Period => _view.Period;

    /// <summary>The cost metric.</summary>
    public CostMetric Metric => _view.Metric;

    /// <summary>The reporting currency; null only while the lake is empty.</summary>
    public Currency? Currency =>
        _view.Currency
        ?? _reporting
        ?? (
            Facts.Currencies is [var first, ..] && Kernel.Currency.TryParse(first, out var most)
                ? most
                : null
        );

    /// <summary>Whether other currencies are converted: as the URL says, else when the organisation's own currency is shown.</summary>
    public Conversion Convert =>
        Parameters.Any(p => p.Key == "convert") ? _view.Convert
        : _reporting is not null && Currency == _reporting ? Conversion.MonthAverage
        : Conversion.None;

    /// <summary>The currencies to choose from: those that are billed, and the organisation's own.</summary>
    public IReadOnlyList<string> Currencies =>
        _reporting is { } reporting && !Facts.Currencies.Contains(reporting.Code)
            ? [.. Facts.Currencies, reporting.Code]
            : Facts.Currencies;

    /// <summary>The days of the period.</summary>
    public DateRange Range => Period.Resolve(Today);

    /// <summary>The query with the bar's period, metric and currency.</summary>
    public CostQuery Apply(CostQuery query) =>
        query with
        {
            Period = Period,
            Metric = Metric,
            Currency = Currency,
            Convert = Currency is null ? Conversion.None : Convert,
        };

    /// <summary>Address of another page with the bar's part of this URL, and more parameters.</summary>
    /// <param name="path">Path, such as <c>/spend</c>.</param>
    /// <param name="more">Parameters that follow; a period among them takes the place of this URL's.</param>
    public string Link(string path, params IEnumerable<(string Name, string Value)> more)
    {
        var added = more.Select(m => new Parameter(m.Name, m.Value)).ToList();
        return Address.Of(
            path,
            Parameters
                .Where(p =>
                    Names.Contains(p.Key)
                    && !added.Exists(a => ViewMemory.Slot(a.Key) == ViewMemory.Slot(p.Key))
                )
                .Concat(added)
        );
    }

    /// <summary>Address of this page with some parameters replaced, or removed when null; page numbers start over.</summary>
    public string With(params IEnumerable<(string Name, string? Value)> changes)
    {
        var set = changes.ToList();
        return Address.Of(
            Path,
            Parameters
                .Where(p =>
                    p.Key != "page"
                    && !set.Exists(c => c.Name.Equals(p.Key, StringComparison.OrdinalIgnoreCase))
                )
                .Concat(
                    set.Where(c => c.Value is not null).Select(c => new Parameter(c.Name, c.Value!))
                )
        );
    }

    private static CostQuery Resolve(
        IReadOnlyList<Parameter> parameters,
        IReadOnlyList<Parameter> remembered,
        out Problem? problem
    )
    {
        var own = parameters.Where(p => Names.Contains(p.Key)).ToList();
        var ownPeriod = own.Exists(p => p.Key is "period" or "from" or "to");
        var merged = remembered.Where(r =>
            !own.Exists(p => p.Key == r.Key) && !(ownPeriod && r.Key is "period" or "from" or "to")
        );
        var result = CostQueryUrl.Parse([.. own, .. merged]);
        if (!result.IsOk)
        {
            // What was remembered must not spoil a page whose own address is right.
            result = CostQueryUrl.Parse(own);
        }

        problem = result.Problem;
        return result.Match(q => q, _ => new CostQuery());
    }
}
