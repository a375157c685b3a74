using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outlay.Connectors.Tests.Azure.Inventory;

/// <summary>
/// A stand-in for the parts of Resource Manager and Azure Monitor that are used, with the shapes of their reference: lists in pages,
/// states of machines apart, metrics of many machines at once or of one. Signing in goes through the managed identity of App Service,
/// which is a plain address that the machine's environment names.
/// </summary>
internal sealed class AzureStandIn : IAsyncDisposable
{
    public const string Subscription = "11111111-0000-4000-8000-000000000001";
    private const string Token = "token-of-the-machine";

    private static readonly Lazy<RestStandIn> Identity = new(() =>
    {
        var server = new RestStandIn(_ =>
            new(
                JsonSerializer.Serialize(
                    new
                    {
                        access_token = Token,
                        expires_on = DateTimeOffset
                            .UnixEpoch.AddYears(100)
                            .ToUnixTimeSeconds()
                            .ToString(CultureInfo.InvariantCulture),
                        resource = "azure",
                        token_type = "Bearer",
                    }
                )
            )
        );
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", $"{server.Address}/msi/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "of-the-stand-in");
        return server;
    });

    private readonly RestStandIn _server;

    public AzureStandIn()
    {
        _ = Identity.Value;
        _server = new RestStandIn(Answer);
    }

    public string Address => _server.Address;

    public IReadOnlyCollection<RestAsked> Asked => _server.Asked;

    /// <summary>The resources by kind, such as <c>Microsoft.Compute/disks</c>.</summary>
    public Dictionary<string, List<string>> Resources { get; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>States of machines, by id.</summary>
    public Dictionary<string, string> States { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers a call instead of the stand-in's own answer.</summary>
    public Func<RestAsked, RestAnswer?> Instead { get; set; } = _ => null;

    /// <summary>Value of a metric's points, by machine and Azure's name; null for none.</summary>
    public Func<string, string, double?> Measured { get; set; } = (_, _) => 1;

    public int PageSize { get; set; } = 100;

    public static RestAnswer Refusal(string code, string message, int status) =>
        new(JsonSerializer.Serialize(new { error = new { code, message } }), status);

    public static string Id(string kind, string name) =>
        $"/subscriptions/{Subscription}/resourceGroups/Shop/providers/{kind}/{name}";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private RestAnswer Answer(RestAsked asked)
    {
        if (Instead(asked) is { } instead)
        {
            return instead;
        }

        if (asked.Token != Token)
        {
            return Refusal("AuthenticationFailed", "no token", 401);
        }

        var path = asked.Path;
        return path == "/subscriptions"
                ? new(
                    $$"""{"value":[{"subscriptionId":"{{Subscription}}","displayName":"Shop","state":"Enabled"},{"subscriptionId":"gone","state":"Disabled"}]}"""
                )
            : path.EndsWith("/metrics:getBatch", StringComparison.Ordinal) ? Batch(asked)
            : path.EndsWith("/providers/Microsoft.Insights/metrics", StringComparison.Ordinal)
                ? new(
                    Series(
                            asked,
                            path[..^"/providers/Microsoft.Insights/metrics".Length],
                            asked.Parameter("timespan")!.Split('/')
                        )
                        .ToJsonString()
                )
            : List(asked);
    }

    private RestAnswer List(RestAsked asked)
    {
        var kind = asked.Path[(asked.Path.IndexOf("/providers/", StringComparison.Ordinal) + 11)..];
        var items = Resources.GetValueOrDefault(kind, []);
        if (asked.Parameter("statusOnly") == "true")
        {
            items =
            [
                .. States.Select(s =>
                    $$$$$$"""{"id":"{{{{{{s.Key.ToUpperInvariant()}}}}}}","location":"westeurope","properties":{"instanceView":{"statuses":[{"code":"ProvisioningState/succeeded","time":"2026-09-01T10:00:00.123+00:00"},{"code":"PowerState/{{{{{{s.Value}}}}}}"}]}}}"""
                ),
            ];
        }

        var from = int.Parse(asked.Parameter("skip") ?? "0", CultureInfo.InvariantCulture);
        var next =
            from + PageSize < items.Count
                ? $$""","nextLink":"{{Address}}{{asked.Path}}?api-version=x&statusOnly={{asked.Parameter("statusOnly")}}&skip={{from + PageSize}}" """
                : "";
        return new(
            $$"""{"value":[{{string.Join(',', items.Skip(from).Take(PageSize))}}]{{next}}}"""
        );
    }

    private RestAnswer Batch(RestAsked asked)
    {
        var ids = JsonNode.Parse(asked.Body)!["resourceids"]!.AsArray();
        return new(
            new JsonObject
            {
                ["values"] = new JsonArray([
                    .. ids.Select(i =>
                    {
                        var id = i!.GetValue<string>();
                        var series = Series(
                            asked,
                            id,
                            [asked.Parameter("starttime")!, asked.Parameter("endtime")!]
                        );
                        series["resourceid"] = id;
                        return series;
                    }),
                ]),
            }.ToJsonString()
        );
    }

    private JsonObject Series(RestAsked asked, string id, string[] span)
    {
        var step =
            asked.Parameter("interval") == "PT5M" ? TimeSpan.FromMinutes(5) : TimeSpan.FromHours(1);
        var from = DateTimeOffset.Parse(span[0], CultureInfo.InvariantCulture);
        var to = DateTimeOffset.Parse(span[1], CultureInfo.InvariantCulture);
        var taken = asked.Parameter("aggregation")!.Split(',');
        return new JsonObject
        {
            ["value"] = new JsonArray([
                .. asked
                    .Parameter("metricnames")!
                    .Split(',')
                    .Select(name => new JsonObject
                    {
                        ["name"] = new JsonObject { ["value"] = name },
                        ["timeseries"] = new JsonArray(new JsonObject { ["data"] = Points(name) }),
                    }),
            ]),
        };

        JsonArray Points(string name)
        {
            var points = new JsonArray();
            for (var at = from; at < to; at += step)
            {
                var point = new JsonObject
                {
                    ["timeStamp"] = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                };
                if (Measured(ArmName(id), name) is { } value)
                {
                    foreach (var word in taken)
                    {
                        point[word] = value;
                    }
                }

                points.Add(point);
            }

            return points;
        }
    }

    private static string ArmName(string id) => id[(id.LastIndexOf('/') + 1)..];
}
