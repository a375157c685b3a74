using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outlay.Connections.Tests.Gcp;

/// <summary>
/// A stand-in for the parts of Google's APIs that are used, with the shapes of their reference: tokens, tables.get, jobs.query with
/// pages and jobs that are not done yet, objects.list and objects.get.
/// </summary>
internal sealed class GoogleStandIn : IAsyncDisposable
{
    private const int PageRows = 2;
    private readonly WebApplication _app;
    private readonly Dictionary<string, JsonArray> _results = [];

    private GoogleStandIn(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Rows of the billing export, by invoice month.</summary>
    public SortedDictionary<string, List<string>> Months { get; } = new(StringComparer.Ordinal);

    /// <summary>Objects of the bucket.</summary>
    public SortedDictionary<string, (byte[] Body, long Generation)> Objects { get; } =
        new(StringComparer.Ordinal);

    /// <summary>Whether the table is partitioned by the day on which rows come in, here the day of their export time.</summary>
    public bool IsPartitioned { get; set; }

    /// <summary>Happens once the months were told, before anybody reads them.</summary>
    public Action? AfterMonths { get; set; }

    /// <summary>The answer to a query's start, as a page to break off.</summary>
    public const string Start = "start";

    /// <summary>Breaks off the answers with these pages once each.</summary>
    public HashSet<string> BrokenPages { get; } = new(StringComparer.Ordinal);

    /// <summary>The requests for queries that came, as they were.</summary>
    public List<JsonNode> Queries { get; } = [];

    public List<string> Columns { get; set; } = ["invoice", "export_time", "cost", "credits"];

    /// <summary>Answers the next requests whose path has this in it with an error instead.</summary>
    public Queue<(
        string Path,
        HttpStatusCode Status,
        string Reason,
        string Message
    )> Failures { get; } = new();

    /// <summary>How often a query says that it is not done yet.</summary>
    public int NotDoneYet { get; set; }

    public static async Task<GoogleStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var standIn = new GoogleStandIn(builder.Build());
        standIn._app.Run(standIn.AnswerAsync);
        await standIn._app.StartAsync();
        return standIn;
    }

    /// <summary>A key file whose tokens come from here.</summary>
    public string Key()
    {
        using var rsa = RSA.Create(2048);
        return JsonSerializer.Serialize(
            new
            {
                type = "service_account",
                client_email = "outlay@acme.iam.gserviceaccount.com",
                private_key = rsa.ExportPkcs8PrivateKeyPem(),
                token_uri = $"{Address}/token",
            }
        );
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (
            Failures.TryPeek(out var failure)
            && path.Contains(failure.Path, StringComparison.Ordinal)
        )
        {
            Failures.Dequeue();
            return FailAsync(context, failure.Status, failure.Reason, failure.Message);
        }

        if (path == "/token")
        {
            return JsonAsync(
                context,
                new JsonObject
                {
                    ["access_token"] = "token",
                    ["expires_in"] = 3600,
                    ["token_type"] = "Bearer",
                }
            );
        }

        if (context.Request.Headers.Authorization != "Bearer token")
        {
            return FailAsync(context, HttpStatusCode.Unauthorized, "authError", "no token");
        }

        return path.Contains("/tables/", StringComparison.Ordinal) ? TableAsync(context)
            : path.EndsWith("/queries", StringComparison.Ordinal) ? QueryAsync(context)
            : path.Contains("/queries/", StringComparison.Ordinal) ? PageAsync(context)
            : path.EndsWith("/o", StringComparison.Ordinal) ? ListAsync(context)
            : ObjectAsync(context);
    }

    private Task TableAsync(HttpContext context)
    {
        if (context.Request.Path.Value!.EndsWith("/missing", StringComparison.Ordinal))
        {
            return FailAsync(
                context,
                HttpStatusCode.NotFound,
                "notFound",
                "Not found: Table missing"
            );
        }

        var table = new JsonObject
        {
            ["schema"] = new JsonObject
            {
                ["fields"] = new JsonArray([
                    .. Columns.Select(c => new JsonObject { ["name"] = c }),
                ]),
            },
        };
        if (IsPartitioned)
        {
            table["timePartitioning"] = new JsonObject { ["type"] = "DAY" };
        }

        return JsonAsync(context, table);
    }

    private async Task QueryAsync(HttpContext context)
    {
        var request = (await JsonNode.ParseAsync(context.Request.Body))!;
        var sql = request["query"]!.GetValue<string>();
        var given = request["queryParameters"]!
            .AsArray()
            .ToDictionary(
                p => p!["name"]!.GetValue<string>(),
                p => p!["parameterValue"]!["value"]!.GetValue<string>(),
                StringComparer.Ordinal
            );
        var month = given["month"];
        Queries.Add(request);
        if (request["dryRun"]?.GetValue<bool>() == true)
        {
            await JsonAsync(
                context,
                new JsonObject { ["jobComplete"] = true, ["totalBytesProcessed"] = "1200000000" }
            );
            return;
        }

        var rows = sql.Contains("TO_JSON_STRING", StringComparison.Ordinal)
            ? Months
                .GetValueOrDefault(month, [])
                .Where(r => IsAsked(ExportTime(r), given))
                .Select(r => Row(r))
            : Months
                .Where(m => string.CompareOrdinal(m.Key, month) >= 0)
                .Reverse()
                .Select(m => MonthRow(m.Key, m.Value));
        // The same request again finds its job.
        var job = $"job-{request["requestId"]!.GetValue<string>()}";
        _results.TryAdd(job, new JsonArray([.. rows]));
        if (BrokenPages.Remove(Start))
        {
            await BreakAsync(context);
            return;
        }

        await AnswerAsync(context, job, 0);
        if (!sql.Contains("TO_JSON_STRING", StringComparison.Ordinal))
        {
            AfterMonths?.Invoke();
            AfterMonths = null;
        }
    }

    private static bool IsAsked(string time, Dictionary<string, string> given) =>
        (!given.TryGetValue("until", out var until) || string.CompareOrdinal(time, until) <= 0)
        && (
            !given.TryGetValue("first", out var first)
            || (
                string.CompareOrdinal(time[..10], first) >= 0
                && string.CompareOrdinal(time[..10], given["last"]) <= 0
            )
        );

    private JsonObject MonthRow(string month, List<string> rows)
    {
        var times = rows.Select(ExportTime).Order(StringComparer.Ordinal).ToList();
        var version = string.Create(
            CultureInfo.InvariantCulture,
            $"{times.LastOrDefault("-")} {rows.Count}"
        );
        return IsPartitioned
            ? Row(month, version, times[0][..10], times[^1][..10])
            : Row(month, version);
    }

    private static string ExportTime(string row) =>
        JsonNode.Parse(row)!["export_time"]?.GetValue<string>() ?? "-";

    private Task PageAsync(HttpContext context)
    {
        var job = context.Request.Path.Value!.Split('/')[^1];
        var token = context.Request.Query["pageToken"].ToString();
        var start = int.TryParse(token, CultureInfo.InvariantCulture, out var page) ? page : 0;
        return BrokenPages.Remove(token) ? BreakAsync(context) : AnswerAsync(context, job, start);
    }

    private Task AnswerAsync(HttpContext context, string job, int start)
    {
        var answer = new JsonObject
        {
            ["jobReference"] = new JsonObject { ["jobId"] = job, ["location"] = "EU" },
            ["jobComplete"] = NotDoneYet == 0,
        };
        if (NotDoneYet > 0)
        {
            NotDoneYet--;
            return JsonAsync(context, answer);
        }

        // What a query read is known when it is done.
        answer["totalBytesProcessed"] = "1099511627776";
        var rows = _results[job];
        answer["rows"] = new JsonArray([
            .. rows.Skip(start).Take(PageRows).Select(r => r!.DeepClone()),
        ]);
        if (start + PageRows < rows.Count)
        {
            answer["pageToken"] = (start + PageRows).ToString(CultureInfo.InvariantCulture);
        }

        return JsonAsync(context, answer);
    }

    private Task ListAsync(HttpContext context)
    {
        var prefix = context.Request.Query["prefix"].ToString();
        var names = Objects
            .Keys.Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .ToList();
        var start = int.TryParse(
            context.Request.Query["pageToken"],
            CultureInfo.InvariantCulture,
            out var page
        )
            ? page
            : 0;
        var answer = new JsonObject
        {
            ["items"] = new JsonArray([
                .. names
                    .Skip(start)
                    .Take(PageRows)
                    .Select(n => new JsonObject
                    {
                        ["name"] = n,
                        ["size"] = Objects[n].Body.Length.ToString(CultureInfo.InvariantCulture),
                        ["generation"] = Objects[n]
                            .Generation.ToString(CultureInfo.InvariantCulture),
                        ["contentEncoding"] = IsGzip(Objects[n].Body) ? "gzip" : null,
                    }),
            ]),
        };
        if (start + PageRows < names.Count)
        {
            answer["nextPageToken"] = (start + PageRows).ToString(CultureInfo.InvariantCulture);
        }

        return JsonAsync(context, answer);
    }

    private async Task ObjectAsync(HttpContext context)
    {
        var name = Uri.UnescapeDataString(context.Request.Path.Value!.Split("/o/", 2)[1]);
        if (!Objects.TryGetValue(name, out var found))
        {
            await FailAsync(context, HttpStatusCode.NotFound, "notFound", "No such object");
        }
        else if (
            context.Request.Query["ifGenerationMatch"]
            != found.Generation.ToString(CultureInfo.InvariantCulture)
        )
        {
            await FailAsync(
                context,
                HttpStatusCode.PreconditionFailed,
                "conditionNotMet",
                "At least one precondition failed"
            );
        }
        else
        {
            var accepts = context.Request.Headers.AcceptEncoding.ToString();
            if (IsGzip(found.Body) && accepts.Contains("gzip", StringComparison.Ordinal))
            {
                context.Response.Headers.ContentEncoding = "gzip";
            }
            else if (IsGzip(found.Body))
            {
                await context.Response.WriteAsync("unpacked on the way");
                return;
            }

            context.Response.ContentLength = found.Body.Length;
            await context.Response.Body.WriteAsync(found.Body);
        }
    }

    private static bool IsGzip(byte[] body) => body is [0x1f, 0x8b, ..];

    private static async Task BreakAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 5000;
        await context.Response.WriteAsync("{\"jobComplete\":true,");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static JsonObject Row(params IEnumerable<string> values) =>
        new() { ["f"] = new JsonArray([.. values.Select(v => new JsonObject { ["v"] = v })]) };

    private static Task JsonAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString());
    }

    private static Task FailAsync(
        HttpContext context,
        HttpStatusCode status,
        string reason,
        string message
    )
    {
        context.Response.StatusCode = (int)status;
        if (status == HttpStatusCode.TooManyRequests)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        return JsonAsync(
            context,
            reason == "invalid_grant"
                ? new JsonObject { ["error"] = reason, ["error_description"] = message }
                : new JsonObject
                {
                    ["error"] = new JsonObject
                    {
                        ["code"] = (int)status,
                        ["message"] = message,
                        // Newer services tell the reason in details.
                        [reason == "SERVICE_DISABLED" ? "details" : "errors"] = new JsonArray(
                            new JsonObject { ["reason"] = reason }
                        ),
                    },
                }
        );
    }
}
