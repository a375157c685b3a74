namespace Outlay.Anomalies.Changes;

/// <summary>One of the causes that a change is split into, with the words that every face uses.</summary>
/// <param name="Key">Its word in JSON and CSV.</param>
/// <param name="Name">Its name on pages.</param>
/// <param name="Meaning">What it means, in a sentence.</param>
/// <param name="Of">Its part of a change.</param>
public sealed record ChangeCause(
    string Key,
    string Name,
    string Meaning,
    Func<ChangeParts, decimal> Of
)
{
    /// <summary>All causes in the order in which they are shown; their parts add up to the change.</summary>
    public static IReadOnlyList<ChangeCause> All { get; } =
    [
        new("new", "New", "SKUs that only the later period has.", p => p.New),
        new("gone", "Gone", "SKUs that only the earlier period has.", p => p.Gone),
        new("usage", "Usage", "More or less was used, at the earlier price.", p => p.Usage),
        new("mix", "Mix", "Use moved between cheaper and dearer SKUs of a service.", p => p.Mix),
        new("listPrice", "Public price", "The public price changed.", p => p.ListPrice),
        new(
            "discount",
            "Negotiated discount",
            "The discount on the public price changed.",
            p => p.NegotiatedDiscount
        ),
        new(
            "commitment",
            "Commitments",
            "Savings Plans, reservations and committed use saved more or less, or cost more or less.",
            p => p.CommitmentEffect
        ),
        new("credits", "Credits", "Credits and refunds changed.", p => p.Credits),
        new("tax", "Tax", "Taxes changed.", p => p.Tax),
        new("oneOff", "One-off", "One-time purchases, adjustments and corrections.", p => p.OneOff),
    ];

    /// <summary>The cause with the largest part; null when nothing changed.</summary>
    public static ChangeCause? Largest(ChangeParts parts)
    {
        var largest = All.MaxBy(c => Math.Abs(c.Of(parts)))!;
        return largest.Of(parts) == 0 ? null : largest;
    }
}
