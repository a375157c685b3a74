using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>Tags of resources whose own listing has none: a page tells a hundred, rather than a call for each.</summary>
internal static class TagReader
{
    /// <summary>Tags by full name; those that could not be read are missing.</summary>
    /// <param name="part">The part.</param>
    /// <param name="subject">What is missing when they cannot be read.</param>
    /// <param name="type">The type of resource, such as <c>lambda:function</c>.</param>
    public static async Task<IReadOnlyDictionary<string, Dictionary<string, string>>> ReadAsync(
        AwsPart part,
        string subject,
        string type
    )
    {
        var tags = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        await part.TryAsync(
            subject,
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        next => AwsCall.Json(AwsApi.Tagging, "GetResources", Ask(type, next)),
                        "PaginationToken",
                        part.Cancel
                    )
                )
                {
                    foreach (var item in page.Items("ResourceTagMappingList"))
                    {
                        tags[item.Text("ResourceARN") ?? ""] = item.Tags("Tags");
                    }
                }
            }
        );
        return tags;
    }

    private static Dictionary<string, object> Ask(string type, string? next)
    {
        var ask = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["ResourceTypeFilters"] = new[] { type },
            ["ResourcesPerPage"] = 100,
        };
        if (next is not null)
        {
            ask["PaginationToken"] = next;
        }

        return ask;
    }
}
