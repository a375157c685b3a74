using Microsoft.AspNetCore.Components;
using Outlay.Anomalies.Changes;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend.Changes;

/// <summary>The SKUs that changed most, with quantity and unit price then and now.</summary>
public sealed partial class ChangedSkus
{
    private const int Most = 25;

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public ChangeReport Report { get; set; } = null!;

    /// <summary>The currency that is shown.</summary>
    [Parameter, EditorRequired]
    public CurrencyChange Change { get; set; } = null!;

    private IReadOnlyList<ChangedSku> Shown => [.. Change.Skus.Take(Most)];

    private string Note =>
        Change.Skus.Count > Most
            ? $"{Most} of {Counts.Number(Change.Skus.Count)}, within an account and a region; the CSV has all"
            : "within an account and a region";
}
