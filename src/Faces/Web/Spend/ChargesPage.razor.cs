using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Connections;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>The charges that a number is the sum of, with the file and load each came from.</summary>
public sealed partial class ChargesPage
{
    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private IQueryEngine Engine { get; set; } = null!;

    [Inject]
    private Imports Imports { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromQuery(Name = "load")]
    private long? LoadId { get; set; }

    [SupplyParameterFromQuery(Name = "row")]
    private int? Row { get; set; }

    private CostQuery Query { get; set; } = null!;

    private Problem? Wrong { get; set; }

    private Result<ChargePage>? Answer { get; set; }

    private IReadOnlyList<ChargeLine> Lines { get; set; } = [];

    private ILookup<(BillingPeriod Period, string File), Load> Loads { get; set; } = null!;

    private ChargeLine? Open => Row is { } row && row >= 0 && row < Lines.Count ? Lines[row] : null;

    private string Here => Context.With(("row", null), ("page", Number(Query.Page)));

    private string Subtitle =>
        $"{GlobalBar.MetricName(Query.Metric)}{(Query.Currency is { } c ? $" in {c}" : "")}, {Dates.Range(Context.Range)}, UTC";

    private string SpendHref =>
        Address.Of(SpendView.Path, QueryAddress.Parameters(Query with { Page = 1 }));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        (Query, var wrong) = ChargesView.Read(Context);
        // The layout shows what is wrong with the global bar's part.
        Wrong = wrong == Context.Problem ? null : wrong;
        Loads = Imports
            .Loads()
            .SelectMany(l => l.Sources.Select(s => (Key: (l.Period, s.Name), Load: l)))
            .ToLookup(p => p.Key, p => p.Load);
        if (Context.Facts.IsEmpty)
        {
            return;
        }

        Answer = await Engine.ChargesAsync(
            new ChargesQuery(Query, (Query.Page - 1) * Query.PageSize, Query.PageSize, LoadId),
            Http?.RequestAborted ?? CancellationToken.None
        );
        if (Answer.IsOk)
        {
            var page = Answer.Value;
            Lines = [.. page.Rows.Select((values, i) => new ChargeLine(i, page.Columns, values))];
        }
    }

    // Two connections may bring files of one name; then nothing is claimed.
    private Load? LoadOf(ChargeLine line) =>
        line.SourceFile is { } file
        && line.BillingPeriod is { } period
        && Loads[(period, file)].Take(2).ToList() is [var only]
            ? only
            : null;

    private string Download(string path) =>
        Address.Of(path, QueryAddress.Parameters(Query with { Page = 1 }));

    private string RowHref(ChargeLine line) =>
        Context.With(("row", Number(line.Index)), ("page", Number(Query.Page)));

    private string PageHref(int page) => Context.With(("row", null), ("page", Number(page)));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
