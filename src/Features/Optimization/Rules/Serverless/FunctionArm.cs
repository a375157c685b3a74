using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Serverless;

/// <summary>Functions that cost less on ARM processors.</summary>
internal sealed class FunctionArm : IRule
{
    private static readonly string[] Unfit =
    [
        "go1.x",
        "java8",
        "provided",
        "python2.7",
        "python3.6",
        "python3.7",
        "nodejs10.x",
        "dotnetcore2.1",
    ];

    public RuleInfo Info { get; } =
        new(
            "function-arm",
            "ARM function",
            Category.Serverless,
            "Its runtime is there for ARM, whose time costs a fifth less. Native libraries must be built for it."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        context.Settings.ProposeArm
            ? FunctionFacts
                .All(context)
                .Where(f =>
                    f.Function is { Architecture: "x86_64", IsImage: false, Runtime: { } runtime }
                    && !Unfit.Contains(runtime)
                )
                .Select(Judge)
                .OfType<Verdict>()
            : [];

    private Recommended? Judge(FunctionFacts f)
    {
        if (
            f is not { Cost: { } cost }
            || f.Rate("x86_64") is not { } now
            || f.Rate("arm64") is not { } then
            || then.Amount >= now.Amount
        )
        {
            return null;
        }

        var share = 1 - then.Amount / now.Amount;
        return new Recommended(
            f.Draft(
                Info,
                cost,
                "Run it on ARM processors",
                $"Time on ARM costs {Wording.Share(share)} less, and {f.Function.Runtime} is there for it."
            ) with
            {
                Action = ActionKind.MigrateToArm,
                Current = $"x86, {f.Function.Runtime}",
                Proposed = $"ARM, {f.Function.Runtime}",
                MonthlySaving = cost.Saving(share),
                MonthlySavingAtList = cost.AtList * share,
                Confidence = 0.6,
                Risk = 1,
                Effort = Effort.Low,
                Evidence =
                [
                    new("Runs in the window", Wording.Number(f.Runs)),
                    new("Price on ARM", $"{Wording.Share(share)} less", then.Note),
                ],
                HowTo =
                [
                    new HowTo("Terraform", "architectures = [\"arm64\"]"),
                    Wording.Cli(
                        f.Function,
                        $"aws lambda update-function-code --function-name {f.Function.Id} --architectures arm64 --zip-file fileb://function.zip {{region}}"
                    ),
                ],
                Permissions = ["lambda:UpdateFunctionCode"],
                Excludes = "purchase",
            }
        );
    }
}
