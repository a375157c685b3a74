using Microsoft.AspNetCore.Components;
using Outlay.Lake;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections;

/// <summary>Source against lake, for each currency: rows, billed, effective.</summary>
public sealed partial class ControlTotals
{
    /// <summary>The load.</summary>
    [Parameter, EditorRequired]
    public required Load Load { get; set; }

    private List<Line> Rows =>
        [
            .. Load.ControlTotals.SelectMany(t =>
                new[]
                {
                    new Line(
                        "Rows",
                        t.Currency,
                        Counts.Number(t.SourceRows),
                        Counts.Number(t.LakeRows),
                        t.SourceRows == t.LakeRows
                    ),
                    Amount("Billed cost", t.Currency, t.SourceBilled, t.LakeBilled),
                    Amount("Effective cost", t.Currency, t.SourceEffective, t.LakeEffective),
                }
            ),
        ];

    private static Line Amount(string name, string currency, string source, string lake) =>
        new(
            name,
            currency,
            ExactAmount.Grouped(source),
            ExactAmount.Grouped(lake),
            string.Equals(source, lake, StringComparison.Ordinal)
        );

    private sealed record Line(
        string Name,
        string Currency,
        string Source,
        string Lake,
        bool Equal
    );
}
