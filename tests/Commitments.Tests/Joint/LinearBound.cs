using Google.OrTools.LinearSolver;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Tests.Joint;

/// <summary>
/// The linear program that hands out use to plans as cheaply as money allows: no bill can cost less. Commitments of offers are free, those of
/// standing plans fixed.
/// </summary>
internal static class LinearBound
{
    public static double Of(IReadOnlyList<UsageLine> lines, IReadOnlyList<Plan> offers)
    {
        using var solver = Solver.CreateSolver("GLOP");
        var hours = lines[0].OnDemand.Length;
        var objective = solver.Objective();
        objective.SetMinimization();
        var commitments = offers.Select(p => solver.MakeNumVar(0, 1e9, p.Id)).ToList();
        foreach (var commitment in commitments)
        {
            objective.SetCoefficient(commitment, hours);
        }

        var onDemand = 0.0;
        for (var hour = 0; hour < hours; hour++)
        {
            var used = commitments.ConvertAll(c =>
            {
                var row = solver.MakeConstraint(double.NegativeInfinity, 0);
                row.SetCoefficient(c, -1);
                return row;
            });
            foreach (var line in lines.Where(l => l.OnDemand[hour] > 0))
            {
                onDemand += line.OnDemand[hour];
                var once = solver.MakeConstraint(double.NegativeInfinity, 1);
                for (var plan = 0; plan < offers.Count; plan++)
                {
                    if (offers[plan].RateOf(line) is { } rate)
                    {
                        var part = solver.MakeNumVar(0, 1, "");
                        objective.SetCoefficient(part, -line.OnDemand[hour]);
                        used[plan].SetCoefficient(part, line.OnDemand[hour] * rate.Share);
                        once.SetCoefficient(part, 1);
                    }
                }
            }
        }

        solver.Solve().ShouldBe(Solver.ResultStatus.OPTIMAL);
        return onDemand + objective.Value();
    }
}
