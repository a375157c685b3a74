using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Connections;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections;

/// <summary>Totals and first charges of a file as a column map reads it.</summary>
public sealed partial class MapPreview
{
    /// <summary>What the map makes of the file.</summary>
    [Parameter]
    [EditorRequired]
    public MapTrial Trial { get; set; } = null!;

    /// <summary>What the file should add up to; null to compare nothing.</summary>
    [Parameter]
    public decimal? ControlTotal { get; set; }

    private IReadOnlyList<PreviewRow> Rows => [.. Trial.Rows.Select(r => new PreviewRow(r))];

    private IReadOnlyList<PreviewTotal> Totals
    {
        get
        {
            var periods = Trial
                .Totals.Totals.Select(t => new PreviewTotal(
                    Dates.Month(t.Period),
                    t.Total.Rows,
                    ExactAmount.Grouped(t.Total.Billed),
                    t.Total.Currency,
                    null
                ))
                .ToList();
            var sums = Trial
                .Totals.Totals.GroupBy(t => t.Total.Currency, StringComparer.Ordinal)
                .Select(g => new PreviewTotal(
                    "All",
                    g.Sum(t => t.Total.Rows),
                    ExactAmount.Grouped(
                        Sum(g.Select(t => t.Total.Billed)).ToString(CultureInfo.InvariantCulture)
                    ),
                    g.Key,
                    ControlTotal is { } expected ? IsEqual(Trial, expected) : null
                ));
            return [.. periods, .. sums];
        }
    }

    /// <summary>Whether a file of one currency adds up to a sum, rounded as the sum is written.</summary>
    public static bool IsEqual(MapTrial trial, decimal expected)
    {
        var currencies = trial
            .Totals.Totals.Select(t => t.Total.Currency)
            .Distinct(StringComparer.Ordinal)
            .Count();
        return currencies == 1
            && decimal.Round(
                Sum(trial.Totals.Totals.Select(t => t.Total.Billed)),
                expected.Scale,
                MidpointRounding.AwayFromZero
            ) == expected;
    }

    private static decimal Sum(IEnumerable<string> amounts) => amounts.Sum(ExactAmount.Rounded);

    private sealed record PreviewRow(IReadOnlyList<string?> Values)
    {
        public string Text(int column) => Values[column] ?? "–";
    }

    private sealed record PreviewTotal(
        string Period,
        long Charges,
        string Billed,
        string Currency,
        bool? Equal
    );
}
