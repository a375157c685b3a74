using Microsoft.AspNetCore.Components;
using Outlay.Query;

namespace Outlay.Web.Spend;

/// <summary>The dimensions as options of a select: the common ones first, then by group, the lake's tags and extra columns last.</summary>
public sealed partial class DimensionOptions
{
    private const string Common = "Common";

    /// <summary>What the lake holds.</summary>
    [Parameter, EditorRequired]
    public LakeFacts Facts { get; set; } = null!;

    /// <summary>The chosen one.</summary>
    [Parameter]
    public Dimension? Selected { get; set; }

    private IEnumerable<IGrouping<string, DimensionInfo>> Groups
    {
        get
        {
            var tags = Facts.TagKeys.Select(Dimension.Tag);
            var extra = Facts.ExtraColumns.Select(c => new Dimension(c));
            var known = Dimensions
                .All.Concat(tags.Concat(extra).Select(Dimensions.Describe))
                .ToList();
            // One from an old address may not be in the lake any more.
            if (Selected is { } chosen && !known.Exists(i => i.Dimension == chosen))
            {
                known.Add(Dimensions.Describe(chosen));
            }

            return known
                .OrderByDescending(i => i.IsCommon)
                .ThenBy(i => i.Group)
                .GroupBy(i => i.IsCommon ? Common : i.Group.ToString(), StringComparer.Ordinal);
        }
    }
}
