using System.Globalization;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>What costs an account more from week to week, of a kind that nobody sees growing.</summary>
/// <param name="Info">The rule.</param>
/// <param name="Matches">Whether a line is of the kind.</param>
/// <param name="Kind">What it is, such as <c>Snapshots</c>.</param>
/// <param name="Title">What to do, in one line.</param>
/// <param name="Bound">Least growth of the later half over the earlier, such as 0.05.</param>
/// <param name="Permissions">Permissions that looking and changing need.</param>
internal sealed record BilledGrowth(
    RuleInfo Info,
    Func<BillLine, bool> Matches,
    string Kind,
    string Title,
    decimal Bound,
    IReadOnlyList<string> Permissions
) : IBillRule
{
    private const int LeastDays = 14;
    private const decimal LeastCost = 10m;

    public static BilledGrowth OfSnapshots { get; } =
        new(
            new(
                "bill-snapshot-growth",
                "Snapshots that grow",
                Category.StorageAndNetwork,
                "The snapshots of an account cost at least 5 % more a day in the later half of the last 30 days than in the earlier half, and 10 or more a month: more are made than end. It is upkeep: what looking through them saves is told by the other rules of snapshots."
            ),
            l => l.IsSnapshot(),
            "Snapshots",
            "Let a lifecycle rule end old snapshots",
            0.05m,
            ["ec2:DescribeSnapshots", "dlm:CreateLifecyclePolicy"]
        );

    public static BilledGrowth OfEgress { get; } =
        new(
            new(
                "bill-egress-growth",
                "Traffic to the internet that grows",
                Category.StorageAndNetwork,
                "The traffic of an account to the internet costs at least 30 % more a day in the later half of the last 30 days than in the earlier half, and 10 or more a month. It is upkeep: see in Spend which resources send it, whether it belongs behind a content delivery network, and whether it is wanted at all."
            ),
            l => l.IsEgress(),
            "Traffic to the internet",
            "Look what sends more to the internet",
            0.3m,
            []
        );

    public IBillPass Begin(RuleContext context) => new Pass(this, context);

    private sealed class Pass(BilledGrowth rule, RuleContext context) : IBillPass
    {
        private readonly Dictionary<(string, string?, string), Sum> _sums = [];

        public void See(BillLine line)
        {
            if (line.ChargeCategory != "Usage" || !rule.Matches(line))
            {
                return;
            }

            var key = (line.Provider, line.AccountId, line.Currency);
            var sum = _sums.GetValueOrDefault(key) ?? new Sum(line, 0, 0);
            _sums[key] = sum with
            {
                Cost = sum.Cost + line.EffectiveCost,
                Later = sum.Later + line.LaterCost,
            };
        }

        public IEnumerable<Verdict> End()
        {
            var days = context.Bill.Days;
            if (days < LeastDays)
            {
                yield break;
            }

            var (earlierDays, laterDays) = (days / 2, days - days / 2);
            foreach (var sum in _sums.Values)
            {
                var earlier = (sum.Cost - sum.Later) / earlierDays;
                var later = sum.Later / laterDays;
                var monthly = later * Month.Days;
                if (earlier > 0 && later >= earlier * (1 + rule.Bound) && monthly >= LeastCost)
                {
                    yield return Found(sum.Line, earlier, later, laterDays);
                }
            }
        }

        private Recommended Found(BillLine line, decimal earlier, decimal later, int half)
        {
            var growth = later / earlier - 1;
            var money = Wording.Money((later - earlier) * Month.Days, line.Currency);
            return new Recommended(
                new Recommendation
                {
                    Rule = rule.Info.Id,
                    Action = ActionKind.Review,
                    IsUpkeep = true,
                    Subject = new Subject(
                        $"{line.AccountId}|{rule.Kind}",
                        $"{rule.Kind} of {line.AccountName ?? line.AccountId}",
                        rule.Kind,
                        line.Provider,
                        line.AccountId ?? "",
                        null,
                        null
                    )
                    {
                        AccountName = line.AccountName,
                    },
                    Title = rule.Title,
                    Current = $"{Wording.Money(later * Month.Days, line.Currency)} a month",
                    Currency = line.Currency,
                    MonthlyCost = later * Month.Days,
                    MonthlySaving = 0m,
                    Prices = PriceSource.Bill,
                    Confidence = 0.8,
                    Risk = 1,
                    Effort = Effort.Low,
                    Why = string.Create(
                        CultureInfo.InvariantCulture,
                        $"In {half} days it came to cost {Wording.Share(growth)} more: {money} a month, and more if it goes on."
                    ),
                    Evidence =
                    [
                        new(
                            "Cost of a day",
                            Wording.Money(later, line.Currency),
                            $"{Wording.Money(earlier, line.Currency)} in the half before"
                        ),
                        new(
                            "Growth",
                            Wording.Share(growth),
                            $"at least {Wording.Share(rule.Bound)}"
                        ),
                    ],
                    Permissions = rule.Permissions,
                    Excludes = "upkeep",
                }
            );
        }

        private sealed record Sum(BillLine Line, decimal Cost, decimal Later);
    }
}
