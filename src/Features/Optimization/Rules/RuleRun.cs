using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules;

/// <summary>Asks all rules that judge scans. A rule that fails is named, and the others go on.</summary>
public static class RuleRun
{
    /// <summary>Runs the rules that are switched on.</summary>
    public static RuleRunResult Scans(RuleContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var verdicts = new List<(RuleInfo, Verdict)>();
        var problems = new List<string>();
        foreach (var rule in RuleBook.Scanned.Where(r => context.Settings.IsOn(r.Info)))
        {
            try
            {
                verdicts.AddRange(
                    rule.Examine(context).Select(v => (rule.Info, Worded(v))).ToList()
                );
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                problems.Add($"The rule {rule.Info.Title} failed and was left out: {e.Message}");
            }
        }

        return new RuleRunResult(verdicts, problems);
    }

    // Rules name the permissions of a change as AWS does.
    private static Verdict Worded(Verdict verdict) =>
        verdict is Recommended { Recommendation: var r }
            ? new Recommended(
                r with
                {
                    Permissions = ChangePermissions.Of(r.Subject.Provider, r.Permissions),
                }
            )
            : verdict;
}

/// <summary>What rules say.</summary>
/// <param name="Verdicts">The verdicts, each with its rule.</param>
/// <param name="Problems">Rules that failed, in sentences.</param>
public sealed record RuleRunResult(
    IReadOnlyList<(RuleInfo Rule, Verdict Verdict)> Verdicts,
    IReadOnlyList<string> Problems
);
