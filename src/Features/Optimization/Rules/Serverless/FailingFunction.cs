using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Serverless;

/// <summary>Functions that fail often: runs that are paid for and yield nothing.</summary>
internal sealed class FailingFunction : IRule
{
    private const double Bound = 0.1;
    private const double NearTimeout = 0.98;

    public RuleInfo Info { get; } =
        new(
            "failing-function",
            "Failing function",
            Category.Serverless,
            "More than a tenth of its runs end with an error, many of them perhaps at the time limit. Counts the cost of the failed runs; retries come on top."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        FunctionFacts.All(context).Select(Judge).OfType<Verdict>();

    private Recommended? Judge(FunctionFacts f)
    {
        if (
            f is not { Cost: { } cost }
            || f.Function.Measured(MetricNames.Errors, Statistic.Sum) is not { } errors
            || f.Runs <= 0
        )
        {
            return null;
        }

        var share = Math.Min(1, errors.Values.Sum / f.Runs);
        var longest = f.Function.Measured(MetricNames.Duration, Statistic.Maximum)?.Values.Maximum;
        var timesOut = longest >= f.Function.TimeoutSeconds * 1000.0 * NearTimeout;
        return share <= Bound
            ? null
            : new Recommended(
                f.Draft(
                    Info,
                    cost,
                    "Mend its failing runs",
                    $"{Wording.Number(errors.Values.Sum)} of {Wording.Number(f.Runs)} runs failed{(timesOut ? ", and some reached the time limit" : "")}."
                ) with
                {
                    Action = ActionKind.Review,
                    MonthlySaving = cost.Saving((decimal)share),
                    MonthlySavingAtList = null,
                    Confidence = 0.5,
                    Effort = Effort.Medium,
                    Evidence =
                    [
                        new("Failed runs", Wording.Percent(share * 100), "10 % or less")
                        {
                            Days = [.. errors.Days.Select(d => d.Sum)],
                        },
                        new(
                            "Longest run",
                            longest is { } ms ? $"{Wording.Number(ms)} ms" : "not measured",
                            $"limit {f.Function.TimeoutSeconds} s"
                        ),
                    ],
                    HowTo =
                    [
                        Wording.Cli(
                            f.Function,
                            $"aws logs filter-log-events --log-group-name /aws/lambda/{f.Function.Id} --filter-pattern ERROR {{region}}"
                        ),
                    ],
                    Permissions = ["logs:FilterLogEvents"],
                    Excludes = "hours",
                }
            );
    }
}
