using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Accounts in which things are only kept and nothing works.</summary>
internal sealed class BilledIdleAccount : IBillRule
{
    private const int LeastDays = 14;
    private const decimal LeastCost = 5m;
    private const decimal MostWork = 0.05m;

    // What costs money while nobody uses it. Computing, databases, analytics and the like are work.
    private static readonly HashSet<string> Standing = new(StringComparer.OrdinalIgnoreCase)
    {
        "Storage",
        "Networking",
        "Security",
        "Identity",
        "Management and Governance",
    };

    private static readonly string[] Kept =
    [
        "EBS:",
        "Snapshot",
        "IdleAddress",
        "NatGateway-Hours",
        "LoadBalancerUsage",
        "TimedStorage",
    ];

    private static readonly string[] Moved =
    [
        "Request",
        "Transfer",
        "-Bytes",
        "Operations",
        "Egress",
    ];

    public RuleInfo Info { get; } =
        new(
            "bill-idle-account",
            "Account that does nothing",
            Category.StorageAndNetwork,
            "In the last 30 days at most 5 % of what an account costs was for work (computing, databases, requests, traffic); the rest is for what is merely kept, such as disks, snapshots, addresses and keys. It is upkeep: what ending its parts saves is told by their own rules."
        );

    public IBillPass Begin(RuleContext context) => new Pass(Info, context);

    /// <summary>Whether the line is for something that costs the same when nobody uses it.</summary>
    internal static bool IsKept(BillLine line) =>
        Array.Exists(Kept, line.Has)
        || (
            line.ServiceCategory is { } category
            && Standing.Contains(category)
            && !Array.Exists(Moved, line.Says)
        );

    private sealed class Pass(RuleInfo info, RuleContext context) : IBillPass
    {
        private readonly Dictionary<(string, string, string), Sum> _sums = [];

        public void See(BillLine line)
        {
            if (line is not { ChargeCategory: "Usage", AccountId: { } account, EffectiveCost: > 0 })
            {
                return;
            }

            var key = (line.Provider, account, line.Currency);
            var sum = _sums.GetValueOrDefault(key) ?? new Sum(line, 0, 0);
            _sums[key] = sum with
            {
                Cost = sum.Cost + line.EffectiveCost,
                Work = sum.Work + (IsKept(line) ? 0 : line.EffectiveCost),
            };
        }

        public IEnumerable<Verdict> End()
        {
            var days = context.Bill.Days;
            return days < LeastDays
                ? []
                : _sums
                    .Values.Where(s =>
                        s.Work <= s.Cost * MostWork && s.Cost * Month.Days / days >= LeastCost
                    )
                    .Select(s => Found(s, Month.Days / days));
        }

        private Recommended Found(Sum sum, decimal toMonth)
        {
            var line = sum.Line;
            var monthly = sum.Cost * toMonth;
            var cost = Wording.Money(monthly, line.Currency);
            return new Recommended(
                new Recommendation
                {
                    Rule = info.Id,
                    Action = ActionKind.Review,
                    IsUpkeep = true,
                    Subject = new Subject(
                        $"{line.AccountId}|account",
                        line.AccountName ?? line.AccountId!,
                        "Account",
                        line.Provider,
                        line.AccountId!,
                        null,
                        null
                    )
                    {
                        AccountName = line.AccountName,
                    },
                    Title = "Look whether this account is still needed",
                    Current = $"{cost} a month for what is kept",
                    Currency = line.Currency,
                    MonthlyCost = monthly,
                    MonthlySaving = 0m,
                    Prices = PriceSource.Bill,
                    Confidence = 0.5,
                    Risk = 2,
                    Effort = Effort.Medium,
                    CanRollBack = false,
                    Why =
                        $"{Wording.Share(1 - sum.Work / sum.Cost)} of its {cost} a month is for what is kept and not used: nothing computes, and next to nothing is read or written.",
                    Evidence =
                    [
                        new("Cost of a month", cost, $"by the bill of {context.Bill.Days} days"),
                        new(
                            "Of that for work",
                            Wording.Money(sum.Work * toMonth, line.Currency),
                            "at most 5 %"
                        ),
                    ],
                    Excludes = "upkeep",
                }
            );
        }

        private sealed record Sum(BillLine Line, decimal Cost, decimal Work);
    }
}
