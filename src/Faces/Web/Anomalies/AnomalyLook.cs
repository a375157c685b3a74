using System.Globalization;
using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Watch;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Spend;
using Outlay.Web.Spend.Changes;

namespace Outlay.Web.Anomalies;

/// <summary>Anomalies as words, colours and links.</summary>
internal static class AnomalyLook
{
    private const int Week = 7;
    private const double FarBeyond = 100;

    /// <summary>Its name with the last part of a resource's identifier, which is what people know it by.</summary>
    public static string Short(Anomaly anomaly) =>
        anomaly is { Level: "resource", Path: [.., { Value: { } id }] }
            ? string.Join(
                " · ",
                anomaly.Path.SkipLast(1).Select(p => p.Value ?? "none").Append(LastPart(id))
            )
            : anomaly.Name;

    private static string LastPart(string id)
    {
        var at = id.TrimEnd('/').LastIndexOfAny(['/', ':']);
        return at < 0 ? id : id[(at + 1)..];
    }

    public static Tone Tone(Anomaly anomaly) =>
        anomaly.State is AnomalyState.Expected or AnomalyState.Resolved ? Components.Tone.Plain
        : anomaly.Direction < 0 ? Components.Tone.Info
        : anomaly.IsRunning ? Components.Tone.Bad
        : Components.Tone.Warn;

    public static string Words(AlertKind kind) =>
        kind switch
        {
            AlertKind.Spike => "Spike",
            AlertKind.Drop => "Drop",
            AlertKind.Shift => "New level",
            AlertKind.Drift => "Slow drift",
            AlertKind.NewCost => "New cost",
            _ => kind.ToString(),
        };

    public static string Words(Anomaly anomaly) =>
        anomaly.State switch
        {
            AnomalyState.Acknowledged => "Noted",
            AnomalyState.Expected => $"Expected until {Dates.Day(anomaly.ExpectedUntil!.Value)}",
            AnomalyState.Resolved => anomaly.Reason switch
            {
                AnomalyReason.FalseAlarm => "False alarm",
                AnomalyReason.NewNormal => "New normal",
                _ => "Fixed",
            },
            _ => anomaly.IsRunning ? "Runs" : "Over",
        };

    public static string Amount(double amount, Currency currency) =>
        Amounts.Short((decimal)amount, currency);

    public static string Difference(Anomaly anomaly) =>
        Amounts.ShortDifference((decimal)anomaly.Excess, anomaly.Currency);

    public static string Percent(Anomaly anomaly) =>
        anomaly.Expected * FarBeyond < anomaly.Actual
            ? "new"
            : Amounts.Change((decimal)(anomaly.Excess / anomaly.Expected));

    public static string Share(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    /// <summary>An estimate to the cent, as far as a decimal holds it.</summary>
    public static decimal Cents(double? amount) =>
        decimal.Round((decimal)Math.Clamp(amount ?? 0, -1e15, 1e15), 2);

    /// <summary>Spend with what was first seen, since its first day.</summary>
    public static string SpendHref(FirstSeen seen, DateOnly today) =>
        new SpendView(
            seen.Query(today) with
            {
                GroupBy = [Dimensions.NextDrill(seen.Dimension) ?? SpendView.DefaultSplit],
                Compare = Comparison.None,
            }
        ).Href;

    public static string Href(Anomaly anomaly) => $"/budgets/anomalies/{anomaly.Id}";

    /// <summary>What changed in the anomaly's scope on its days, weekday for weekday.</summary>
    public static string ChangesHref(Anomaly anomaly)
    {
        var days = DateRange.Inclusive(anomaly.Start, anomaly.End);
        var back = (days.Days + Week - 1) / Week * Week;
        return ChangesLook.Href(
            new SpendView(
                anomaly.Query(days) with
                {
                    GroupBy = [new("SkuMeter")],
                    Compare = new(
                        ComparisonKind.Custom,
                        new DateRange(days.From.AddDays(-back), days.To.AddDays(-back))
                    ),
                }
            )
        );
    }

    /// <summary>Spend with the anomaly's scope on its days, against as many days before.</summary>
    public static string SpendHref(Anomaly anomaly) =>
        new SpendView(
            anomaly.Query(DateRange.Inclusive(anomaly.Start, anomaly.End)) with
            {
                GroupBy = [SpendView.DefaultSplit],
                Compare = Comparison.Prior,
            }
        ).Href;
}
