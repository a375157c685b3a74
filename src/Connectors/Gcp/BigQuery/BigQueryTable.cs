using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Outlay.Connectors.Gcp.Access;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>A billing export's table, by BigQuery's REST API.</summary>
/// <remarks>https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query</remarks>
internal sealed partial class BigQueryTable(ConnectorSettings settings)
{
    /// <summary>US dollars for a tebibyte read on demand: https://cloud.google.com/bigquery/pricing.</summary>
    public const decimal PricePerTebibyte = 6.25m;

    private const string Scope = "https://www.googleapis.com/auth/bigquery";
    private const string DefaultEndpoint = "https://bigquery.googleapis.com";
    private const long LeastBilled = 10L * 1024 * 1024;
    private const long Gigabyte = 1_000_000_000;
    private const long DefaultGigabytes = 1000;
    private const int PageRows = 20_000;
    private const int PollMilliseconds = 20_000;

    private readonly GoogleApi _api = GoogleApi.Of(settings, Scope);

    /// <summary>What is wrong with the names, which become part of SQL and addresses.</summary>
    public static IEnumerable<Problem> Slips(ConnectorSettings settings)
    {
        foreach (
            var (field, form) in new[]
            {
                (BigQueryFields.Project, ProjectName()),
                (BigQueryFields.Dataset, DatasetName()),
                (BigQueryFields.Table, TableName()),
            }
        )
        {
            if (settings[field.Name] is { } value && !form.IsMatch(value))
            {
                yield return new(
                    ProblemKind.Invalid,
                    $"{field.Label}: '{value}' does not look like one.",
                    field.Help,
                    field.Name
                );
            }
        }

        if (
            settings[BigQueryFields.MaxGb.Name] is { } gb
            && !(
                long.TryParse(gb, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
                && most > 0
            )
        )
        {
            yield return new(
                ProblemKind.Invalid,
                $"'{gb}' is no number of gigabytes.",
                "Write a whole number above 0.",
                BigQueryFields.MaxGb.Name
            );
        }
    }

    /// <summary>Signs in.</summary>
    public Task<Result<string>> SignInAsync(CancellationToken cancellationToken) =>
        _api.SignInAsync(cancellationToken);

    /// <summary>What kind of export the table is, told by its columns.</summary>
    public async Task<Result<BillingTableKind>> KindAsync(CancellationToken cancellationToken)
    {
        var (project, dataset) = Dataset();
        var asked = await _api.GetAsync(
            Address(
                $"projects/{project}/datasets/{dataset}/tables/{settings[BigQueryFields.Table.Name]}"
            ),
            cancellationToken
        );
        if (!asked.IsOk)
        {
            return asked.Problem;
        }

        using var table = asked.Value;
        var columns = table
            .RootElement.GetProperty("schema")
            .GetProperty("fields")
            .EnumerateArray()
            .Select(f => f.GetProperty("name").GetString() ?? "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return columns.Contains("invoice") && columns.Contains("export_time")
                ? BillingTableKind.Native
            : columns.Contains("BillingPeriodStart") && columns.Contains("BilledCost")
                ? BillingTableKind.Focus
            : new Problem(
                ProblemKind.Invalid,
                $"{settings[BigQueryFields.Table.Name]} is no billing export: it has neither the columns invoice and export_time nor BillingPeriodStart and BilledCost.",
                "Choose the detailed usage cost export, or a FOCUS view over it; the pricing export is another table.",
                BigQueryFields.Table.Name
            );
    }

    /// <summary>The months from one on, each with what tells whether it changed.</summary>
    public async Task<
        Result<(IReadOnlyList<(BillingPeriod Month, string Version)> Months, PaidCalls Took)>
    > MonthsAsync(BillingTableKind kind, BillingPeriod from, CancellationToken cancellationToken)
    {
        var months = new List<(BillingPeriod, string)>();
        var took = await QueryAsync(
            $"SELECT {kind.Month} AS month, {kind.Version} AS version FROM `{Name()}` AS t WHERE {kind.Month} >= @month GROUP BY 1 ORDER BY 1 DESC",
            Month(from),
            row =>
            {
                if (
                    DateOnly.TryParseExact(
                        row[0] + "01",
                        "yyyyMMdd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var first
                    )
                )
                {
                    months.Add((BillingPeriod.Of(first), row[1]));
                }

                return ValueTask.CompletedTask;
            },
            cancellationToken
        );
        return took.IsOk ? (months, took.Value) : took.Problem;
    }

    /// <summary>Bytes that reading a month takes, without reading it.</summary>
    public async Task<Result<long>> EstimateAsync(
        BillingTableKind kind,
        BillingPeriod month,
        CancellationToken cancellationToken
    )
    {
        var body = Request(Rows(kind), Month(month));
        body["dryRun"] = true;
        var asked = await _api.PostAsync(Queries(), body, cancellationToken);
        if (!asked.IsOk)
        {
            return asked.Problem;
        }

        using var answer = asked.Value;
        return Bytes(answer.RootElement);
    }

    /// <summary>Writes the rows of a month, a JSON object a line.</summary>
    public async Task<Result<PaidCalls>> CopyAsync(
        BillingTableKind kind,
        BillingPeriod month,
        TextWriter target,
        CancellationToken cancellationToken
    ) =>
        await QueryAsync(
            Rows(kind),
            Month(month),
            row => new ValueTask(target.WriteLineAsync(row[0].AsMemory(), cancellationToken)),
            cancellationToken
        );

    /// <summary>What reading some bytes costs, in US dollars.</summary>
    public static decimal Price(long bytes) =>
        Math.Max(bytes, LeastBilled) * PricePerTebibyte / (1024m * 1024 * 1024 * 1024);

    // Pages are read and written one after the other; only one is ever in memory.
    private async Task<Result<PaidCalls>> QueryAsync(
        string sql,
        string month,
        Func<IReadOnlyList<string>, ValueTask> take,
        CancellationToken cancellationToken
    )
    {
        var asked = await _api.PostAsync(Queries(), Request(sql, month), cancellationToken);
        PaidCalls? took = null;
        while (true)
        {
            if (!asked.IsOk)
            {
                return asked.Problem;
            }

            using var answer = asked.Value;
            var root = answer.RootElement;
            took ??= new PaidCalls(1, Price(Bytes(root)));
            var isDone = root.GetProperty("jobComplete").GetBoolean();
            if (isDone && root.TryGetProperty("rows", out var rows))
            {
                foreach (var row in rows.EnumerateArray())
                {
                    await take([
                        .. row.GetProperty("f")
                            .EnumerateArray()
                            .Select(f => f.GetProperty("v").GetString() ?? ""),
                    ]);
                }
            }

            var page = root.TryGetProperty("pageToken", out var token) ? token.GetString() : null;
            if (isDone && page is null)
            {
                return took;
            }

            asked = await _api.GetAsync(
                Page(root.GetProperty("jobReference"), page),
                cancellationToken
            );
        }
    }

    private Dictionary<string, object> Request(string sql, string month)
    {
        var gigabytes = settings[BigQueryFields.MaxGb.Name] is { } most
            ? long.Parse(most, NumberStyles.None, CultureInfo.InvariantCulture)
            : DefaultGigabytes;
        var request = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["query"] = sql,
            ["useLegacySql"] = false,
            ["maxResults"] = PageRows,
            ["timeoutMs"] = PollMilliseconds,
            ["maximumBytesBilled"] = (gigabytes * Gigabyte).ToString(CultureInfo.InvariantCulture),
            ["parameterMode"] = "NAMED",
            ["queryParameters"] = new[]
            {
                new
                {
                    name = "month",
                    parameterType = new { type = "STRING" },
                    parameterValue = new { value = month },
                },
            },
        };
        if (settings[BigQueryFields.Location.Name] is { } location)
        {
            request["location"] = location;
        }

        return request;
    }

    private string Rows(BillingTableKind kind) =>
        $"SELECT TO_JSON_STRING(t) FROM `{Name()}` AS t WHERE {kind.Month} = @month";

    private Uri Queries() => Address($"projects/{settings[BigQueryFields.Project.Name]}/queries");

    private Uri Page(JsonElement job, string? page)
    {
        var location = job.TryGetProperty("location", out var place)
            ? $"&location={Uri.EscapeDataString(place.GetString() ?? "")}"
            : "";
        var token = page is null ? "" : $"&pageToken={Uri.EscapeDataString(page)}";
        return Address(
            $"projects/{settings[BigQueryFields.Project.Name]}/queries/{Uri.EscapeDataString(job.GetProperty("jobId").GetString() ?? "")}?maxResults={PageRows}&timeoutMs={PollMilliseconds}{location}{token}"
        );
    }

    private Uri Address(string path) =>
        new(
            $"{(settings[GoogleFields.Endpoint.Name] ?? DefaultEndpoint).TrimEnd('/')}/bigquery/v2/{path}"
        );

    private (string Project, string Dataset) Dataset()
    {
        var parts = settings[BigQueryFields.Dataset.Name]!.Split('.', 2);
        return parts is [var project, var dataset]
            ? (project, dataset)
            : (settings[BigQueryFields.Project.Name]!, parts[0]);
    }

    private string Name()
    {
        var (project, dataset) = Dataset();
        return $"{project}.{dataset}.{settings[BigQueryFields.Table.Name]}";
    }

    private static string Month(BillingPeriod month) =>
        month.Start.ToString("yyyyMM", CultureInfo.InvariantCulture);

    private static long Bytes(JsonElement answer) =>
        answer.TryGetProperty("totalBytesProcessed", out var bytes)
        && long.TryParse(bytes.GetString(), CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;

    [GeneratedRegex("^[a-z][a-z0-9-]{4,28}[a-z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectName();

    [GeneratedRegex(
        "^([a-z][a-z0-9-]{4,28}[a-z0-9][.])?[A-Za-z0-9_]{1,1024}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex DatasetName();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,1024}$", RegexOptions.NonBacktracking)]
    private static partial Regex TableName();
}
