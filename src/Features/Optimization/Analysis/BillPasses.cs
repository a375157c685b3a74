using Outlay.Optimization.Rules;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Analysis;

/// <summary>Shows the lines of the bill to all rules that judge it; a rule that fails is named, and the others go on.</summary>
internal sealed class BillPasses
{
    private readonly List<(RuleInfo Rule, IBillPass Pass)> _passes = [];
    private readonly List<string> _problems = [];

    public BillPasses(RuleContext context)
    {
        foreach (var rule in RuleBook.Billed.Where(r => context.Settings.IsOn(r.Info)))
        {
            Guard(rule.Info, () => _passes.Add((rule.Info, rule.Begin(context))));
        }
    }

    public IReadOnlyList<string> Problems => _problems;

    public void See(BillLine line)
    {
        for (var i = _passes.Count - 1; i >= 0; i--)
        {
            var (rule, pass) = _passes[i];
            if (!Guard(rule, () => pass.See(line)))
            {
                _passes.RemoveAt(i);
            }
        }
    }

    public IEnumerable<(RuleInfo Rule, Verdict Verdict)> End()
    {
        var all = new List<(RuleInfo, Verdict)>();
        foreach (var (rule, pass) in _passes)
        {
            Guard(rule, () => all.AddRange(pass.End().Select(v => (rule, v)).ToList()));
        }

        return all;
    }

    private bool Guard(RuleInfo rule, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            _problems.Add($"The rule {rule.Title} failed and was left out: {e.Message}");
            return false;
        }
    }
}
