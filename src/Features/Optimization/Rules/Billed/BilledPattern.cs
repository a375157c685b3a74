using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Lines of the bill that tell a finding by themselves, and what to say of the resource that they are of.</summary>
internal sealed record BilledPattern
{
    /// <summary>The rule.</summary>
    public required RuleInfo Info { get; init; }

    /// <summary>Whether a line tells it.</summary>
    public required Func<BillLine, bool> Matches { get; init; }

    /// <summary>Lines that tell that the resource is used, so that there is nothing to find; null when the others suffice.</summary>
    public Func<BillLine, bool>? Used { get; init; }

    /// <summary>Share of the matched cost that is saved, the least and the most; the least counts. Null leaves the line out.</summary>
    public required Func<RuleContext, BillLine, (decimal Least, decimal Most)?> Share { get; init; }

    /// <summary>What the resource is.</summary>
    public required string Kind { get; init; }

    /// <summary>What to do, in one line.</summary>
    public required Func<BillLine, string> Title { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required Func<BillLine, string> Why { get; init; }

    /// <summary>What to do, as a kind.</summary>
    public ActionKind Action { get; init; } = ActionKind.Review;

    /// <summary>See <see cref="Recommendation.Excludes"/>.</summary>
    public required string Excludes { get; init; }

    /// <summary>How sure it is.</summary>
    public double Confidence { get; init; } = 0.6;

    /// <summary>How likely it hurts.</summary>
    public int Risk { get; init; } = 1;

    /// <summary>How much work it is.</summary>
    public Effort Effort { get; init; } = Effort.Low;

    /// <summary>Whether something restarts.</summary>
    public bool NeedsRestart { get; init; }

    /// <summary>Commands to copy.</summary>
    public Func<BillLine, HowTo>? HowTo { get; init; }

    /// <summary>Permissions that the change needs.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];
}

/// <summary>
/// Finds a pattern in the bill: matched lines are summed by account, resource and currency. Resources that a scan has seen are left to the
/// rules that judge scans. The largest sums are kept, so that a bill of any length takes bounded memory.
/// </summary>
internal sealed class BilledRule(BilledPattern pattern) : IBillRule
{
    public RuleInfo Info => pattern.Info;

    public IBillPass Begin(RuleContext context) => new Pass(pattern, context);

    private sealed class Pass(BilledPattern pattern, RuleContext context) : IBillPass
    {
        private const int Most = 2000;
        private const int Room = 20000;

        private readonly HashSet<string> _scanned = context
            .Snapshots.SelectMany(s => s.Resources)
            .SelectMany(r => new[] { r.Id, r.Name })
            .ToHashSet(StringComparer.Ordinal);

        private readonly HashSet<string> _used = new(StringComparer.Ordinal);
        private Dictionary<string, Sum> _sums = new(StringComparer.Ordinal);

        public void See(BillLine line)
        {
            if (
                line.ChargeCategory != "Usage"
                || (line.ResourceId is { } id && _scanned.Contains(id))
                // Without its id, its use cannot be told from that of others.
                || (pattern.Used is not null && line.ResourceId is null)
            )
            {
                return;
            }

            var key = $"{line.AccountId}|{line.ResourceId ?? $"{line.Region}|{line.Meter}"}";
            if (pattern.Used?.Invoke(line) == true && line.PricingQuantity > 0)
            {
                _used.Add(key);
            }

            if (
                line.EffectiveCost <= 0
                || !pattern.Matches(line)
                || pattern.Share(context, line) is not var (least, most)
            )
            {
                return;
            }

            var sum = _sums.GetValueOrDefault($"{key}|{line.Currency}") ?? new Sum(key, line);
            _sums[$"{key}|{line.Currency}"] = sum with
            {
                Cost = sum.Cost + line.EffectiveCost,
                List = sum.List + line.ListCost,
                Least = sum.Least + line.EffectiveCost * least,
                MostSaved = sum.MostSaved + line.EffectiveCost * most,
                Quantity = sum.Quantity + line.PricingQuantity,
            };
            if (_sums.Count > Room)
            {
                _sums = Largest(Room / 2)
                    .ToDictionary(s => $"{s.Key}|{s.Line.Currency}", StringComparer.Ordinal);
            }
        }

        public IEnumerable<Verdict> End() =>
            Largest(Most).Where(s => !_used.Contains(s.Key) && s.Least > 0).Select(Found);

        private IEnumerable<Sum> Largest(int count) =>
            _sums
                .Values.OrderByDescending(s => s.Least)
                .ThenBy(s => s.Key, StringComparer.Ordinal)
                .Take(count);

        private Recommended Found(Sum sum)
        {
            var line = sum.Line;
            var toMonth = context.Bill.Days > 0 ? Month.Days / context.Bill.Days : 1;
            var saving = sum.Least * toMonth;
            var most = sum.MostSaved * toMonth;
            return new Recommended(
                new Recommendation
                {
                    Rule = pattern.Info.Id,
                    Action = pattern.Action,
                    Subject = Of(sum),
                    Title = pattern.Title(line),
                    Current = line.Description ?? line.Meter ?? pattern.Kind,
                    Currency = line.Currency,
                    MonthlyCost = sum.Cost * toMonth,
                    MonthlySaving = saving,
                    MonthlySavingAtList =
                        sum.Cost > 0 ? sum.List * toMonth * (sum.Least / sum.Cost) : null,
                    Range = most > saving ? (saving, most) : null,
                    Prices = PriceSource.Bill,
                    Confidence = pattern.Confidence,
                    Risk = pattern.Risk,
                    Effort = pattern.Effort,
                    NeedsRestart = pattern.NeedsRestart,
                    Why = pattern.Why(line),
                    Evidence =
                    [
                        new(
                            "Cost of a month",
                            Wording.Money(sum.Cost * toMonth, line.Currency),
                            $"by the bill of {context.Bill.Days} days"
                        ),
                        new("Quantity", $"{sum.Quantity:#,##0.##} {line.PricingUnit}"),
                        new("Meter", line.Meter ?? "–"),
                    ],
                    HowTo = pattern.HowTo is { } how ? [how(line)] : [],
                    Permissions = pattern.Permissions,
                    Excludes = pattern.Excludes,
                }
            );
        }

        private Subject Of(Sum sum) =>
            new(
                sum.Line.ResourceId ?? sum.Key,
                sum.Line.ResourceName
                    ?? sum.Line.ResourceId
                    ?? $"{sum.Line.Meter} in {sum.Line.AccountName ?? sum.Line.AccountId}",
                pattern.Kind,
                sum.Line.Provider,
                sum.Line.AccountId ?? "",
                sum.Line.Region,
                sum.Line.ResourceId
            )
            {
                AccountName = sum.Line.AccountName,
            };

        private sealed record Sum(string Key, BillLine Line)
        {
            public decimal Cost { get; init; }
            public decimal List { get; init; }
            public decimal Least { get; init; }
            public decimal MostSaved { get; init; }
            public decimal Quantity { get; init; }
        }
    }
}
