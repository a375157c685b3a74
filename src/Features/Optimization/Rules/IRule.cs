using Outlay.Optimization.Recommendations;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules;

/// <summary>The tab of Optimization that a rule belongs to.</summary>
public enum Category
{
    /// <summary>Virtual machines.</summary>
    Compute,

    /// <summary>Containers.</summary>
    Containers,

    /// <summary>Functions.</summary>
    Serverless,

    /// <summary>Savings Plans, reservations, committed use.</summary>
    Commitment,

    /// <summary>Disks, snapshots, buckets, addresses, gateways, traffic.</summary>
    StorageAndNetwork,

    /// <summary>Databases and caches.</summary>
    Databases,
}

/// <summary>What a rule is.</summary>
/// <param name="Id">Short name that never changes, such as <c>idle-machine</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Category">Its tab.</param>
/// <param name="Summary">One or two sentences: what it looks for, with its bounds, and how the saving is found.</param>
public sealed record RuleInfo(string Id, string Title, Category Category, string Summary);

/// <summary>
/// Judges what a scan found: a pure function of the context. A rule is one file, and a line in <see cref="RuleBook"/>.
/// </summary>
public interface IRule
{
    /// <summary>What it is.</summary>
    RuleInfo Info { get; }

    /// <summary>What it finds in a scan.</summary>
    IEnumerable<Verdict> Examine(RuleContext context);
}

/// <summary>Judges the bill alone, of any cloud. One pass over the lines serves all rules of this kind.</summary>
public interface IBillRule
{
    /// <summary>What it is.</summary>
    RuleInfo Info { get; }

    /// <summary>Begins a pass.</summary>
    IBillPass Begin(RuleContext context);
}

/// <summary>One rule's pass over the lines of the bill.</summary>
public interface IBillPass
{
    /// <summary>Sees the next line; keeps only what it needs.</summary>
    void See(BillLine line);

    /// <summary>What was found after the last line.</summary>
    IEnumerable<Verdict> End();
}

/// <summary>What a rule says of a resource.</summary>
public abstract record Verdict
{
    private protected Verdict() { }
}

/// <summary>A change would save money.</summary>
/// <param name="Recommendation">The change.</param>
public sealed record Recommended(Recommendation Recommendation) : Verdict;

/// <summary>Too little is known to say anything; it is shown, and never taken for idle.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Subject">The resource.</param>
/// <param name="Reason">What is missing.</param>
public sealed record InsufficientData(string Rule, Subject Subject, string Reason) : Verdict;
