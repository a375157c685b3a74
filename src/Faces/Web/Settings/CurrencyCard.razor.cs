using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Spend.Rates;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Settings;

/// <summary>The currency that pages report in, and the rates to it.</summary>
public sealed partial class CurrencyCard
{
    private const int MostRates = 24;

    [Inject]
    private ExchangeRates Rates { get; set; } = null!;

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "reporting")]
    private ReportingForm? Reporting { get; set; }

    [SupplyParameterFromForm(FormName = "rate")]
    private RateForm? Rate { get; set; }

    private RateForm Typed => Rate ?? new();

    private Problem? Problem { get; set; }

    private IReadOnlyList<ExchangeRate> All => Rates.All();

    private List<ExchangeRate> Shown =>
        [
            .. All.OrderByDescending(r =>
                    Context.Facts.Currencies.Contains(r.Base.Code)
                    && Context.Facts.Currencies.Contains(r.Quote.Code)
                )
                .ThenByDescending(r => r.Month)
                .Take(MostRates),
        ];

    private void Report()
    {
        var text = Reporting?.Currency?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            Rates.Report(null);
            Done("Every currency stands apart.");
        }
        else if (Currency.TryParse(text, out var currency))
        {
            Rates.Report(currency);
            Done($"Pages report in {currency}.");
        }
        else
        {
            Problem = new(
                ProblemKind.Invalid,
                $"'{text}' is not a currency code.",
                "Write three letters, such as EUR.",
                "currency"
            );
        }
    }

    private void Keep()
    {
        var kept = Rates.Keep(Typed.Month, Typed.Base, Typed.Quote, Typed.Value);
        if (kept.IsOk)
        {
            Done("The rate is kept.");
        }

        Problem = kept.Problem;
    }

    private void Done(string text)
    {
        Flash.Say(Tone.Good, text);
        Navigator.NavigateTo("/settings#currencies");
    }
}

/// <summary>The currency that pages report in, as typed.</summary>
public sealed record ReportingForm
{
    /// <summary>Its code; empty for none.</summary>
    public string? Currency { get; init; }
}

/// <summary>A rate, as typed.</summary>
public sealed record RateForm
{
    /// <summary>Month, such as 2026-10.</summary>
    public string? Month { get; init; }

    /// <summary>The currency of which one unit is bought.</summary>
    public string? Base { get; init; }

    /// <summary>The currency that it is paid in.</summary>
    public string? Quote { get; init; }

    /// <summary>The rate.</summary>
    public string? Value { get; init; }
}
