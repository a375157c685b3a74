namespace Outlay.Commitments.Laddering;

/// <summary>The days around which most of a portfolio expires.</summary>
/// <param name="Share">Largest share of the commitment that expires within 30 days.</param>
/// <param name="From">First of these days; null without commitments.</param>
public sealed record ExpiryCliff(double Share, DateOnly? From)
{
    private const int Days = 30;

    /// <summary>A portfolio is laddered well while no 30 days take more than a quarter of it.</summary>
    public const double Limit = 0.25;

    /// <summary>Whether more expires at once than should.</summary>
    public bool IsSteep => Share > Limit;

    /// <summary>Finds the days; windows that start with an expiry suffice.</summary>
    public static ExpiryCliff Of(IReadOnlyList<Tranche> portfolio)
    {
        var total = portfolio.Sum(t => t.HourlyCommitment);
        return total <= 0
            ? new(0, null)
            : portfolio
                .Select(t => t.Expiry)
                .Distinct()
                .Select(from => new ExpiryCliff(
                    portfolio
                        .Where(t => t.Expiry >= from && t.Expiry < from.AddDays(Days))
                        .Sum(t => t.HourlyCommitment) / total,
                    from
                ))
                .OrderByDescending(c => c.Share)
                .ThenBy(c => c.From)
                .First();
    }
}
