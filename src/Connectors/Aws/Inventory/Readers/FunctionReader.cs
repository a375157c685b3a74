using System.Collections.Concurrent;
using System.Text.Json;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>Lambda functions. Their environment variables, which the listing holds as well, are never looked at.</summary>
internal sealed class FunctionReader : IAwsReader
{
    private const int AtOnce = 4;
    private const string Space = "AWS/Lambda";

    public string Title => "Functions";

    public async Task ReadAsync(AwsPart part)
    {
        var functions = new List<Function>();
        await part.TryAsync("Lambda functions", () => ListAsync(part, functions));
        if (functions.Count == 0)
        {
            return;
        }

        var tags = await TagReader.ReadAsync(part, "Tags of functions", "lambda:function");
        var provisioned = await ProvisionedAsync(part, functions);
        var memory = await AgentMetrics.ListAsync(
            part,
            "Memory of functions",
            "LambdaInsights",
            "used_memory_max",
            "function_name"
        );
        foreach (var function in functions)
        {
            var whole = function with
            {
                Tags = tags.GetValueOrDefault(function.Name) ?? [],
                Provisioned = provisioned.GetValueOrDefault(function.Name) ?? [],
            };
            part.Found.Add(whole);
            // An insight of one dimension is of all versions together.
            part.Wishes.AddRange(Wishes(whole, memory[function.Id].MinBy(s => s.Dimensions.Count)));
        }
    }

    private static async Task ListAsync(AwsPart part, List<Function> functions)
    {
        await foreach (
            var page in part.PagesAsync(
                next =>
                    AwsCall.Get(
                        AwsApi.Lambda,
                        "ListFunctions",
                        "/2015-03-31/functions?MaxItems=50"
                            + (next is null ? "" : $"&Marker={Uri.EscapeDataString(next)}")
                    ),
                "NextMarker",
                part.Cancel
            )
        )
        {
            functions.AddRange(page.Items("Functions").Select(f => Function(part, f)));
        }
    }

    private static Function Function(AwsPart part, JsonElement item)
    {
        var name = item.Text("FunctionName") ?? "";
        return new Function
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = name,
            Name = item.Text("FunctionArn") ?? part.Arn("lambda", $"function:{name}"),
            DisplayName = name,
            MemoryMib = item.Whole("MemorySize", 128),
            Runtime = item.Text("Runtime"),
            Architecture = item.Texts("Architectures").FirstOrDefault() ?? "x86_64",
            TimeoutSeconds = item.Whole("Timeout", 3),
            DiskMib = item.Child("EphemeralStorage")?.Whole("Size", 512) ?? 512,
            IsImage = item.Text("PackageType") == "Image",
            ChangedAt = item.Time("LastModified"),
        };
    }

    private static async Task<
        IReadOnlyDictionary<string, IReadOnlyList<ProvisionedConcurrency>>
    > ProvisionedAsync(AwsPart part, IReadOnlyList<Function> functions)
    {
        var found = new ConcurrentDictionary<string, IReadOnlyList<ProvisionedConcurrency>>(
            StringComparer.Ordinal
        );
        await part.TryAsync(
            "Provisioned concurrency of functions",
            () =>
                Parallel.ForEachAsync(
                    functions,
                    new ParallelOptions
                    {
                        MaxDegreeOfParallelism = AtOnce,
                        CancellationToken = part.Cancel,
                    },
                    async (function, _) =>
                    {
                        var own = await ProvisionedAsync(part, function);
                        if (own.Count > 0)
                        {
                            found[function.Name] = own;
                        }
                    }
                )
        );
        return found;
    }

    private static async Task<List<ProvisionedConcurrency>> ProvisionedAsync(
        AwsPart part,
        Function function
    )
    {
        var own = new List<ProvisionedConcurrency>();
        await foreach (
            var page in part.PagesAsync(
                next =>
                    AwsCall.Get(
                        AwsApi.Lambda,
                        "ListProvisionedConcurrencyConfigs",
                        $"/2019-09-30/functions/{Uri.EscapeDataString(function.Id)}/provisioned-concurrency?List=ALL"
                            + (next is null ? "" : $"&Marker={Uri.EscapeDataString(next)}")
                    ),
                "NextMarker",
                part.Cancel
            )
        )
        {
            own.AddRange(
                page.Items("ProvisionedConcurrencyConfigs")
                    .Select(c => new ProvisionedConcurrency(
                        (c.Text("FunctionArn") ?? "").Split(':')[^1],
                        c.Whole("RequestedProvisionedConcurrentExecutions"),
                        null
                    ))
            );
        }

        return own;
    }

    private static IEnumerable<MetricWish> Wishes(Function function, MetricSource? memory)
    {
        MetricWish Wish(string name, Statistic statistic, string metric) =>
            new(
                function.Name,
                name,
                statistic,
                MetricWish.Hour,
                new MetricSource(Space, metric, ("FunctionName", function.Id))
            );
        yield return Wish(MetricNames.Requests, Statistic.Sum, "Invocations");
        yield return Wish(MetricNames.Duration, Statistic.Average, "Duration");
        yield return Wish(MetricNames.Duration, Statistic.Maximum, "Duration");
        yield return Wish(MetricNames.Duration, Statistic.Sum, "Duration");
        yield return Wish(MetricNames.Errors, Statistic.Sum, "Errors");
        yield return Wish(MetricNames.Throttles, Statistic.Sum, "Throttles");
        if (memory is not null)
        {
            yield return new MetricWish(
                function.Name,
                MetricNames.MemoryUsed,
                Statistic.Maximum,
                MetricWish.Hour,
                memory
            );
        }

        foreach (var provisioned in function.Provisioned)
        {
            yield return new MetricWish(
                $"{function.Name}:{provisioned.Version}",
                MetricNames.ProvisionedUse,
                Statistic.Maximum,
                MetricWish.Hour,
                new MetricSource(
                    Space,
                    "ProvisionedConcurrencyUtilization",
                    ("FunctionName", function.Id),
                    ("Resource", $"{function.Id}:{provisioned.Version}")
                )
            )
            {
                // It is told as a share.
                Scale = 100,
            };
        }
    }
}
