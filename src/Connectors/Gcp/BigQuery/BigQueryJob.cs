using System.Globalization;
using System.Text.Json;
using Outlay.Connectors.Gcp.Access;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>A query of BigQuery: started once, however often its start is asked for again, and read page by page.</summary>
/// <param name="api">The API, signed in.</param>
/// <param name="settings">Project, location and limit.</param>
/// <param name="address">Address of a path of the API.</param>
/// <param name="sql">The query, in GoogleSQL.</param>
/// <param name="parameters">Its named parameters.</param>
/// <remarks>https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query</remarks>
internal sealed class BigQueryJob(
    GoogleApi api,
    SettingValues settings,
    Func<string, Uri> address,
    string sql,
    IReadOnlyList<(string Name, string Type, string Value)> parameters
)
{
    /// <summary>US dollars for a tebibyte read on demand: https://cloud.google.com/bigquery/pricing.</summary>
    public const decimal PricePerTebibyte = 6.25m;

    /// <summary>The highest limit of a query, in gigabytes.</summary>
    public const long MostGigabytes = 1_000_000;

    private const long LeastBilled = 10L * 1024 * 1024;
    private const long Gigabyte = 1_000_000_000;
    private const long DefaultGigabytes = 1000;
    private const int PageRows = 20_000;
    private const int PollMilliseconds = 20_000;

    /// <summary>What reading some bytes costs, in US dollars.</summary>
    public static decimal Price(long bytes) =>
        Math.Max(bytes, LeastBilled) * PricePerTebibyte / (1024m * 1024 * 1024 * 1024);

    /// <summary>Bytes that it would read, without running it.</summary>
    public async Task<Result<long>> EstimateAsync(CancellationToken cancellationToken)
    {
        var body = Request();
        body["dryRun"] = true;
        var asked = await api.PostAsync(Queries(), body, cancellationToken);
        if (!asked.IsOk)
        {
            return asked.Problem;
        }

        using var answer = asked.Value;
        return Bytes(answer.RootElement);
    }

    /// <summary>Runs it. Rows are handed on one after the other; only one page is ever in memory.</summary>
    /// <returns>What it cost.</returns>
    public async Task<Result<PaidCalls>> RunAsync(
        Func<IReadOnlyList<string>, ValueTask> take,
        CancellationToken cancellationToken
    )
    {
        var asked = await api.PostAsync(Queries(), Request(), cancellationToken);
        PaidCalls? took = null;
        while (true)
        {
            if (!asked.IsOk)
            {
                return asked.Problem;
            }

            using var answer = asked.Value;
            var root = answer.RootElement;
            string? page = null;
            if (root.GetProperty("jobComplete").GetBoolean())
            {
                // Only a query that is done knows what it read.
                took ??= new PaidCalls(1, IsFree(root) ? 0 : Price(Bytes(root)));
                await TakeAsync(root, take);
                page = root.TryGetProperty("pageToken", out var token) ? token.GetString() : null;
                if (page is null)
                {
                    return took;
                }
            }

            asked = await api.GetAsync(
                Page(root.GetProperty("jobReference"), page),
                cancellationToken
            );
        }
    }

    private static async Task TakeAsync(
        JsonElement answer,
        Func<IReadOnlyList<string>, ValueTask> take
    )
    {
        if (!answer.TryGetProperty("rows", out var rows))
        {
            return;
        }

        foreach (var row in rows.EnumerateArray())
        {
            await take([
                .. row.GetProperty("f")
                    .EnumerateArray()
                    .Select(f => f.GetProperty("v").GetString() ?? ""),
            ]);
        }
    }

    private Dictionary<string, object> Request()
    {
        var gigabytes = settings[BigQueryFields.MaxGb.Name] is { } most
            ? long.Parse(most, NumberStyles.None, CultureInfo.InvariantCulture)
            : DefaultGigabytes;
        var request = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["query"] = sql,
            // The same request again, after an answer that was lost, finds the same job.
            ["requestId"] = Guid.NewGuid().ToString("N"),
            ["useLegacySql"] = false,
            ["maxResults"] = PageRows,
            ["timeoutMs"] = PollMilliseconds,
            ["maximumBytesBilled"] = (gigabytes * Gigabyte).ToString(CultureInfo.InvariantCulture),
            ["parameterMode"] = "NAMED",
            ["queryParameters"] = parameters
                .Select(p => new
                {
                    name = p.Name,
                    parameterType = new { type = p.Type },
                    parameterValue = new { value = p.Value },
                })
                .ToList(),
        };
        if (settings[BigQueryFields.Location.Name] is { } location)
        {
            request["location"] = location;
        }

        return request;
    }

    private Uri Queries() => address($"projects/{settings[BigQueryFields.Project.Name]}/queries");

    private Uri Page(JsonElement job, string? page)
    {
        var location = job.TryGetProperty("location", out var place)
            ? $"&location={Uri.EscapeDataString(place.GetString() ?? "")}"
            : "";
        var token = page is null ? "" : $"&pageToken={Uri.EscapeDataString(page)}";
        var id = Uri.EscapeDataString(job.GetProperty("jobId").GetString() ?? "");
        return address(
            $"projects/{settings[BigQueryFields.Project.Name]}/queries/{id}?maxResults={PageRows}&timeoutMs={PollMilliseconds}{location}{token}"
        );
    }

    private static bool IsFree(JsonElement answer) =>
        answer.TryGetProperty("cacheHit", out var hit) && hit.ValueKind == JsonValueKind.True;

    private static long Bytes(JsonElement answer) =>
        answer.TryGetProperty("totalBytesProcessed", out var bytes)
        && long.TryParse(bytes.GetString(), CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;
}
