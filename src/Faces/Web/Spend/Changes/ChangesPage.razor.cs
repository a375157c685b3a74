using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Anomalies.Changes;
using Outlay.Kernel;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend.Changes;

/// <summary>Why a period cost more or less than another: causes that add up to the difference, by group and by SKU.</summary>
public sealed partial class ChangesPage
{
    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private ChangeQueries Queries { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private SpendView View { get; set; } = null!;

    private Problem? Wrong { get; set; }

    private Result<ChangeReport> Answer { get; set; } =
        new Problem(ProblemKind.NotFound, "Nothing was asked.");

    private string Subtitle =>
        Context.Facts.IsEmpty || !Answer.IsOk
            ? "Why a period cost more or less than another."
            : $"{GlobalBar.MetricName(View.Query.Metric)}{(View.Query.Currency is { } c ? $" in {c}" : "")}, {Dates.Range(Answer.Value.PriorRange)} against {Dates.Range(Answer.Value.Range)}, UTC";

    private string Days =>
        Answer.Value.Range.Days == Answer.Value.PriorRange.Days
            ? $"both {Answer.Value.Range.Days} days long"
            : $"{Answer.Value.PriorRange.Days} days, then {Answer.Value.Range.Days}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        (var view, Wrong, var fromForm) = SpendViewReader.Read(Context);
        View = ChangesLook.Compared(view);
        if (fromForm)
        {
            Navigator.NavigateTo(View.HrefOf(ChangesLook.Path));
            return;
        }

        if (!Context.Facts.IsEmpty)
        {
            Answer = await Queries.ReadAsync(
                View.Query,
                Http?.RequestAborted ?? CancellationToken.None
            );
        }
    }

    private static ChangeCause? Largest(CurrencyChange change) =>
        ChangeCause.Largest(change.Whole.Parts);

    private static string Spoken(ChangeCause cause) =>
        char.ToLowerInvariant(cause.Name[0]) + cause.Name[1..];

    private static decimal? Ratio(ChangedGroup whole) =>
        whole.Before == 0 ? null : whole.Difference / Math.Abs(whole.Before);

    // Said only when it holds: decimals carry 28 digits, and no bill has needed more yet.
    private static string Proof(CurrencyChange change) =>
        change.Whole.Parts.Total == change.Whole.Difference
            ? "equals the change to the last digit"
            : $"differs from the change by {Amounts.Full(change.Whole.Difference - change.Whole.Parts.Total, change.Currency)}";
}
