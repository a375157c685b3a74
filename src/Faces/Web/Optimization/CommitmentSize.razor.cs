using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Optimization.Purchases;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>A plan at the size that a person asks for, at once or in parts; what is asked stands in the address.</summary>
public sealed partial class CommitmentSize
{
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "plan",
        "for",
        "size",
        "amount",
        "parts",
        "page",
    };

    /// <summary>The use.</summary>
    [Parameter, EditorRequired]
    public CommitmentReport Report { get; set; } = null!;

    /// <summary>The plan.</summary>
    [Parameter, EditorRequired]
    public PlanChoice Plan { get; set; } = null!;

    /// <summary>Id of the card, which tells this provider's sizes from those of others.</summary>
    [Parameter, EditorRequired]
    public string Anchor { get; set; } = "";

    [Inject]
    private PageContext Context { get; set; } = null!;

    private static IReadOnlyList<(SizeBy By, string Label)> Sizes { get; } =
    [
        (SizeBy.Saving, "Largest expected saving"),
        (SizeBy.Regret, "Least regret if use falls"),
        (SizeBy.Coverage, "A coverage, percent"),
        (SizeBy.Hourly, "An amount an hour"),
    ];

    private SizeWish Wish { get; set; } = SizeWish.AsAdvised;

    private SizedPlan Sized { get; set; } = null!;

    private Problem? Problem { get; set; }

    private bool IsAsked => Asked("for") == Anchor;

    private IEnumerable<KeyValuePair<string, string>> Kept =>
        Context.Parameters.Where(p => !Own.Contains(p.Key));

    private IReadOnlyList<Purchase> Purchases
    {
        get
        {
            var together = 0.0;
            return
            [
                .. Sized.Parts.Select(p => new Purchase(
                    p.Start,
                    p.Expiry,
                    p.HourlyCommitment,
                    together += p.HourlyCommitment
                )),
            ];
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var read = IsAsked
            ? SizeWish.Read(Asked("size"), Asked("amount"), Asked("parts"))
            : SizeWish.AsAdvised;
        Problem = read.IsOk ? null : read.Problem;
        Wish = read.IsOk ? read.Value : SizeWish.AsAdvised;
        Sized = SizedPlan.Of(Report, Plan, Wish, Context.Today);
    }

    private string? Asked(string name) =>
        Context.Parameters.LastOrDefault(p => p.Key == name).Value;

    private string? Typed(string name) => IsAsked ? Asked(name) : null;

    private bool IsParts(string parts) =>
        (Typed("parts") is { Length: > 0 } typed ? typed : "1") == parts;

    private IReadOnlyList<Way> Ways(FirstYear inParts) =>
        [new("All at once", Sized.AtOnce), new($"In {Wish.Parts} parts", inParts)];

    private static string Word(SizeBy by) => by.ToString().ToLowerInvariant();

    private string Money(double amount) =>
        OptimizationLook.Amount((decimal)amount, Report.Currency);

    private static string Share(double share) => OptimizationLook.Percent(share);

    private sealed record Purchase(DateOnly Start, DateOnly Expiry, double Hourly, double Together);

    private sealed record Way(string Name, FirstYear Year);
}
