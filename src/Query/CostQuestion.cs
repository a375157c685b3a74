using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// A query that passed the rules, its periods turned into days: what an engine compiles. An engine numbers buckets from
/// <see cref="BucketBase"/> on, in the current range and the prior one alike.
/// </summary>
public sealed record CostQuestion
{
    /// <summary>Most buckets of a range.</summary>
    public const int MaxBuckets = 10_000;

    /// <summary>Most cells (rows by buckets) of a page.</summary>
    public const int MaxCells = 1_000_000;

    private CostQuestion(CostQuery query, DateRange range, DateRange? priorRange) =>
        (Query, Range, PriorRange) = (query, range, priorRange);

    /// <summary>The query.</summary>
    public CostQuery Query { get; }

    /// <summary>Its days.</summary>
    public DateRange Range { get; }

    /// <summary>The days to compare with; null without comparison.</summary>
    public DateRange? PriorRange { get; }

    /// <summary>First day of bucket 0.</summary>
    public DateOnly BucketBase =>
        TimeBuckets.Start(
            Query.Grain,
            PriorRange is { } prior && prior.From < Range.From ? prior.From : Range.From
        );

    /// <summary>Checks a query and fixes its days.</summary>
    public static Result<CostQuestion> Of(CostQuery query, DateOnly today)
    {
        if (CostQueryRules.Check(query) is { } problem)
        {
            return problem;
        }

        var question = new CostQuestion(
            query,
            query.Period.Resolve(today),
            query.Compare.Resolve(query.Period, today)
        );
        return CheckSize(question) is { } size ? size : question;
    }

    /// <summary>Number of the first bucket of the current range or of the prior one.</summary>
    public int FirstBucket(bool prior) =>
        TimeBuckets.Between(
            Query.Grain,
            BucketBase,
            (prior ? PriorRange : Range)?.From ?? BucketBase
        );

    private static Problem? CheckSize(CostQuestion question)
    {
        var query = question.Query;
        var buckets = TimeBuckets.Count(query.Grain, question.Range);
        if (question.PriorRange is { } prior)
        {
            buckets = Math.Max(buckets, TimeBuckets.Count(query.Grain, prior));
        }

        if (buckets > MaxBuckets)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{question.Range} by {CostWords.Grains.Of(query.Grain)} makes {buckets} points, more than {MaxBuckets}.",
                "Choose a coarser grain or fewer days.",
                "grain"
            );
        }

        var rows = query.Top ?? query.PageSize;
        return query.GroupBy.Count > 0 && (long)rows * buckets > MaxCells
            ? new Problem(
                ProblemKind.Invalid,
                $"{rows} rows of {buckets} points are more than {MaxCells} cells.",
                "Choose a coarser grain, fewer days or fewer rows.",
                "size"
            )
            : null;
    }
}
