using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Purchases;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>How commitments do, what is held, and what could be bought, cloud by cloud.</summary>
public sealed partial class CommitmentCards
{
    private const int MostPlans = 12;
    private const int MostReservations = 16;

    [Inject]
    private FindingBook Book { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    private IReadOnlyList<CommitmentReport> Reports => Book.LastAnalysis?.Commitments ?? [];

    private static IReadOnlyList<(string Name, string Label)> Ways { get; } =
    [
        ("Compute plan, 1 year, no upfront", "Compute plan, 1 year"),
        ("EC2 Instance plan, 1 year, no upfront", "EC2 plan, 1 year"),
        ("Compute plan, 3 years, no upfront", "Compute plan, 3 years"),
        ("EC2 Instance plan, 3 years, no upfront", "EC2 plan, 3 years"),
    ];

    private PlanChoice? Chosen(CommitmentReport report)
    {
        var asked = Context.Parameters.LastOrDefault(p => p.Key == "plan").Value;
        return report.Choices.FirstOrDefault(c => c.Name == asked)
            ?? report.Choices.FirstOrDefault(c => c.Years == 1)
            ?? (report.Choices is [var first, ..] ? first : null);
    }

    private static List<PlanChoice> Table(CommitmentReport report) =>
        [
            .. report
                .Choices.OrderBy(c => c.Years)
                .ThenByDescending(c => c.PoorSaving)
                .Take(MostPlans),
        ];

    private static TypeWay? Way(TypeChoice type, string name) =>
        type.Ways.FirstOrDefault(w => w.Name == name);

    private static List<ReservationChoice> ReservationsOf(CommitmentReport report) =>
        [.. report.Reservations.Take(MostReservations)];

    // Sizes of Azure and Google Cloud go by their processors.
    private static string Unit(ReservationChoice choice) =>
        choice.Unit.Contains("{n}", StringComparison.Ordinal)
            ? $"processor of {choice.Unit.Replace("-{n}", "", StringComparison.Ordinal).Replace("{n}", "…", StringComparison.Ordinal)}"
            : choice.Unit;

    private static string Upfront(ReservationChoice choice, CommitmentReport report) =>
        choice.Upfront > 0 ? $"{Money(choice.Upfront, report)} upfront" : "no upfront";

    private static string DiscountWords(CommitmentReport report) =>
        report.ListedShare > 0
            ? $"Of {Share(report.ListedShare)} of the use your price lists tell the discounts; the others are typical ones. Confirm with a quote."
            : "Discounts are typical list ones, as no price list tells them; confirm with a quote.";

    private static string Anchor(CommitmentReport report) =>
        "commitments-"
        + string.Concat($"{report.Provider}{report.Currency}".Where(char.IsAsciiLetterOrDigit));

    private static string Money(double amount, CommitmentReport report) =>
        OptimizationLook.Amount((decimal)amount, report.Currency);

    private static string Rate(double amount) =>
        amount.ToString("0.0000", CultureInfo.InvariantCulture);

    private static string Share(double share) => Share((decimal?)(decimal)share);

    private static string Share(decimal? share) => share is { } known ? Amounts.Share(known) : "–";
}
