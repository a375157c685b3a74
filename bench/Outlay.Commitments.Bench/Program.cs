using System.Diagnostics;
using System.Globalization;
using Outlay.Commitments.Advice;
using Outlay.Commitments.Bench;
using Outlay.Commitments.Joint;
using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;
using Outlay.Commitments.SinglePlan;
using Outlay.Commitments.Usage;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

const int Seeds = 40;
Console.WriteLine(
    $"Back-test: decide on {Backtest.Past} days, pay {Backtest.Future}; {Seeds} made histories a row. Saving as % of hindsight; loss = what hindsight saves more, mean $."
);
Console.WriteLine(
    $"{"step of -20 %", -16} {"ours", 7} {"worst", 7} {"vendor", 7} {"worst", 7} {"minimum", 8} {"loss", 9} {"vendor's", 9} {"won", 5} {"waited", 7}"
);
foreach (var step in new int?[] { null, -20, -5, 1, 15, 45 })
{
    var runs = new Realised[Seeds];
    Parallel.For(0, Seeds, i => runs[i] = Backtest.Run(i + 1, step));
    double Share(Func<Realised, double> saving) => 100 * runs.Average(r => saving(r) / r.Hindsight);
    double Worst(Func<Realised, double> saving) => 100 * runs.Min(r => saving(r) / r.Hindsight);
    Console.WriteLine(
        $"{(step is { } day ? $"day {day:+0;-0}" : "none"), -16} {Share(r => r.Ours), 7:0.00} {Worst(r => r.Ours), 7:0.00} {Share(r => r.Vendor), 7:0.00} {Worst(r => r.Vendor), 7:0.00} {Share(r => r.Minimum), 8:0.00} {runs.Average(r => r.Hindsight - r.Ours), 9:0.0} {runs.Average(r => r.Hindsight - r.Vendor), 9:0.0} {100.0 * runs.Count(r => r.Ours >= r.Vendor) / Seeds, 4:0}% {runs.Average(r => r.DaysWaited), 7:0.0}"
    );
}

Console.WriteLine();
Console.WriteLine(
    $"Speed on {Environment.ProcessorCount} cores, best of 3, wall and processor time:"
);
var alike = MadeUse.Of(1, 30, 5000);
Time("sweep, 720 h x 5,000 lines of 41 discounts", () => Sweep(alike.Lines, alike.Rates));
var own = new Random(1);
var each = alike.Lines.ToDictionary(l => l.Id, _ => new LineRate(0.4 + (0.5 * own.NextDouble())));
Time("sweep, 720 h x 5,000 lines of 5,000 discounts", () => Sweep(alike.Lines, l => each[l.Id]));
Time("advice, 720 h x 5,000 lines, 1 offer", () => Advise(alike.Lines, alike.Rates));
var quarter = MadeUse.Of(2, 90, 500);
Time("advice, 2,160 h x 500 lines, 1 offer", () => Advise(quarter.Lines, quarter.Rates));
Time(
    "advice, 2,160 h x 500 lines, a family plan before a standing compute plan",
    () => Replace(quarter)
);
Time("joint, 2,160 h x 500 lines, 1 compute and 5 family plans", () => Join(quarter));

static double Sweep(IReadOnlyList<UsageLine> lines, PlanRates rates) =>
    SinglePlanOptimum
        .Curve(lines, [], new("offer", PlanKind.Compute, 0, PlanScope.Everything, rates))
        .Optimum;

static double Advise(IReadOnlyList<UsageLine> lines, PlanRates rates) =>
    PurchaseAdvice
        .For(
            new(
                lines,
                [],
                [new("o", PlanKind.Compute, PlanScope.Everything, rates, 1, Payment.NoUpfront)],
                new Objective.MaximumSaving(),
                new(2026, 1, 1)
            )
        )
        .Best!.HourlyCommitment;

static double Replace(MadeUse use) =>
    PurchaseAdvice
        .For(
            new(
                use.Lines,
                [Plan.Compute("standing", 300, use.Rates)],
                [
                    new(
                        "family",
                        PlanKind.Ec2Instance,
                        new(Family: "f1"),
                        l => new LineRate(use.Rates(l)!.Value.Share - 0.1),
                        1,
                        Payment.NoUpfront
                    ),
                ],
                new Objective.MaximumSaving(),
                new(2026, 1, 1)
            )
        )
        .Best!.HourlyCommitment;

static double Join(MadeUse use)
{
    Plan[] offers =
    [
        Plan.Compute("compute", 0, use.Rates),
        .. Enumerable
            .Range(0, 5)
            .Select(f =>
                Plan.Ec2Instance(
                    $"family{f}",
                    "eu",
                    $"f{f}",
                    0,
                    l => new LineRate(use.Rates(l)!.Value.Share - 0.1)
                )
            ),
    ];
    return JointOptimum.Find(use.Lines, [], offers).Bill.Total.Actual;
}

static void Time(string what, Func<double> run)
{
    var (wall, processor) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
    for (var i = 0; i < 3; i++)
    {
        var before = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        _ = run();
        wall = watch.Elapsed < wall ? watch.Elapsed : wall;
        var used = Environment.CpuUsage.TotalTime - before;
        processor = used < processor ? used : processor;
    }

    Console.WriteLine($"{what}: {wall.TotalSeconds:0.00} s, {processor.TotalSeconds:0.00} s");
}
