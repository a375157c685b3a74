using System.Globalization;
using Outlay.Forecast.Scenarios;
using Outlay.Kernel;

namespace Outlay.Web.Budgets;

/// <summary>What is planned, as the address says it.</summary>
internal sealed record ForecastPlan(
    DateOnly From,
    string? GrowthText,
    string? OnceText,
    string? CoverText,
    string? DiscountText
)
{
    private const double Hundred = 100;
    private readonly List<ScenarioEvent> _events = [];

    /// <summary>The plans, in the order in which they take effect.</summary>
    public IReadOnlyList<ScenarioEvent> Events => _events;

    /// <summary>What is wrong with them; what is right counts all the same.</summary>
    public Problem? Problem { get; private set; }

    public static ForecastPlan Read(
        IEnumerable<KeyValuePair<string, string>> parameters,
        DateOnly today
    )
    {
        var given = parameters
            .Where(p => p.Value.Length > 0)
            .GroupBy(p => p.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        var from =
            given.TryGetValue("planFrom", out var text)
            && DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
                ? day
                : today.AddDays(1);
        var plan = new ForecastPlan(
            from,
            given.GetValueOrDefault("growth"),
            given.GetValueOrDefault("once"),
            given.GetValueOrDefault("cover"),
            given.GetValueOrDefault("discount")
        );
        plan.Fill();
        return plan;
    }

    private void Fill()
    {
        if (Number(GrowthText, "growth", -100, 1000) is { } growth)
        {
            _events.Add(new Growth(From, growth / Hundred));
        }

        if (Number(OnceText, "the one-off amount", -1e12, 1e12) is { } once)
        {
            _events.Add(new OneOff(From, once));
        }

        if (
            Number(CoverText, "what the commitment covers", 0, 1e12) is { } cover
            && Number(DiscountText ?? "0", "the discount", 0, 100) is { } discount
        )
        {
            _events.Add(new PlannedCommitment(From, cover, discount / Hundred));
        }
    }

    private double? Number(string? text, string what, double least, double most)
    {
        if (text is null)
        {
            return null;
        }

        if (
            double.TryParse(
                text.Replace(',', '.'),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Problem ??= new(
            ProblemKind.Invalid,
            $"'{text}' is no number for {what}.",
            string.Create(CultureInfo.InvariantCulture, $"Write one from {least:0} to {most:0}.")
        );
        return null;
    }
}
