using System.Globalization;
using System.Text.RegularExpressions;
using Outlay.Connectors.Gcp.Access;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.BigQuery;

/// <summary>A billing export's table, by BigQuery's REST API.</summary>
/// <remarks>https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/query</remarks>
internal sealed partial class BigQueryTable(SettingValues settings)
{
    private const string Scope = "https://www.googleapis.com/auth/bigquery";
    private const string DefaultEndpoint = "https://bigquery.googleapis.com";
    private readonly GoogleApi _api = GoogleApi.Of(settings, Scope);

    /// <summary>What is wrong with the names, which become part of SQL and addresses.</summary>
    public static IEnumerable<Problem> Slips(SettingValues settings)
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
                && most is > 0 and <= BigQueryJob.MostGigabytes
            )
        )
        {
            yield return new(
                ProblemKind.Invalid,
                $"'{gb}' is no number of gigabytes.",
                "Write a whole number from 1 to 1000000.",
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
        // A table partitioned by a column of its own names the column.
        var isPartitioned =
            table.RootElement.TryGetProperty("timePartitioning", out var partitions)
            && !partitions.TryGetProperty("field", out _);
        return columns.Contains("invoice") && columns.Contains("export_time")
                ? BillingTableKind.Native with
                {
                    IsPartitioned = isPartitioned,
                }
            : columns.Contains("BillingPeriodStart") && columns.Contains("BilledCost")
                ? BillingTableKind.Focus with
                {
                    IsPartitioned = isPartitioned,
                }
            : new Problem(
                ProblemKind.Invalid,
                $"{settings[BigQueryFields.Table.Name]} is no billing export: it has neither the columns invoice and export_time nor BillingPeriodStart and BilledCost.",
                "Choose the detailed usage cost export, or a FOCUS view over it; the pricing export is another table.",
                BigQueryFields.Table.Name
            );
    }

    /// <summary>The months from one on, newest first, each with what tells whether it changed.</summary>
    public async Task<Result<(IReadOnlyList<BillingMonth> Months, PaidCalls Took)>> MonthsAsync(
        BillingTableKind kind,
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var months = new List<BillingMonth>();
        var took = await Job(kind.Months(Name()), [("month", "STRING", Month(from))])
            .RunAsync(
                row =>
                {
                    if (BillingMonth.Of(row) is { } month)
                    {
                        months.Add(month);
                    }

                    return ValueTask.CompletedTask;
                },
                cancellationToken
            );
        return took.IsOk ? (months, took.Value) : took.Problem;
    }

    /// <summary>Bytes that reading a month takes, without reading it.</summary>
    public Task<Result<long>> EstimateAsync(
        BillingTableKind kind,
        BillingMonth month,
        CancellationToken cancellationToken
    ) => Rows(kind, month).EstimateAsync(cancellationToken);

    /// <summary>Writes the rows of a month as they were when the table was asked, a JSON object a line.</summary>
    public async Task<Result<PaidCalls>> CopyAsync(
        BillingTableKind kind,
        BillingMonth month,
        TextWriter target,
        CancellationToken cancellationToken
    )
    {
        long rows = 0;
        var took = await Rows(kind, month)
            .RunAsync(
                row =>
                {
                    rows++;
                    return new ValueTask(
                        target.WriteLineAsync(row[0].AsMemory(), cancellationToken)
                    );
                },
                cancellationToken
            );
        return took.IsOk && rows != month.Rows
            ? new Problem(
                ProblemKind.Conflict,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{month.Month} had {month.Rows} rows when the table was asked and {rows} when it was read."
                ),
                "Google was writing to it; the next sync reads it anew."
            )
            : took;
    }

    private BigQueryJob Rows(BillingTableKind kind, BillingMonth month)
    {
        var parameters = new List<(string, string, string)>
        {
            ("month", "STRING", Month(month.Month)),
        };
        if (kind.HasExportTime)
        {
            parameters.Add(("until", "TIMESTAMP", month.Mark));
        }

        var isNarrow = month is { First: not null, Last: not null };
        if (isNarrow)
        {
            parameters.Add(("first", "DATE", Text(month.First!.Value)));
            parameters.Add(("last", "DATE", Text(month.Last!.Value)));
        }

        return Job((kind with { IsPartitioned = isNarrow }).Rows(Name()), parameters);
    }

    private BigQueryJob Job(
        string sql,
        IReadOnlyList<(string Name, string Type, string Value)> parameters
    ) => new(_api, settings, Address, sql, parameters);

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

    private static string Text(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
