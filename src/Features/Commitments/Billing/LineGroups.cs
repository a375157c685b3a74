using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Billing;

/// <summary>
/// Lines that no plan tells apart, added up: bills of the sums are bills of the lines. Makes thousands of lines the hundreds that matter.
/// </summary>
internal sealed class LineGroups
{
    private readonly double[] _usage;

    public LineGroups(IReadOnlyList<UsageLine> lines, IReadOnlyList<Plan> plans, bool traced)
    {
        Hours = lines.Count == 0 ? 0 : lines[0].OnDemand.Length;
        var found = new Dictionary<GroupKey, int>();
        var members = new List<List<int>>();
        var rates = new List<GroupRate?[]>();
        foreach (
            var line in Enumerable
                .Range(0, lines.Count)
                .OrderBy(i => lines[i].Id, StringComparer.Ordinal)
                .ThenBy(i => lines[i].Account, StringComparer.Ordinal)
        )
        {
            Check(lines[line], Hours);
            var row = Rates(lines[line], plans, traced || plans.Count > 1);
            var key = new GroupKey(row);
            if (!found.TryGetValue(key, out var group))
            {
                group = members.Count;
                found[key] = group;
                members.Add([]);
                rates.Add(row);
            }

            members[group].Add(line);
        }

        Members = members;
        ByPlan = rates;
        _usage = new double[checked(Hours * members.Count)];
        for (var group = 0; group < members.Count; group++)
        {
            foreach (var line in members[group])
            {
                Add(lines[line].OnDemand, group);
            }
        }
    }

    private LineGroups(LineGroups like, double[] usage, int hours)
    {
        Members = like.Members;
        ByPlan = like.ByPlan;
        _usage = usage;
        Hours = hours;
    }

    public int Hours { get; }

    public int Count => Members.Count;

    /// <summary>Lines of each group, by name.</summary>
    public IReadOnlyList<List<int>> Members { get; }

    /// <summary>Rate of each group under each plan.</summary>
    public IReadOnlyList<GroupRate?[]> ByPlan { get; }

    /// <summary>Use of all groups in an hour, at on-demand prices.</summary>
    public ReadOnlySpan<double> Hour(int hour) => _usage.AsSpan(hour * Count, Count);

    /// <summary>The same groups with other hours.</summary>
    public LineGroups With(double[] usage) =>
        new(this, usage, Count == 0 ? 0 : usage.Length / Count);

    /// <summary>The same groups with all use times a factor.</summary>
    public LineGroups Times(double factor) => With(Array.ConvertAll(_usage, v => v * factor));

    private void Add(double[] onDemand, int group)
    {
        for (int hour = 0, at = group; hour < onDemand.Length; hour++, at += Count)
        {
            _usage[at] += onDemand[hour];
        }
    }

    private static GroupRate?[] Rates(UsageLine line, IReadOnlyList<Plan> plans, bool ordered)
    {
        var row = new GroupRate?[plans.Count];
        for (var plan = 0; plan < row.Length; plan++)
        {
            if (plans[plan].RateOf(line) is { } rate)
            {
                var foreign = plans[plan].Owner is { } owner && owner != line.Account;

                // Under one plan the order among lines of one discount changes no sum, only what covered what.
                row[plan] = new(foreign, rate.Share, ordered ? rate.UnitRate : 0);
            }
        }

        return row;
    }

    private static void Check(UsageLine line, int hours)
    {
        if (line.OnDemand.Length != hours)
        {
            throw new ArgumentException($"Line {line.Id} has other hours than the first line.");
        }

        foreach (var value in line.OnDemand)
        {
            if (!(value >= 0) || double.IsPositiveInfinity(value))
            {
                throw new ArgumentException($"Line {line.Id} has an hour that is not 0 or more.");
            }
        }
    }
}

/// <summary>Rate of a group under a plan.</summary>
internal readonly record struct GroupRate(bool Foreign, double Share, double UnitRate);

/// <summary>Rates of a group under all plans, compared by value.</summary>
internal sealed class GroupKey(GroupRate?[] rates) : IEquatable<GroupKey>
{
    private readonly GroupRate?[] _rates = rates;

    public bool Equals(GroupKey? other) =>
        other is not null && _rates.AsSpan().SequenceEqual(other._rates);

    public override bool Equals(object? obj) => Equals(obj as GroupKey);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var rate in _rates)
        {
            hash.Add(rate);
        }

        return hash.ToHashCode();
    }
}
