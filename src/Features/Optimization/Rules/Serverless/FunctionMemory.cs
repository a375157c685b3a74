using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Serverless;

/// <summary>
/// Functions with more memory than they use. Processors come with memory, one at 1,769 MiB, so a run that computes gets slower with less:
/// between nothing (it computes all the time) and the whole share of the memory (it waits all the time) is saved. Above 1,769 MiB a program
/// of one thread gains nothing from more, and the saving is sure.
/// </summary>
internal sealed class FunctionMemory : IRule
{
    private const int WholeProcessor = 1769;
    private const int Least = 128;
    private const int Step = 64;
    private const double Spare = 1.2;
    private const int LeastRuns = 50;

    private static readonly string[] SingleThreaded = ["python", "nodejs", "ruby"];

    public RuleInfo Info { get; } =
        new(
            "function-memory",
            "Function with too much memory",
            Category.Serverless,
            "Memory is a fifth above the most that was used, or less. What is saved depends on how much of a run waits: a range, of which a quarter is counted, all of it for single-threaded runtimes above one processor (1,769 MiB)."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        FunctionFacts.All(context).Where(f => f.Runs > 0).Select(Judge).OfType<Verdict>();

    private Verdict? Judge(FunctionFacts f)
    {
        if (
            f.Function.Measured(MetricNames.MemoryUsed, Statistic.Maximum) is not { } used
            || f.Runs < LeastRuns
        )
        {
            return Draft.Unknown(
                f.Context,
                f.Scan,
                f.Function,
                FunctionFacts.Kind,
                Info,
                f.Runs < LeastRuns
                    ? "It ran fewer than 50 times."
                    : "How much memory its runs use was not measured (Lambda Insights is off)."
            );
        }

        var now = f.Function.MemoryMib;
        var floor = Math.Max(Least, (int)Math.Ceiling(used.Values.Maximum * Spare / Step) * Step);
        if (floor >= now || f.Cost is not { } cost)
        {
            return null;
        }

        var isSure =
            now > WholeProcessor
            && SingleThreaded.Any(r =>
                f.Function.Runtime?.StartsWith(r, StringComparison.Ordinal) == true
            );
        var target = isSure ? Math.Max(floor, WholeProcessor) : floor;
        return target >= now ? null : Found(f, cost, used.Values.Maximum, target, isSure);
    }

    private Recommended Found(
        FunctionFacts f,
        ResourceCost cost,
        double used,
        int target,
        bool isSure
    )
    {
        const decimal Counted = 0.25m;
        var share = 1 - (decimal)target / f.Function.MemoryMib;
        var most = cost.Saving(share);
        return new Recommended(
            f.Draft(
                Info,
                cost,
                $"Give it {Wording.Number(target)} MiB",
                $"Its runs used at most {Wording.Number(used)} of {Wording.Number(f.Function.MemoryMib)} MiB."
            ) with
            {
                Action = ActionKind.Rightsize,
                Current = $"{Wording.Number(f.Function.MemoryMib)} MiB, {f.Function.Runtime}",
                Proposed = $"{Wording.Number(target)} MiB",
                MonthlySaving = isSure ? most : most * Counted,
                MonthlySavingAtList = null,
                Range = isSure ? null : (0, most),
                Confidence = isSure ? 0.85 : 0.4,
                Risk = 1,
                Effort = isSure ? Effort.VeryLow : Effort.Low,
                Evidence =
                [
                    new(
                        "Memory, most used",
                        $"{Wording.Number(used)} MiB",
                        $"{Wording.Number(target)} MiB leave a fifth"
                    ),
                    new("Runs in the window", Wording.Number(f.Runs), "50 or more"),
                    new(
                        "Mean run",
                        f.Duration is { } d ? $"{Wording.Number(d.Values.Mean)} ms" : "not measured"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        f.Function,
                        $"aws lambda update-function-configuration --function-name {f.Function.Id} --memory-size {target} {{region}}"
                    ),
                    new HowTo("Terraform", $"memory_size = {target}"),
                ],
                Permissions = ["lambda:UpdateFunctionConfiguration"],
                Excludes = "size",
            }
        );
    }
}
