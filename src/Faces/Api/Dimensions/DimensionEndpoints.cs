using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Api.Dimensions;

/// <summary>What costs can be grouped and filtered by, and the values to choose from.</summary>
internal static class DimensionEndpoints
{
    private const int MaxValues = 1000;

    public static void MapDimensions(this RouteGroupBuilder api)
    {
        api.MapGet("/dimensions", List)
            .WithName("getDimensions")
            .WithTags("Dimensions")
            .WithSummary("Dimensions to group and filter by: FOCUS columns, tag keys, x_ columns")
            .Produces<DimensionList>();
        api.MapGet("/dimensions/{key}/values", ValuesAsync)
            .WithName("getDimensionValues")
            .WithTags("Dimensions")
            .WithSummary("Values of a dimension, heaviest first")
            .WithDescription(
                "Takes a cost query's range, filter and metric, a search text, and a limit."
            )
            .Produces<DimensionValueList>();
    }

    private static Ok<DimensionList> List(IQueryEngine engine)
    {
        var facts = engine.Facts();
        var all = Query
            .Dimensions.All.Concat(
                facts.TagKeys.Select(key => Query.Dimensions.Describe(Dimension.Tag(key)))
            )
            .Concat(
                facts.ExtraColumns.Select(column =>
                    Query.Dimensions.Describe(new Dimension(column))
                )
            );
        return TypedResults.Ok(
            new DimensionList([
                .. all.Select(d => new DimensionEntry(
                    d.Dimension.Key,
                    d.Label,
                    d.Group.ToString(),
                    d.IsCommon
                )),
            ])
        );
    }

    private static async Task<IResult> ValuesAsync(
        string key,
        HttpRequest request,
        IQueryEngine engine,
        CancellationToken cancellationToken
    )
    {
        var dimension = Query.Dimensions.Read(key);
        if (!dimension.IsOk)
        {
            return ApiProblems.Of(dimension.Problem with { Kind = ProblemKind.NotFound });
        }

        var query = ApiParameters.Query(request.Query, "search", "limit");
        var limit = ApiParameters.Number(request.Query, "limit", 50, 1, MaxValues);
        if ((query.Problem ?? limit.Problem) is { } problem)
        {
            return ApiProblems.Of(problem);
        }

        var search = request.Query["search"].FirstOrDefault();
        var values = await engine.ValuesAsync(
            new(
                dimension.Value,
                query.Value,
                string.IsNullOrEmpty(search) ? null : search,
                limit.Value
            ),
            cancellationToken
        );
        return ApiProblems.From(values, v => new DimensionValueList(dimension.Value.Key, v));
    }
}
