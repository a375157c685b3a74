using System.Text.Json;
using System.Text.Json.Nodes;

namespace Outlay.Query;

/// <summary>The JSON schema of <see cref="CostQueryJson"/>: what OpenAPI shows and what an agent reads before it asks.</summary>
public static class CostQuerySchema
{
    /// <summary>What each field means, by name; the words of the command line and of the URL are the same.</summary>
    public static IReadOnlyDictionary<string, string> Descriptions { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["period"] =
                "Named range of UTC days up to today: mtd month to date (default), last-month, 7d, 30d, 90d, 3m, 6m, 12m, qtd, ytd. Or give from and to.",
            ["from"] = "First day, such as 2026-11-01. Goes with to.",
            ["to"] = "Last day, which is in the range.",
            ["grain"] = "Width of the time buckets; day by default, none for one sum.",
            ["metric"] =
                "Which cost: effective (amortised, default), billed (as invoiced), contracted (before commitment discounts), list (public prices).",
            ["currency"] =
                "Billing currency to report, such as USD. Without it every currency has its own rows and totals; currencies are never added.",
            ["convert"] =
                "month-average converts other currencies to the one given as currency, by the average rate of each billing period; amounts without a rate stay apart. none by default.",
            ["groupBy"] =
                "Up to three dimensions to split by: FOCUS columns such as ServiceName, SubAccountName, HostProviderName (the cloud), RegionName, ServiceCategory, ResourceName, ChargeCategory; or tags such as tag:team.",
            ["filter"] =
                "Which charges count: sets of conditions, joined by OR; the conditions in a set are joined by AND.",
            ["exclude"] = "Charge categories to leave out.",
            ["compare"] =
                "prior for the period before (month to date against the same days of the month before), or days such as 2026-10-01..2026-10-31.",
            ["top"] = "Keep this many groups, the largest, and sum the rest as other; 1 to 100.",
            ["sort"] =
                "Order of the rows: cost, prior, change, percent or name; a minus before it puts the largest first. -cost by default.",
            ["page"] = "Page of the groups, from 1, when top is not given.",
            ["size"] = "Groups a page, 1 to 1000; 50 by default.",
        };

    /// <summary>The schema, as JSON Schema 2020-12.</summary>
    public static JsonElement Element { get; } =
        JsonSerializer.SerializeToElement(Build(CostQueryJson.Fields));

    /// <summary>The schema of <see cref="CostQueryJson.ScopeFields"/> alone.</summary>
    public static JsonElement Scope { get; } =
        JsonSerializer.SerializeToElement(Build(CostQueryJson.ScopeFields));

    private static JsonObject Build(IReadOnlyList<string> only)
    {
        var fields = new JsonObject
        {
            ["period"] = Words(CostWords.Periods.Words),
            ["from"] = Text("date"),
            ["to"] = Text("date"),
            ["grain"] = Words(CostWords.Grains.Words),
            ["metric"] = Words(CostWords.Metrics.Words),
            ["currency"] = Text(),
            ["convert"] = Words(CostWords.Conversions.Words),
            ["groupBy"] = List(Text(), CostQueryRules.MaxGroupBy),
            ["filter"] = Filter(),
            ["exclude"] = List(Words(CostWords.Excludes.Words), CostWords.Excludes.Words.Count),
            ["compare"] = Text(),
            ["top"] = Number(CostQueryRules.MaxTop),
            ["sort"] = Words([.. CostWords.Sorts.Words.SelectMany(w => new[] { w, "-" + w })]),
            ["page"] = Number(int.MaxValue),
            ["size"] = Number(CostQuery.MaxPageSize),
        };
        foreach (var name in Descriptions.Keys)
        {
            if (only.Contains(name, StringComparer.Ordinal))
            {
                fields[name]!["description"] = Descriptions[name];
            }
            else
            {
                fields.Remove(name);
            }
        }

        return Closed(fields);
    }

    private static JsonObject Filter()
    {
        var condition = Closed(
            new JsonObject
            {
                ["dimension"] = Text(),
                ["operator"] = Words(CostWords.Operators.Words),
                ["values"] = List(Text(), CostQueryRules.MaxValues),
            }
        );
        condition["required"] = new JsonArray("dimension", "operator");
        var sets = new JsonObject
        {
            ["type"] = "array",
            ["items"] = List(condition, CostQueryRules.MaxConditions),
        };
        return Closed(new JsonObject { ["sets"] = sets });
    }

    private static JsonObject Closed(JsonObject properties) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };

    private static JsonObject Text(string? format = null)
    {
        var text = new JsonObject { ["type"] = "string" };
        if (format is not null)
        {
            text["format"] = format;
        }

        return text;
    }

    private static JsonObject Words(IReadOnlyList<string> words) =>
        new()
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. words.Select(w => JsonValue.Create(w))]),
        };

    private static JsonObject List(JsonObject items, int most) =>
        new()
        {
            ["type"] = "array",
            ["items"] = items,
            ["maxItems"] = most,
        };

    private static JsonObject Number(int most) =>
        new()
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = most,
        };
}
