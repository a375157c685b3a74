using Microsoft.AspNetCore.Components;
using Outlay.Kernel;

namespace Outlay.Web.Charts;

/// <summary>A step of a waterfall.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Amount">The amount of a whole, or the difference that a step makes.</param>
/// <param name="IsWhole">Whether it is an amount to stand on rather than a step.</param>
public sealed record FallStep(string Name, decimal Amount, bool IsWhole = false)
{
    /// <summary>What it means, on hover.</summary>
    public string? Meaning { get; init; }
}

/// <summary>
/// From one amount to another, step by step, a line each so that it reads on a phone. It is text in itself and needs no table
/// beside it.
/// </summary>
public sealed partial class Waterfall
{
    private const decimal WorthCutting = 0.5m;
    private const decimal Margin = 0.15m;

    /// <summary>Names the list for screen readers.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The steps between the whole that begins and the whole that ends them.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<FallStep> Steps { get; set; } = [];

    /// <summary>Currency of all amounts.</summary>
    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    private decimal Low { get; set; }

    private IReadOnlyList<(decimal From, decimal To)> Spans { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var ends = new List<(decimal Start, decimal End)>();
        var level = 0m;
        foreach (var step in Steps)
        {
            var start = step.IsWhole ? 0 : level;
            level = start + step.Amount;
            ends.Add((start, level));
        }

        var (low, high) = Bounds(ends);
        var width = high == low ? 1 : high - low;
        Low = low < 0 ? 0 : low;
        Spans =
        [
            .. ends.Select(e =>
                (At(Math.Min(e.Start, e.End), low, width), At(Math.Max(e.Start, e.End), low, width))
            ),
        ];
    }

    private static decimal At(decimal amount, decimal low, decimal width) =>
        Math.Max(0, amount - low) / width;

    // Bars from zero hide steps that are small beside the whole.
    private static (decimal Low, decimal High) Bounds(List<(decimal Start, decimal End)> ends)
    {
        var levels = ends.Select(e => e.End).DefaultIfEmpty().ToList();
        var (low, high) = (levels.Min(), Math.Max(0, levels.Max()));
        if (low <= high * WorthCutting)
        {
            return (Math.Min(0, low), high);
        }

        var cut = low - ((high - low) * Margin);
        return (cut <= 0 || low == high ? 0 : cut, high);
    }

    private static string Class(FallStep step) =>
        step.IsWhole ? "fall-bar"
        : step.Amount > 0 ? "fall-bar up"
        : "fall-bar down";
}
