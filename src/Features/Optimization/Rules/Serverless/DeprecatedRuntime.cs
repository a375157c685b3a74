using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Serverless;

/// <summary>Functions on a runtime that its provider no longer looks after, or soon will not.</summary>
internal sealed class DeprecatedRuntime : IRule
{
    private const int DaysAhead = 90;

    /// <summary>
    /// Runtimes of Lambda with the day on which they were or will be deprecated, as AWS publishes them in its guide, "Lambda runtimes".
    /// Those on Amazon Linux 2 are left out: AWS has moved their days before.
    /// </summary>
    private static readonly Dictionary<string, DateOnly> Ends = new(StringComparer.Ordinal)
    {
        ["dotnet6"] = new(2024, 12, 20),
        ["dotnet8"] = new(2026, 11, 10),
        ["dotnetcore3.1"] = new(2023, 4, 3),
        ["go1.x"] = new(2024, 1, 8),
        ["java8"] = new(2024, 1, 8),
        ["nodejs12.x"] = new(2023, 3, 31),
        ["nodejs14.x"] = new(2023, 12, 4),
        ["nodejs16.x"] = new(2024, 6, 12),
        ["nodejs18.x"] = new(2025, 9, 1),
        ["nodejs20.x"] = new(2026, 4, 30),
        ["nodejs22.x"] = new(2027, 4, 30),
        ["provided"] = new(2024, 1, 8),
        ["python2.7"] = new(2021, 7, 15),
        ["python3.6"] = new(2022, 7, 18),
        ["python3.7"] = new(2023, 12, 4),
        ["python3.8"] = new(2024, 10, 14),
        ["python3.9"] = new(2025, 12, 15),
        ["ruby2.7"] = new(2023, 12, 7),
        ["ruby3.2"] = new(2026, 3, 31),
        ["ruby3.3"] = new(2027, 3, 31),
    };

    private static readonly (string Language, string Runtime)[] Successors =
    [
        ("dotnet", "dotnet10"),
        ("go", "provided.al2023"),
        ("java", "java25"),
        ("nodejs", "nodejs24.x"),
        ("provided", "provided.al2023"),
        ("python", "python3.14"),
        ("ruby", "ruby3.4"),
    ];

    public RuleInfo Info { get; } =
        new(
            "deprecated-runtime",
            "Deprecated runtime",
            Category.Serverless,
            "The runtime is deprecated, or will be within 90 days: no more security updates, and soon its functions can no longer be changed. It is upkeep and saves nothing."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        var today = DateOnly.FromDateTime(context.Now.UtcDateTime);
        foreach (var f in FunctionFacts.All(context))
        {
            if (
                f.Function is { Provider: "AWS", IsImage: false, Runtime: { } runtime }
                && Ends.TryGetValue(runtime, out var end)
                && end <= today.AddDays(DaysAhead)
            )
            {
                yield return Found(f, runtime, end, today);
            }
        }
    }

    private Recommended Found(FunctionFacts f, string runtime, DateOnly end, DateOnly today)
    {
        var successor = Array
            .Find(Successors, s => runtime.StartsWith(s.Language, StringComparison.Ordinal))
            .Runtime;
        var rate = f.Rate(f.Function.Architecture);
        var cost =
            f.Cost
            ?? new ResourceCost(
                0m,
                rate?.Currency ?? "USD",
                rate?.Source ?? PriceSource.List,
                0m,
                null
            );
        return new Recommended(
            f.Draft(
                Info,
                cost,
                $"Move it from {runtime} to {successor}",
                end <= today
                    ? $"{runtime} is deprecated since {end:yyyy-MM-dd}: it gets no security updates, and its functions can soon no longer be changed."
                    : $"{runtime} will be deprecated on {end:yyyy-MM-dd}, in {end.DayNumber - today.DayNumber} days."
            ) with
            {
                Action = ActionKind.Upgrade,
                IsUpkeep = true,
                Current = runtime,
                Proposed = successor,
                MonthlySaving = 0m,
                MonthlySavingAtList = null,
                Confidence = 1,
                Risk = 2,
                Effort = Effort.High,
                Evidence =
                [
                    new(
                        "Runtime",
                        runtime,
                        $"deprecated {(end <= today ? "since" : "from")} {end:yyyy-MM-dd}"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        f.Function,
                        $"aws lambda update-function-configuration --function-name {f.Function.Id} --runtime {successor} {{region}}"
                    ),
                ],
                Permissions = ["lambda:UpdateFunctionConfiguration"],
                Excludes = "upkeep",
            }
        );
    }
}
