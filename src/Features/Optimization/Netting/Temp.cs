using Outlay.Optimization.Bill;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Netting
{
    /// <summary>x</summary>
    internal sealed record NetItem(
        Recommendation Recommendation,
        decimal NetSaving,
        string? Reason
    );

    internal sealed record NetResult(IReadOnlyList<NetItem> Items);

    internal static class SavingNetting
    {
        public static NetResult Select(IReadOnlyList<Recommendation> all) =>
            new([
                .. all.GroupBy(r => r.Subject.Name)
                    .SelectMany(g =>
                        g.OrderByDescending(r => r.MonthlySaving)
                            .Select(
                                (r, i) =>
                                    new NetItem(
                                        r,
                                        i == 0 ? r.MonthlySaving : 0,
                                        i == 0 ? null : "other"
                                    )
                            )
                    ),
            ]);
    }
}

namespace Outlay.Optimization.Prices
{
    internal sealed record ObservedPrice(
        string Provider,
        string Region,
        string Item,
        string Unit,
        decimal List,
        decimal Contracted,
        decimal Effective,
        string Currency,
        decimal Quantity
    );

    internal static class PriceBook
    {
        public static IPrices Of(IReadOnlyList<ObservedPrice> observed, IResourceBills bills) =>
            new None();

        private sealed class None : IPrices
        {
            public Price? Machine(
                string provider,
                string region,
                string type,
                string operatingSystem = "linux"
            ) => null;

            public Price? Of(string provider, string region, string item) => null;
        }
    }
}

namespace Outlay.Optimization.Rules
{
    internal sealed record RuleRunResult(
        IReadOnlyList<(RuleInfo Rule, Verdict Verdict)> Verdicts,
        IReadOnlyList<string> Problems
    );

    internal static class RuleRun
    {
        public static RuleRunResult Scans(RuleContext context) => new([], []);
    }
}
