using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Watch;
using Outlay.Kernel;
using Outlay.Web.Charts;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Anomalies;

/// <summary>An anomaly: its days beside what was expected, where it comes from, and what a person says of it.</summary>
public sealed partial class AnomalyPage
{
    /// <summary>Name of the anomaly.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [Inject]
    private AnomalyBook Book { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromForm(FormName = "anomaly-expect")]
    private string? Until { get; set; }

    [SupplyParameterFromForm(FormName = "anomaly-resolve")]
    private string? Reason { get; set; }

    private Anomaly? Anomaly { get; set; }

    private Result<IReadOnlyList<ScoredDay>> Days { get; set; } =
        new Problem(ProblemKind.NotFound, "Nothing was asked.");

    private Problem? Problem { get; set; }

    private IReadOnlyList<ChartBucket> Buckets { get; set; } = [];

    private IReadOnlyList<ChartSeries> Series { get; set; } = [];

    private IReadOnlyList<ChartBand> Bands { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Anomaly = Book.Find(Id);
        if (Anomaly is null)
        {
            Navigator.NotFound();
            return;
        }

        Days = await Book.DaysAsync(Anomaly, Http?.RequestAborted ?? CancellationToken.None);
        if (Days.IsOk)
        {
            Draw([.. Days.Value.SkipWhile(d => d.Expected is null)]);
        }
    }

    private void Draw(List<ScoredDay> days)
    {
        Buckets =
        [
            .. days.Select(d => new ChartBucket(
                Dates.Day(d.Date),
                null,
                d.Verdict == DayVerdict.Incomplete
            )
            {
                Tick = d.Date.ToString("d MMM", CultureInfo.InvariantCulture),
            }),
        ];
        var expected = days.TakeWhile(d => d.Expected is not null).ToList();
        Series =
        [
            new("Cost", 1, [.. days.Select(d => AnomalyLook.Cents(d.Actual))]),
            new(
                "Expected",
                0,
                [.. expected.Select(d => AnomalyLook.Cents(d.FrozenExpected ?? d.Expected))]
            )
            {
                Dashed = true,
            },
            new("Expected at most", 0, [.. expected.Select(d => AnomalyLook.Cents(d.Upper))])
            {
                IsBound = true,
            },
        ];
        Bands =
        [
            new(
                [.. expected.Select(d => Math.Max(0, AnomalyLook.Cents(d.Lower)))],
                [.. expected.Select(d => AnomalyLook.Cents(d.Upper))],
                0,
                IsOuter: false
            ),
        ];
    }

    private void Note() =>
        Said(Book.Acknowledge(Id, Anomaly!.State == AnomalyState.Open), "Noted.");

    private void Expect() => Said(Book.Expect(Id, Until), "It counts as expected.");

    private void Resolve() =>
        Said(
            Book.Resolve(
                Id,
                Enum.TryParse<AnomalyReason>(Reason, out var reason) && Enum.IsDefined(reason)
                    ? reason
                    : AnomalyReason.Fixed
            ),
            "Resolved."
        );

    private void Said(Result<Anomaly> result, string done)
    {
        if (!result.IsOk)
        {
            Problem = result.Problem;
            return;
        }

        Flash.Say(Tone.Good, done);
        Navigator.NavigateTo("/budgets/anomalies");
    }
}
