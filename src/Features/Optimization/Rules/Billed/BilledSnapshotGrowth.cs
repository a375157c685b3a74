using System.Globalization;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Accounts whose snapshots cost more from week to week.</summary>
internal sealed class BilledSnapshotGrowth : IBillRule
{
    private const int LeastDays = 14;
    private const decimal LeastCost = 10m;
    private const decimal Bound = 1.05m;

    public RuleInfo Info { get; } =
        new(
            "bill-snapshot-growth",
            "Snapshots that grow",
            Category.StorageAndNetwork,
            "The snapshots of an account cost at least 5 % more a day in the later half of the last 30 days than in the earlier half, and 10 or more a month: more are made than end. It is upkeep: what looking through them saves is told by the other rules of snapshots."
        );

    public IBillPass Begin(RuleContext context) => new Pass(Info, context);

    private sealed class Pass(RuleInfo info, RuleContext context) : IBillPass
    {
        private readonly Dictionary<(string, string?, string), Sum> _sums = [];

        public void See(BillLine line)
        {
            if (line.ChargeCategory != "Usage" || !line.IsSnapshot())
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
                if (earlier > 0 && later >= earlier * Bound && monthly >= LeastCost)
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
                    Rule = info.Id,
                    Action = ActionKind.Review,
                    IsUpkeep = true,
                    Subject = new Subject(
                        $"{line.AccountId}|snapshots",
                        $"Snapshots of {line.AccountName ?? line.AccountId}",
                        "Snapshots",
                        line.Provider,
                        line.AccountId ?? "",
                        null,
                        null
                    )
                    {
                        AccountName = line.AccountName,
                    },
                    Title = "Let a lifecycle rule end old snapshots",
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
                        $"In {half} days they came to cost {Wording.Share(growth)} more: {money} a month for as long as nothing ends them."
                    ),
                    Evidence =
                    [
                        new(
                            "Cost of a day",
                            Wording.Money(later, line.Currency),
                            $"{Wording.Money(earlier, line.Currency)} in the half before"
                        ),
                        new("Growth", Wording.Share(growth), "at least 5 %"),
                    ],
                    Permissions = ["ec2:DescribeSnapshots", "dlm:CreateLifecyclePolicy"],
                    Excludes = "upkeep",
                }
            );
        }

        private sealed record Sum(BillLine Line, decimal Cost, decimal Later);
    }
}
