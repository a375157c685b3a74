using Outlay.Commitments.Plans;
using Outlay.Commitments.SinglePlan;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Advice;

/// <summary>A course of hours with an offer in its place.</summary>
internal readonly record struct Course(OfferInPlace Place, double Weight);

/// <summary>The hours that a question is answered on.</summary>
internal sealed class Outlook
{
    private readonly PurchaseQuestion _question;

    public Outlook(PurchaseQuestion question)
    {
        _question = question;
        Lines = LevelledUse.Of(question.Lines, question.Covers);
        Hours = Lines[0].OnDemand.Length;
        Hash = InputHash.Of(question);
    }

    public IReadOnlyList<UsageLine> Lines { get; }

    public int Hours { get; }

    public string Hash { get; }

    /// <summary>The past with all hours alike.</summary>
    public OfferInPlace Past(Plan offer) => new(Lines, _question.Existing, offer, null);

    /// <summary>
    /// What may come, by weights that add up to 1 for an hour: scenarios as they are, or the past by its recency with the likely falls.
    /// </summary>
    public IReadOnlyList<Course> Future(Plan offer)
    {
        if (_question.Scenarios.Count > 0)
        {
            var all = _question.Scenarios.Sum(s => s.Weight);
            return
            [
                .. _question.Scenarios.Select(s => new Course(
                    new OfferInPlace(s.Lines, _question.Existing, offer, null),
                    s.Weight / all / s.Lines[0].OnDemand.Length
                )),
            ];
        }

        var weights = Recency();
        var place = new OfferInPlace(Lines, _question.Existing, offer, weights);
        var sum = _question.Falls.Sum(f => f.Weight) * weights.Sum();
        return
        [
            .. _question.Falls.Select(f => new Course(place.Times(1 - f.Share), f.Weight / sum)),
        ];
    }

    private double[] Recency()
    {
        var weights = new double[Hours];
        for (var hour = 0; hour < Hours; hour++)
        {
            var age = (Hours - 1 - hour) / 24.0;
            weights[hour] = _question.HalfLifeDays is { } half ? Math.Pow(0.5, age / half) : 1;
        }

        return weights;
    }
}
