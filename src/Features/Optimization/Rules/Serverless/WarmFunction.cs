using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Serverless;

/// <summary>Functions that are kept warm and hardly used.</summary>
internal sealed class WarmFunction : IRule
{
    private const double Bound = 20;
    private const double LeastHours = 24;

    public RuleInfo Info { get; } =
        new(
            "warm-function",
            "Unused provisioned concurrency",
            Category.Serverless,
            "Provisioned concurrency of which never more than a fifth was in use. Saves what is above the most that was used, a fifth on top; all of it when none was."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var f in FunctionFacts.All(context))
        {
            foreach (var warm in f.Function.Provisioned.Where(p => p.Count > 0))
            {
                if (warm.Use is not { } use || use.Hours < LeastHours)
                {
                    yield return Draft.Unknown(
                        context,
                        f.Scan,
                        f.Function,
                        FunctionFacts.Kind,
                        Info,
                        $"Use of {warm.Version} was not measured for a day."
                    );
                }
                else if (
                    use.Values.Maximum < Bound
                    && Found(f, warm.Version, warm.Count, use.Values.Maximum) is { } found
                )
                {
                    yield return found;
                }
            }
        }
    }

    private Recommended? Found(FunctionFacts f, string version, int count, double most)
    {
        var price = f.Context.Prices.Of(
            f.Function.Provider,
            f.Function.Region,
            $"function/provisioned/{f.Function.Architecture}/gib-second"
        );
        if (price is null)
        {
            return null;
        }

        var keep = (int)Math.Ceiling(count * most / 100 * 1.2);
        var each = price.Amount * f.Function.MemoryMib / 1024m * 3600m * Month.Hours;
        var cost = new ResourceCost(each * count, price.Currency, price.Source, 0m, null);
        if (keep >= count)
        {
            return null;
        }

        var draft = f.Draft(
            Info,
            cost,
            keep == 0
                ? $"End provisioned concurrency of {version}"
                : $"Keep {keep} of {count} warm for {version}",
            $"At most {Wording.Percent(most)} of its {count} warm instances were in use."
        );
        return new Recommended(
            draft with
            {
                Subject = Of(draft.Subject, version),
                Action = ActionKind.ScaleIn,
                Current = $"{count} warm instances of {Wording.Number(f.Function.MemoryMib)} MiB",
                Proposed = $"{keep}",
                MonthlySaving = each * (count - keep),
                Confidence = 0.8,
                Effort = Effort.VeryLow,
                Evidence = [new("In use, largest", Wording.Percent(most), "below 20 %")],
                HowTo =
                [
                    Wording.Cli(
                        f.Function,
                        keep == 0
                            ? $"aws lambda delete-provisioned-concurrency-config --function-name {f.Function.Id} --qualifier {version} {{region}}"
                            : $"aws lambda put-provisioned-concurrency-config --function-name {f.Function.Id} --qualifier {version} --provisioned-concurrent-executions {keep} {{region}}"
                    ),
                ],
                Permissions =
                [
                    "lambda:PutProvisionedConcurrencyConfig",
                    "lambda:DeleteProvisionedConcurrencyConfig",
                ],
                Excludes = "storage-class",
            }
        );
    }

    // Each version is paid for by itself, beside the function's runs.
    private static Subject Of(Subject function, string version) =>
        function with
        {
            Name = $"{function.Name}:{version}",
            Label = $"{function.Label}:{version}",
            BillId = null,
        };
}
