using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Findings;

namespace Outlay.Web.Optimization;

/// <summary>What was really saved.</summary>
public sealed partial class LedgerPage
{
    [Inject]
    private FindingBook Book { get; set; } = null!;

    private List<(Finding Finding, VerifiedSaving Saving)> Rows { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        var savings = Book.Savings();
        Rows =
        [
            .. Book.Each(new FindingQuery { State = FindingState.Done })
                .Where(f => savings.ContainsKey(f.Id))
                .Select(f => (f, savings[f.Id]))
                .OrderByDescending(r => r.Item2.Saved ?? 0),
        ];
    }

    private static string Money(decimal? amount, (Finding Finding, VerifiedSaving Saving) row) =>
        amount is { } known
            ? OptimizationLook.Amount(known, row.Finding.Recommendation.Currency)
            : "–";
}
