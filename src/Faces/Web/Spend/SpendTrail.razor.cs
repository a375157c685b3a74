using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Spend;

namespace Outlay.Web.Spend;

/// <summary>The active filters: as the way that led here, each step a link back, and as chips to take away.</summary>
public sealed partial class SpendTrail
{
    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private IReadOnlyList<(FilterCondition Condition, CostQuery Before)> Path =>
        DrillDown.Path(View.Query);

    private SpendView Start =>
        View.With(
            Path is [var first, ..] ? first.Before : View.Query with { Filter = CostFilter.All }
        );
}
