using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Query;
using Outlay.Web.Shell;
using Outlay.Web.Spend.Changes;

namespace Outlay.Web.Spend;

/// <summary>What the Spend page links and posts to beside its pages.</summary>
internal static class SpendEndpoints
{
    public const string Csv = "/spend/export.csv";
    public const string FocusCsv = "/spend/focus.csv";
    public const string FocusParquet = "/spend/focus.parquet";
    public const string Values = "/spend/values";
    public const string Views = "/spend/views";

    public static void MapSpend(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Csv, SpendDownloads.TableAsync);
        routes.MapGet(ChangesLook.Csv, ChangesCsv.WriteAsync);
        routes.MapGet(FocusCsv, SpendDownloads.FocusCsvAsync);
        routes.MapGet(FocusParquet, SpendDownloads.FocusParquetAsync);
        routes.MapGet(Values, SuggestAsync);
        routes.MapPost(Views, SavedViewForms.Save);
        routes.MapPost(Views + "/{id:long}/name", SavedViewForms.Rename);
        routes.MapPost(Views + "/{id:long}/delete", SavedViewForms.Delete);
    }

    private static async Task<IResult> SuggestAsync(
        string? dimension,
        string? search,
        PageContext context,
        IQueryEngine engine,
        CancellationToken cancellationToken
    )
    {
        var read = Dimensions.Read(dimension ?? "");
        if (!read.IsOk)
        {
            return Results.BadRequest(read.Problem.ToString());
        }

        var (view, _, _) = SpendViewReader.Read(context);
        var values = await engine.ValuesAsync(
            new ValuesQuery(
                read.Value,
                view.Query,
                string.IsNullOrEmpty(search) ? null : search,
                20
            ),
            cancellationToken
        );
        return values.Match(
            all => Results.Json(all.Where(v => v.Value is not null).Select(v => v.Value)),
            problem =>
                Results.Text(
                    problem.ToString(),
                    statusCode: StatusCodes.Status503ServiceUnavailable
                )
        );
    }
}
