using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Purchases;

namespace Outlay.Web.Optimization;

/// <summary>The hours that a plan could cover, with a line that a person drags to see what another commitment would do.</summary>
public sealed partial class CommitmentLine
{
    private const int Height = 180;
    private const int MostBars = 360;

    /// <summary>The use.</summary>
    [Parameter, EditorRequired]
    public CommitmentReport Report { get; set; } = null!;

    /// <summary>The plan.</summary>
    [Parameter, EditorRequired]
    public PlanChoice Plan { get; set; } = null!;

    /// <summary>Where the line stands at first.</summary>
    [Parameter, EditorRequired]
    public PlanPoint Point { get; set; } = null!;

    private string Id =>
        "commit-"
        + string.Concat($"{Report.Provider}{Report.Currency}".Where(char.IsAsciiLetterOrDigit));

    private double Top => Math.Max(1e-9, Report.Hours.Max());

    // A bar stands for one or more hours, by the mean of them.
    private List<double> Bars
    {
        get
        {
            var size = Math.Max(1, (int)Math.Ceiling((double)Report.Hours.Count / MostBars));
            return [.. Report.Hours.Chunk(size).Select(c => c.Average() / Top * Height)];
        }
    }

    /// <summary>On-demand cost that a unit of commitment covers while all of it is used, taken from the beginning of the curve.</summary>
    private double Reach
    {
        get
        {
            var first = Plan.Curve.FirstOrDefault(p => p.Hourly > 0);
            return first is null ? 1 : 1 + Math.Max(0, first.MonthlySaving / 730 / first.Hourly);
        }
    }

    private double PixelsOfUnit => Reach / Top * Height;

    private double LineY => Math.Max(0, Height - Point.Hourly * PixelsOfUnit);

    // A commitment of one's own may be more than any hour could use.
    private IReadOnlyList<PlanPoint> Curve =>
        Point.Hourly > Plan.Curve[^1].Hourly ? [.. Plan.Curve, Point] : Plan.Curve;

    private string Points =>
        JsonSerializer.Serialize(
            Curve.Select(p =>
                new[]
                {
                    Math.Round(p.Hourly, 4),
                    Math.Round(p.MonthlySaving, 2),
                    Math.Round(p.Coverage, 4),
                    Math.Round(p.Utilisation, 4),
                }
            )
        );

    private string Sentence =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"On-demand cost of {Report.Hours.Count} hours, {Report.Hours.Min():0.##} to {Top:0.##} {Report.Currency} an hour; the commitment shown is {Point.Hourly:0.###}."
        );

    private static string Percent(double share) => OptimizationLook.Percent(share);

    private static string Text(double number) =>
        number.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Px(double number) =>
        number.ToString("0.###", CultureInfo.InvariantCulture);
}
