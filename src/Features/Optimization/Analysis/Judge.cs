using Outlay.Inventory;
using Outlay.Kernel;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Netting;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Prices.Lists;
using Outlay.Optimization.Purchases;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Analysis;

/// <summary>What rules say of scans and bill.</summary>
/// <param name="Verdicts">The verdicts, each with its rule.</param>
/// <param name="Commitments">How commitments do, and which to buy.</param>
/// <param name="Mixes">How computing is bought.</param>
/// <param name="Lines">Lines of the bill that were seen.</param>
/// <param name="Problems">Rules that failed, in sentences.</param>
internal sealed record Judged(
    IReadOnlyList<(RuleInfo Rule, Verdict Verdict)> Verdicts,
    IReadOnlyList<CommitmentReport> Commitments,
    IReadOnlyList<UsageMix> Mixes,
    long Lines,
    IReadOnlyList<string> Problems
);

/// <summary>
/// Asks all rules. The bill is read twice: first for what resources cost and which prices hold, then line by line for the rules that judge
/// it alone; its hours are read once for commitments, which come last, on what is left of the use.
/// </summary>
internal sealed class Judge(IBillReader bill, IListedPrices? lists, TimeProvider time)
{
    private static readonly Category[] Computing =
    [
        Category.Compute,
        Category.Containers,
        Category.Serverless,
    ];

    public async Task<Result<Judged>> RunAsync(
        IReadOnlyList<Snapshot> scans,
        DateRange? days,
        RuleSettings settings,
        CancellationToken cancellationToken
    )
    {
        var bills = new ResourceBills(scans, days);
        var observed = new ObservedPrices();
        var tally = new CommitmentTally();
        var mixes = new UsageMixTally();
        var read = await ReadAsync(
            days,
            line =>
            {
                bills.See(line);
                observed.See(line);
                tally.See(line);
                mixes.See(line);
            },
            cancellationToken
        );
        if (!read.IsOk)
        {
            return read.Problem;
        }

        var prices = PriceBook.Of(observed.All(), bills, lists);
        var context = new RuleContext(scans, bills, prices, settings, time.GetUtcNow());
        var judged = RuleRun.Scans(context);
        var passes = new BillPasses(context);
        var second = await ReadAsync(days, passes.See, cancellationToken);
        if (!second.IsOk)
        {
            return second.Problem;
        }

        var verdicts = judged.Verdicts.Concat(passes.End()).ToList();
        var reports = tally.Reports(scans, days?.Days ?? 0).ToList();
        var commitments = await CommitmentsAsync(reports, days, verdicts, cancellationToken);
        if (!commitments.IsOk)
        {
            return commitments.Problem;
        }

        verdicts.AddRange(Purchases(commitments.Value, settings));
        return new Judged(
            verdicts,
            commitments.Value,
            mixes.Mixes(days?.Days ?? 0),
            read.Value,
            [.. judged.Problems, .. passes.Problems]
        );
    }

    private static IEnumerable<(RuleInfo, Verdict)> Purchases(
        IReadOnlyList<CommitmentReport> commitments,
        RuleSettings settings
    ) =>
        new[]
        {
            (PurchaseFindings.Info, PurchaseFindings.Of(commitments)),
            (ReservationFindings.Info, ReservationFindings.Of(commitments)),
        }
            .Where(p => settings.IsOn(p.Info))
            .SelectMany(p => p.Item2.Select(r => (p.Info, (Verdict)new Recommended(r))));

    private async Task<Result<long>> ReadAsync(
        DateRange? days,
        Action<BillLine> see,
        CancellationToken cancellationToken
    ) =>
        days is { } range
            ? await bill.LinesAsync(
                range,
                line => see(line with { Provider = Clouds.Of(line.Provider) }),
                cancellationToken
            )
            : 0L;

    // What is saved on the use itself must not be committed for.
    private async Task<Result<IReadOnlyList<CommitmentReport>>> CommitmentsAsync(
        List<CommitmentReport> all,
        DateRange? days,
        IReadOnlyList<(RuleInfo Rule, Verdict Verdict)> verdicts,
        CancellationToken cancellationToken
    )
    {
        if (days is not { } range || all.Count == 0)
        {
            return all;
        }

        var hours = new UsageHours(range);
        var reserved = new ReservedUse(range);
        var read = await bill.HoursAsync(
            range,
            line =>
            {
                var known = line with { Provider = Clouds.Of(line.Provider) };
                hours.See(known);
                reserved.See(known);
            },
            cancellationToken
        );
        if (!read.IsOk)
        {
            return read.Problem;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var known = hours.Groups.ToHashSet();
        var listed = new ListedDiscounts(lists);
        return await Task.Run(
            () =>
                all.Select(r => WithReservations(r, reserved, verdicts, listed))
                    .Select(r =>
                        known.Contains((r.Provider, r.Currency))
                            ? PurchaseAdvisor.Advise(
                                r,
                                hours.Of((r.Provider, r.Currency)),
                                hours.From,
                                TakenAway(r, r.OnDemand, verdicts, Computing),
                                today,
                                listed
                            )
                            : r
                    )
                    .ToList(),
            cancellationToken
        );
    }

    private static CommitmentReport WithReservations(
        CommitmentReport report,
        ReservedUse reserved,
        IReadOnlyList<(RuleInfo Rule, Verdict Verdict)> verdicts,
        ListedDiscounts listed
    )
    {
        var use = reserved.Of(report.Provider, report.Currency).ToList();
        var databases = use.Where(u => u.Thing.Product is "database" or "cache")
            .Sum(u => u.Units.Average() * u.Price);
        var ofDatabases = TakenAway(
            report,
            (decimal)databases * Month.Hours,
            verdicts,
            [Category.Databases]
        );
        var ofComputing = TakenAway(report, report.OnDemand, verdicts, Computing);
        return report with
        {
            Reservations = ReservationAdvisor.Advise(
                use,
                thing => thing.Product is "database" or "cache" ? ofDatabases : ofComputing,
                listed
            ),
        };
    }

    private static double TakenAway(
        CommitmentReport report,
        decimal onDemand,
        IReadOnlyList<(RuleInfo Rule, Verdict Verdict)> verdicts,
        IReadOnlyList<Category> categories
    )
    {
        var computing = verdicts
            .Where(v => categories.Contains(v.Rule.Category))
            .Select(v => (v.Verdict as Recommended)?.Recommendation)
            .OfType<Recommendation>()
            .Where(r => r.Subject.Provider == report.Provider && r.Currency == report.Currency)
            .ToList();
        var net = SavingNetting.Select(computing).Net;
        return onDemand > 0 ? UsageHours.Number(Math.Min(0.9m, net / onDemand)) : 0;
    }
}
