using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Outlay.Query;

namespace Outlay.Api;

/// <summary>Completes the OpenAPI document with what the code's types cannot say: the cost query's parameters and body.</summary>
internal static class ApiDescription
{
    private static readonly string[] Lists = ["groupBy", "filter", "exclude"];

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description =>
            $"/{description.RelativePath}".StartsWith(ApiFace.Root, StringComparison.Ordinal);
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Outlay",
                    Version = "v1",
                    Description =
                        "Where the cloud money goes. Amounts are JSON numbers with every digit: read them as decimals.",
                };
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                Describe(
                    operation,
                    context.Description.HttpMethod,
                    (context.Description.RelativePath ?? "").TrimEnd('/')
                );
                return Task.CompletedTask;
            }
        );
    }

    private static void Describe(OpenApiOperation operation, string? method, string path)
    {
        if (method == "POST" && path.EndsWith("/costs", StringComparison.Ordinal))
        {
            operation.RequestBody = Body();
            return;
        }

        var fields = Fields(path);
        if (method != "GET" || fields.Count == 0)
        {
            return;
        }

        operation.Parameters ??= [];
        foreach (var name in fields)
        {
            operation.Parameters.Add(Parameter(name, CostQuerySchema.Descriptions[name]));
        }

        foreach (var (name, meaning) in Beside(path))
        {
            operation.Parameters.Add(Parameter(name, meaning));
        }
    }

    /// <summary>The fields of a cost query that an address takes.</summary>
    private static IReadOnlyList<string> Fields(string path) =>
        path.EndsWith("/forecast", StringComparison.Ordinal) ? CostQueryJson.ScopeFields
        : ((string[])["/costs", "/charges", "/values", "/changes"]).Any(end =>
            path.EndsWith(end, StringComparison.Ordinal)
        )
            ? CostQueryJson.Fields
        : [];

    private static IEnumerable<(string Name, string Meaning)> Beside(string path)
    {
        if (path.EndsWith("/charges", StringComparison.Ordinal))
        {
            yield return ("offset", "Charges to skip.");
            yield return ("limit", "Most charges to give, 1 to 1000; 100 by default.");
        }
        else if (path.EndsWith("/values", StringComparison.Ordinal))
        {
            yield return ("search", "Only values that hold this text, whatever the case.");
            yield return ("limit", "Most values to give, 1 to 1000; 50 by default.");
        }
    }

    private static OpenApiParameter Parameter(string name, string meaning) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description =
                name == "filter"
                    ? "A condition such as ServiceName=Amazon EC2|AWS Lambda; operators = != ~ (contains) ^ (starts with) ? (has a value) !? (has none). Repeat it for AND; filter=or begins the next set."
                    : meaning,
            Schema = Lists.Contains(name, StringComparer.Ordinal)
                ? new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema { Type = JsonSchemaType.String },
                }
                : new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static OpenApiRequestBody Body()
    {
        var schema = JsonNode.Parse(CostQuerySchema.Element.GetRawText())!.AsObject();
        return new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/json"] = new()
                {
                    Schema = Schema(schema),
                    Example = JsonNode.Parse(
                        """{"period":"last-month","groupBy":["ServiceName"],"top":5,"compare":"prior"}"""
                    ),
                },
            },
        };
    }

    private static OpenApiSchema Schema(JsonObject json)
    {
        var schema = new OpenApiSchema
        {
            Type = Enum.Parse<JsonSchemaType>((string)json["type"]!, ignoreCase: true),
            Description = (string?)json["description"],
            Format = (string?)json["format"],
            MaxItems = (int?)json["maxItems"],
            Minimum = json["minimum"]?.ToString(),
            Maximum = json["maximum"]?.ToString(),
        };
        if (json["enum"] is JsonArray words)
        {
            schema.Enum = [.. words.Select(w => w!.DeepClone())];
        }

        if (json["items"] is JsonObject items)
        {
            schema.Items = Schema(items);
        }

        if (json["properties"] is JsonObject properties)
        {
            schema.AdditionalPropertiesAllowed = false;
            schema.Properties = properties.ToDictionary(
                p => p.Key,
                IOpenApiSchema (p) => Schema(p.Value!.AsObject()),
                StringComparer.Ordinal
            );
        }

        return schema;
    }
}
