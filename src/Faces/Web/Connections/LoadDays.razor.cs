using Microsoft.AspNetCore.Components;
using Outlay.Connections;
using Outlay.Lake;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections;

/// <summary>How fresh a load is, and which of its days look incomplete.</summary>
public sealed partial class LoadDays
{
    /// <summary>The load.</summary>
    [Parameter, EditorRequired]
    public required Load Load { get; set; }

    /// <summary>Its days.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<LoadDay> Days { get; set; } = [];

    private List<LoadDay> Odd => [.. Days.Where(d => d.Look is DayLook.Missing or DayLook.Thin)];

    private string Summary
    {
        get
        {
            var covered = Days.Count(d => d.UsageCharges > 0);
            var usage = $"Usage on {covered} of {Counts.Of(Days.Count, "day")}";
            if (Load.LastUsageDay is not { } last)
            {
                return usage;
            }

            var behind =
                DateOnly.FromDateTime(Load.PublishedAt.UtcDateTime).DayNumber - last.DayNumber;
            return last < Load.Period.End.AddDays(-1)
                ? $"{usage}, the last on {Dates.Day(last)}: {Counts.Of(Math.Max(0, behind), "day")} behind when it was loaded"
                : $"{usage}, to the end of the month";
        }
    }

    private static string Title(LoadDay day) =>
        $"{Dates.Day(day.Day)}, {Counts.Of(day.UsageCharges, "usage charge")} of {Counts.Of(day.Charges, "charge")}, {Word(day.Look)}";

    private static string Word(DayLook look) =>
        look switch
        {
            DayLook.Full => "complete by the look of it",
            DayLook.Thin => "far fewer than on other days",
            DayLook.Missing => "missing",
            _ => "not delivered",
        };
}
