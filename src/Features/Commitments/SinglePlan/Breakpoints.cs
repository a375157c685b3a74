namespace Outlay.Commitments.SinglePlan;

/// <summary>
/// The levels of a commitment at which a line of some hour is used up, collected hour by hour and swept once in order:
/// <c>O(M log M)</c> for M levels.
/// </summary>
internal sealed class Breakpoints
{
    private readonly List<double> _levels = [];
    private readonly List<(double Covered, double Used)> _turns = [];
    private double _covered;
    private double _used;

    /// <summary>Weight of all hours added.</summary>
    public double Hours { get; private set; }

    /// <summary>Adds an hour: its lines in the order in which a commitment uses them up.</summary>
    public void AddHour(ReadOnlySpan<(double OnDemand, double Share)> lines, double weight)
    {
        Hours += weight;
        var level = 0.0;
        var before = 0.0;
        foreach (var (onDemand, share) in lines)
        {
            if (onDemand <= 0)
            {
                continue;
            }

            var gain = weight / share;
            Turn(level, gain - before, before == 0 ? weight : 0);
            before = gain;
            level += onDemand * share;
        }

        if (before > 0)
        {
            Turn(level, -before, -weight);
        }
    }

    /// <summary>Levels with what is covered and used up to each, from nothing on.</summary>
    public (double[] Levels, double[] Covered, double[] Used) Sweep()
    {
        var levels = _levels.ToArray();
        var turns = _turns.ToArray();
        Array.Sort(levels, turns);
        var count = 1;
        var at = new double[levels.Length + 1];
        var covered = new double[levels.Length + 1];
        var used = new double[levels.Length + 1];
        var (gain, use) = (_covered, _used);
        for (var i = 0; i < levels.Length; i++)
        {
            var step = levels[i] - at[count - 1];
            if (step > 0)
            {
                at[count] = levels[i];
                covered[count] = covered[count - 1] + (gain * step);
                used[count] = used[count - 1] + (use * step);
                count++;
            }

            gain += turns[i].Covered;
            use += turns[i].Used;
        }

        return (at[..count], covered[..count], used[..count]);
    }

    private void Turn(double level, double covered, double used)
    {
        if (level == 0)
        {
            _covered += covered;
            _used += used;
        }
        else if (covered != 0 || used != 0)
        {
            _levels.Add(level);
            _turns.Add((covered, used));
        }
    }
}
