using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Commitments that are paid for and not used up.</summary>
internal sealed class UnusedCommitment : IBillRule
{
    private const decimal Bound = 0.05m;

    public RuleInfo Info { get; } =
        new(
            "unused-commitment",
            "Unused commitment",
            Category.Commitment,
            "More than 5 % of a plan or reservation is paid for and used by nothing. What is lost comes back when use is moved under it, it is shared with more accounts, exchanged, or not renewed: half is counted."
        );

    public IBillPass Begin(RuleContext context) => new Pass(Info, context);

    private sealed class Pass(RuleInfo info, RuleContext context) : IBillPass
    {
        private readonly Dictionary<
            (string Id, string Currency),
            (BillLine Line, decimal Used, decimal Unused)
        > _held = [];

        public void See(BillLine line)
        {
            if (line is not { CommitmentId: { } id, ChargeCategory: "Usage" })
            {
                return;
            }

            var (first, used, unused) = _held.GetValueOrDefault(
                (id, line.Currency),
                (line, 0m, 0m)
            );
            _held[(id, line.Currency)] =
                line.CommitmentStatus == "Unused"
                    ? (line, used, unused + line.EffectiveCost)
                    : (first, used + line.EffectiveCost, unused);
        }

        public IEnumerable<Verdict> End() =>
            _held
                .Values.Where(h => h.Unused > 0 && h.Unused / (h.Used + h.Unused) > Bound)
                .Select(h => Found(h.Line, h.Used, h.Unused));

        private Recommended Found(BillLine line, decimal used, decimal unused)
        {
            var toMonth = context.Bill.Days > 0 ? Month.Days / context.Bill.Days : 1;
            var share = unused / (used + unused);
            return new Recommended(
                new Recommendation
                {
                    Rule = info.Id,
                    Action = ActionKind.Review,
                    Subject = new Subject(
                        line.CommitmentId!,
                        line.CommitmentName ?? line.CommitmentId!,
                        "Commitment",
                        line.Provider,
                        line.AccountId ?? "",
                        line.Region,
                        null
                    )
                    {
                        AccountName = line.AccountName,
                    },
                    Title = $"Use up, share or exchange {line.CommitmentType ?? "commitment"}",
                    Current =
                        $"{Wording.Money((used + unused) * toMonth, line.Currency)} a month, {Wording.Share(1 - share)} used",
                    Currency = line.Currency,
                    MonthlyCost = (used + unused) * toMonth,
                    MonthlySaving = unused * toMonth / 2,
                    Range = (0, unused * toMonth),
                    Prices = PriceSource.Bill,
                    Confidence = 0.5,
                    Risk = 0,
                    Effort = Effort.Medium,
                    Why =
                        $"{Wording.Share(share)} of it was used by nothing: {Wording.Money(unused * toMonth, line.Currency)} a month.",
                    Evidence =
                    [
                        new("Used", Wording.Money(used * toMonth, line.Currency), "a month"),
                        new(
                            "Unused",
                            Wording.Money(unused * toMonth, line.Currency),
                            "at most 5 % of all"
                        ),
                    ],
                    Excludes = "purchase",
                }
            );
        }
    }
}
