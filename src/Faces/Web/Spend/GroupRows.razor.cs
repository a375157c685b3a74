using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Web.Components;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend;

/// <summary>One row for each group: cost, share, comparison, change.</summary>
public sealed partial class GroupRows
{
    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public CostTable Table { get; set; } = null!;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private static string Share(decimal cost, CostTotal total) =>
        total.Cost == 0 ? "–" : Amounts.Share(cost / total.Cost);

    private static RenderFragment Percent(decimal cost, decimal? prior) =>
        builder =>
        {
            if (cost == 0 && prior is null or 0)
            {
                builder.AddContent(0, "–");
                return;
            }

            builder.OpenComponent<ChangeText>(1);
            builder.AddComponentParameter(
                2,
                nameof(ChangeText.Ratio),
                prior is null or 0 ? null : (cost - prior) / Math.Abs(prior.Value)
            );
            builder.CloseComponent();
        };
}
