using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// Makes a <see cref="CostTable"/> of what an engine found: totals by bucket, the groups to show with their cells, and how many
/// groups there are. It fills gaps with 0 and sums what top N leaves out as "Other": the exact rest.
/// </summary>
public sealed class CostTableBuilder
{
    private readonly CostQuestion _question;
    private readonly int _buckets;
    private readonly int _priorBuckets;
    private readonly int _first;
    private readonly int _priorFirst;
    private readonly Dictionary<Currency, TotalCells> _totals = [];
    private readonly SortedDictionary<long, (CostRow Row, decimal[] Cells)> _rows = [];
    private readonly Dictionary<Currency, int> _groups = [];

    /// <summary>Begins the answer to a question.</summary>
    public CostTableBuilder(CostQuestion question)
    {
        _question = question;
        var grain = question.Query.Grain;
        _buckets = TimeBuckets.Count(grain, question.Range);
        _priorBuckets = question.PriorRange is { } prior ? TimeBuckets.Count(grain, prior) : 0;
        _first = question.FirstBucket(prior: false);
        _priorFirst = question.FirstBucket(prior: true);
        if (question.Query.Currency is { } currency)
        {
            Total(currency);
        }
    }

    /// <summary>Adds the sum of everything in one bucket of one currency.</summary>
    public void AddTotal(Currency currency, bool prior, int bucket, decimal cost, long charges)
    {
        var total = Total(currency);
        if (prior)
        {
            total.Prior += cost;
            Put(total.PriorCells, bucket - _priorFirst, cost);
            return;
        }

        total.Cost += cost;
        total.Charges += charges;
        Put(total.Cells, bucket - _first, cost);
    }

    /// <summary>Adds a group to show.</summary>
    /// <param name="position">Its place among the rows.</param>
    /// <param name="currency">Its currency.</param>
    /// <param name="keys">Its values.</param>
    /// <param name="cost">Its sum.</param>
    /// <param name="prior">Its sum in the prior range.</param>
    /// <param name="charges">Its charges.</param>
    public void AddRow(
        long position,
        Currency currency,
        IReadOnlyList<string?> keys,
        decimal cost,
        decimal prior,
        long charges
    )
    {
        var cells = new decimal[_buckets];
        decimal? before = _question.PriorRange is null ? null : prior;
        _rows[position] = (new CostRow(currency, keys, cost, before, charges, cells), cells);
    }

    /// <summary>Adds the sum of one bucket of the group at a position, which was added before.</summary>
    public void AddCell(long position, int bucket, decimal cost) =>
        Put(_rows[position].Cells, bucket - _first, cost);

    /// <summary>Says how many groups a currency has.</summary>
    public void AddGroups(Currency currency, int groups) => _groups[currency] = groups;

    /// <summary>The table.</summary>
    /// <param name="source">Which table answered.</param>
    /// <param name="revision">Revision of the lake.</param>
    /// <param name="incompleteFrom">First day whose deliveries are still to come.</param>
    /// <param name="elapsed">Time in the engine.</param>
    public CostTable Build(
        CostSource source,
        long revision,
        DateOnly? incompleteFrom,
        TimeSpan elapsed
    )
    {
        var totals = _totals
            .Select(t => t.Value.Total(t.Key, _question.PriorRange is not null))
            .OrderByDescending(t => t.Cost)
            .ThenBy(t => t.Currency.Code, StringComparer.Ordinal)
            .ToList();
        var reporting = _question.Query.Currency;
        var reported = totals.Where(t => reporting is null || t.Currency == reporting).ToList();
        return new CostTable
        {
            Query = _question.Query,
            Range = _question.Range,
            PriorRange = _question.PriorRange,
            Buckets = TimeBuckets.Of(_question.Query.Grain, _question.Range, incompleteFrom),
            Totals = reported,
            OtherCurrencies =
            [
                .. totals.Except(reported).Select(t => t with { Cells = [], PriorCells = [] }),
            ],
            Rows = Rows(reported),
            GroupCount = _groups.Values.Sum(),
            Source = source,
            Revision = revision,
            Elapsed = elapsed,
        };
    }

    private List<CostRow> Rows(List<CostTotal> totals)
    {
        var rows = _rows.Values.Select(r => r.Row).ToList();
        if (_question.Query.Top is not { } top)
        {
            return rows;
        }

        return
        [
            .. totals.SelectMany(total =>
            {
                var kept = rows.Where(r => r.Currency == total.Currency).ToList();
                var others = _groups.GetValueOrDefault(total.Currency) - top;
                return others > 0 ? [.. kept, Other(total, kept, others)] : kept;
            }),
        ];
    }

    private CostRow Other(CostTotal total, List<CostRow> kept, int groups)
    {
        var cells = total.Cells.ToArray();
        foreach (var row in kept)
        {
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] -= row.Cells[i];
            }
        }

        return new CostRow(
            total.Currency,
            [.. _question.Query.GroupBy.Select(_ => (string?)null)],
            total.Cost - kept.Sum(r => r.Cost),
            total.Prior - kept.Sum(r => r.Prior),
            total.Charges - kept.Sum(r => r.Charges),
            cells,
            IsOther: true,
            groups
        );
    }

    private TotalCells Total(Currency currency)
    {
        if (!_totals.TryGetValue(currency, out var total))
        {
            total = new TotalCells(new decimal[_buckets], new decimal[_priorBuckets]);
            _totals.Add(currency, total);
        }

        return total;
    }

    private static void Put(decimal[] cells, int index, decimal cost)
    {
        if (cells.Length > 0)
        {
            cells[index] += cost;
        }
    }

    private sealed class TotalCells(decimal[] cells, decimal[] priorCells)
    {
        public decimal[] Cells { get; } = cells;

        public decimal[] PriorCells { get; } = priorCells;

        public decimal Cost { get; set; }

        public decimal Prior { get; set; }

        public long Charges { get; set; }

        public CostTotal Total(Currency currency, bool compared) =>
            new(currency, Cost, compared ? Prior : null, Charges, Cells, PriorCells);
    }
}
