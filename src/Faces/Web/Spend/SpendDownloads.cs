using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend.Export;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>Files made of a view.</summary>
internal static class SpendDownloads
{
    /// <summary>The table as it is shown, all pages.</summary>
    public static async Task TableAsync(
        HttpContext http,
        PageContext context,
        CostTableExport export
    )
    {
        var (view, wrong, _) = SpendViewReader.Read(context);
        if ((wrong ?? context.Problem) is { } invalid)
        {
            await RefuseAsync(http, invalid);
            return;
        }

        var name = FileName(
            view.Table == Outlay.Spend.SpendTable.Groups
                ? "spend"
                : "spend-" + SpendView.Word(view.Table),
            context.Range,
            "csv"
        );
        var problem = await export.WriteAsync(
            view.Query,
            view.Table,
            () => Open(http, name, "text/csv; charset=utf-8"),
            http.RequestAborted
        );
        if (problem is null)
        {
            return;
        }

        if (http.Response.HasStarted)
        {
            // A download that breaks is better than a file that lacks rows.
            http.Abort();
            return;
        }

        http.Response.Clear();
        await RefuseAsync(http, problem);
    }

    /// <summary>Every charge behind the view, as FOCUS CSV.</summary>
    public static Task<IResult> FocusCsvAsync(
        PageContext context,
        ChargeExport export,
        CancellationToken cancellationToken
    ) => ChargesAsync(context, export, ChargeFormat.Csv, cancellationToken);

    /// <summary>Every charge behind the view, as FOCUS Parquet.</summary>
    public static Task<IResult> FocusParquetAsync(
        PageContext context,
        ChargeExport export,
        CancellationToken cancellationToken
    ) => ChargesAsync(context, export, ChargeFormat.Parquet, cancellationToken);

    private static async Task<IResult> ChargesAsync(
        PageContext context,
        ChargeExport export,
        ChargeFormat format,
        CancellationToken cancellationToken
    )
    {
        var (query, wrong) = ChargesView.Read(context);
        if (wrong is not null)
        {
            return Refusal(wrong);
        }

        var stream = await export.OpenAsync(query, format, cancellationToken);
        var (type, ending) =
            format == ChargeFormat.Csv
                ? ("text/csv; charset=utf-8", "csv")
                : ("application/vnd.apache.parquet", "parquet");
        return stream.Match(
            s => Results.File(s, type, FileName("charges-focus", context.Range, ending)),
            Refusal
        );
    }

    internal static Stream Open(HttpContext http, string name, string type)
    {
        http.Response.ContentType = type;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        return http.Response.Body;
    }

    internal static string FileName(string what, DateRange range, string ending) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{what}-{range.From:yyyy-MM-dd}-to-{range.Last:yyyy-MM-dd}.{ending}"
        );

    internal static Task RefuseAsync(HttpContext http, Problem problem) =>
        Refusal(problem).ExecuteAsync(http);

    private static IResult Refusal(Problem problem) =>
        Results.Text(
            problem.ToString(),
            statusCode: problem.Kind == ProblemKind.Unavailable
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status400BadRequest
        );
}
