using Microsoft.AspNetCore.Components;
using Outlay.Alerts;

namespace Outlay.Web.Overview;

/// <summary>The most urgent alerts that nobody has taken note of.</summary>
public sealed partial class AlertList
{
    private const int Shown = 5;

    /// <summary>Class of the card.</summary>
    [Parameter]
    public string? Class { get; set; }

    [Inject]
    private AlertBook Book { get; set; } = null!;

    private List<Alert> Open => [.. Book.Open().Where(a => a.AcknowledgedAt is null)];
}
