using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Kernel;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Scans;
using Outlay.Spend.Export;
using Outlay.Web.Optimization.Scans;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>What the pages of Optimization link to beside their pages.</summary>
internal static class OptimizationEndpoints
{
    public const string Csv = OptimizationLook.Path + "/recommendations.csv";
    private const int LongestName = 500;

    public static void MapOptimization(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Csv, WriteAsync).ExcludeFromDescription();
        var scans = routes.MapGroup(OptimizationLook.Scans).ExcludeFromDescription();
        scans.MapGet(
            "/{id:long}/progress",
            (long id, ScanBook book, TimeProvider clock) =>
                book.Of(id, 1) is [var scan]
                    ? Results.Json(ScanLook.Progress(scan, clock.GetUtcNow()))
                    : Results.NotFound()
        );
        scans.MapGet("/new/{kind}/snippets", Snippets);
    }

    private static async Task WriteAsync(
        HttpContext http,
        string? tab,
        PageContext context,
        FindingBook book
    )
    {
        var category = OptimizationLook.Tabs.FirstOrDefault(t => t.Word == tab)?.Category;
        var view = FindingView.Read(context, category);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=\"recommendations{(tab is { Length: > 0 } && category is not null ? "-" + tab : "")}.csv\"";
        await CsvTable.WriteAsync(
            http.Response.Body,
            FindingCsv.Head,
            book.Each(view.Query).Select(FindingCsv.Row),
            http.RequestAborted
        );
    }

    // The names as they are typed; a secret has no place in a snippet and is not taken.
    private static IResult Snippets(string kind, HttpRequest request, ScanBook book)
    {
        if (book.Collectors.Find(kind) is not { } collector)
        {
            return Results.NotFound();
        }

        var names = collector
            .Fields.Where(f => !f.IsSecret)
            .Select(f => (f.Name, Value: request.Query[f.Name].ToString()))
            .Where(f => f.Value.Length is > 0 and <= LongestName)
            .ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        return Results.Json(collector.Snippets(new SettingValues(names)).Select(s => s.Text));
    }
}
