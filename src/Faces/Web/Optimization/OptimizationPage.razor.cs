using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Kernel;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Scans;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>Recommendations: what to change, what it saves, how sure, and what became of it.</summary>
public sealed partial class OptimizationPage
{
    /// <summary>Last part of the address; null for all tabs.</summary>
    [Parameter]
    public string? Tab { get; set; }

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private FindingBook Book { get; set; } = null!;

    [Inject]
    private ScanBook Scans { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromForm(FormName = "decide")]
    private DecisionForm? Typed { get; set; }

    private Category? Category { get; set; }

    private FindingView View { get; set; } = null!;

    private FindingPage Page { get; set; } = null!;

    private Finding? Opened { get; set; }

    private AnalysisReport? Report { get; set; }

    private IReadOnlyList<ScanSource> Sources { get; set; } = [];

    private IReadOnlyDictionary<long, VerifiedSaving> Savings { get; set; } =
        new Dictionary<long, VerifiedSaving>();

    private Problem? Wrong { get; set; }

    private Scan? LatestScan { get; set; }

    private string Here => Tab is null ? OptimizationLook.Path : $"{OptimizationLook.Path}/{Tab}";

    private string CsvHref =>
        Address.Of(
            OptimizationEndpoints.Csv,
            Context
                .Parameters.Where(p => p.Key is not ("page" or "open"))
                .Append(new("tab", Tab ?? ""))
        );

    private string Subtitle =>
        Report is null ? "What to change, what it saves, and how sure that is."
        : Report.From is { } from
            ? $"Savings a month of 730 hours, after your discounts · bill of {Dates.Range(DateRange.Inclusive(from, Report.To!.Value))} · judged {Dates.Time(Report.At)}"
        : $"Savings a month of 730 hours · no bill yet · judged {Dates.Time(Report.At)}";

    private string Title =>
        OptimizationLook.Tabs.FirstOrDefault(t => t.Category == Category)?.Title
        ?? "Recommendations";

    private string Note => Counts.Of(Page.Count, "recommendation");

    private string EmptyTitle =>
        View.IsFiltered ? "No recommendation fits the filter."
        : View.StateWord == "open" ? "Nothing to save here that rules can see."
        : "None.";

    private string? EmptyText =>
        View.IsFiltered || View.StateWord != "open" ? null
        : Sources.Count == 0
            ? "So far the bill alone was judged. A scan sees how busy things are, and finds more."
        : "Every rule that is switched on has looked.";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (Tab is not null)
        {
            Category = OptimizationLook.Tabs.FirstOrDefault(t => t.Word == Tab)?.Category;
            if (Category is null)
            {
                Navigator.NotFound();
            }
        }

        View = FindingView.Read(Context, Category);
        Report = Book.LastAnalysis;
        Page = Book.Page(View.Query);
        Opened = View.Open is { } id ? Book.Find(id) : null;
        Sources = Scans.Sources();
        LatestScan = Scans.Latest().Values.MaxBy(s => s.CreatedAt);
        Savings = View.Query.State is FindingState.Done or null ? Book.Savings() : Savings;
    }

    private async Task DecideAsync()
    {
        var said = await Book.SayAsync(
            Typed?.Ids ?? [],
            Typed?.Action,
            Typed?.Until,
            Typed?.Note,
            Author.Web,
            Http?.RequestAborted ?? CancellationToken.None
        );
        if (!said.IsOk)
        {
            Wrong = said.Problem;
            return;
        }

        Flash.Say(Tone.Good, $"{Counts.Of(said.Value, "recommendation")}: {Words(Typed!.Action)}.");
        Navigator.NavigateTo(Context.With(("open", null)));
    }

    private string OpenHref(Finding finding) =>
        Context.With(
            ("open", finding.Id.ToString(CultureInfo.InvariantCulture)),
            ("page", View.Page.ToString(CultureInfo.InvariantCulture))
        );

    private static string Words(string? action) =>
        action switch
        {
            "snooze" => "snoozed",
            "dismiss" => "dismissed",
            "plan" => "planned",
            "done" => "marked as done; the bill is asked what it saved",
            _ => "open again",
        };
}

/// <summary>What a person decides, as it was typed.</summary>
public sealed record DecisionForm
{
    /// <summary>Numbers of the findings.</summary>
    public long[]? Ids { get; init; }

    /// <summary>What to do.</summary>
    public string? Action { get; init; }

    /// <summary>A day.</summary>
    public string? Until { get; init; }

    /// <summary>Why.</summary>
    public string? Note { get; init; }
}
