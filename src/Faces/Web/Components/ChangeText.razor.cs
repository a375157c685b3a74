using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Web.Formatting;

namespace Outlay.Web.Components;

/// <summary>A change with its sign and a colour by polarity; the sign alone carries the meaning.</summary>
public sealed partial class ChangeText
{
    /// <summary>Relative change; null says "new". Ignored when <see cref="Amount"/> is set.</summary>
    [Parameter]
    public decimal? Ratio { get; set; }

    /// <summary>An absolute change in <see cref="Currency"/> instead of a relative one.</summary>
    [Parameter]
    public decimal? Amount { get; set; }

    /// <summary>Currency of <see cref="Amount"/>.</summary>
    [Parameter]
    public Currency Currency { get; set; }

    /// <summary>Whether up is good or bad.</summary>
    [Parameter]
    public Polarity Polarity { get; set; } = Polarity.UpIsBad;

    /// <summary>What it is compared with, on hover.</summary>
    [Parameter]
    public string? Title { get; set; }

    private int Direction => Math.Sign(Math.Round(Amount ?? Ratio ?? 0, Amount is null ? 3 : 2));

    private string Text =>
        Amount is { } amount ? Amounts.Difference(amount, Currency) : Amounts.Change(Ratio);

    private string Spoken =>
        Direction switch
        {
            > 0 => " up",
            < 0 => " down",
            _ => "",
        };

    private string Tone =>
        (Polarity, Direction) switch
        {
            (Polarity.Neutral, _) or (_, 0) => "",
            (Polarity.UpIsBad, > 0) or (Polarity.UpIsGood, < 0) => "bad",
            _ => "good",
        };
}
