using Microsoft.AspNetCore.Components;
using Outlay.Anomalies.Changes;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend.Changes;

/// <summary>One row for each group with the part of each cause; every row adds up to its change, every column to its total.</summary>
public sealed partial class ChangedGroups
{
    private const int Most = 100;

    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public ChangeReport Report { get; set; } = null!;

    /// <summary>The currency that is shown.</summary>
    [Parameter, EditorRequired]
    public CurrencyChange Change { get; set; } = null!;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private IReadOnlyList<ChangedGroup> Shown => [.. Change.Groups.Take(Most)];

    private string Split =>
        Report.Query.GroupBy.Count == 0
            ? "Split"
            : string.Join(" · ", Report.Query.GroupBy.Select(Dimensions.Label));

    private string Title =>
        Report.Query.GroupBy.Count == 0 ? "Causes" : $"By {Split.ToLowerInvariant()}";

    private string Note =>
        Change.Groups.Count > Most
            ? $"the {Most} largest changes of {Counts.Of(Change.Groups.Count, "group")}; the CSV has all"
            : Counts.Of(Change.Groups.Count, "group");

    private string Name(ChangedGroup row) => ChangesLook.Name(Report.Query.GroupBy, row);

    private string? Charges(ChangedGroup row, DateRange range) =>
        ChangesLook.Charges(Report, Change, row, range);

    private RenderFragment Part(decimal amount) =>
        builder =>
        {
            if (Math.Abs(amount) < ChangesLook.Visible)
            {
                builder.AddMarkupContent(0, "<span class=\"quiet\">–</span>");
                return;
            }

            builder.OpenElement(1, "span");
            builder.AddAttribute(2, "title", Amounts.Full(amount, Change.Currency));
            builder.AddContent(3, Amounts.Difference(amount, Change.Currency));
            builder.CloseElement();
        };
}
