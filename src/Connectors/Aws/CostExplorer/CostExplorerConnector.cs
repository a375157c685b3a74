using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Outlay.Connectors.Aws.Exports;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.CostExplorer;

/// <summary>
/// Daily costs by service and account from Cost Explorer, for an account without an export. AWS charges for each call, so a sync asks
/// once for the sums of all months, and again only for those whose sum has changed.
/// </summary>
internal sealed class CostExplorerConnector(TimeProvider time) : IConnector
{
    /// <summary>US dollars that AWS charges for a call: https://aws.amazon.com/aws-cost-management/aws-cost-explorer/pricing/.</summary>
    public const decimal Price = 0.01m;

    // Cost Explorer keeps the present month and the 13 before it.
    private const int MonthsKept = 14;
    private static readonly string[] Metrics = ["UnblendedCost", "AmortizedCost"];

    public string Kind => "aws-cost-explorer";

    public string Title => "AWS Cost Explorer";

    public string Provider => "AWS";

    public string Summary =>
        "For an account without an export: costs by day, service and account, without resources and tags. AWS charges $0.01 for each call: one a sync, and one or two for each month that changed.";

    public IReadOnlyList<SettingField> Fields { get; } = [.. AwsFields.SignIn, AwsFields.Endpoint];

    public IReadOnlyList<Problem> Check(SettingValues settings) => [.. AwsRules.Check(settings)];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) =>
        AwsSnippets.OfCostExplorer(settings);

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var who = await AwsErrors.GuardAsync(
            settings,
            () => AwsSession.Of(settings).CallerAsync(cancellationToken),
            cancellationToken
        );
        yield return new TestStep("Sign in", who.IsOk ? who.Value.Arn : null, who.Problem);
        if (!who.IsOk)
        {
            yield break;
        }

        var found = await DiscoverAsync(settings, default, cancellationToken);
        yield return new TestStep(
            "Ask Cost Explorer for the sums of its months, for $0.01",
            found.IsOk ? Estimate(found.Value.Deliveries) : null,
            found.Problem
        );
    }

    public async Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var kept = BillingPeriod.Of(BillingPeriod.Of(today).Start.AddMonths(1 - MonthsKept));
        var first = from < kept ? kept : from;
        var asked = await CostExplorerClient.AskAsync(
            settings,
            new
            {
                TimePeriod = Span(first.Start, today.AddDays(1)),
                Granularity = "MONTHLY",
                Metrics,
            },
            cancellationToken
        );
        if (!asked.IsOk)
        {
            return asked.Problem;
        }

        using var answer = asked.Value;
        var deliveries = Months(answer.RootElement).OrderByDescending(d => d.Period).ToList();
        return deliveries.Count == 0
            ? new Problem(
                ProblemKind.NotFound,
                "Cost Explorer knows of no costs.",
                "It is switched on in the billing console and takes a day to fill; only the paying account sees all accounts."
            )
            : new RemoteListing(deliveries, new PaidCalls(1, Price));
    }

    public async Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        var who = await AwsErrors.GuardAsync(
            settings,
            () => AwsSession.Of(settings).CallerAsync(cancellationToken),
            cancellationToken
        );
        if (!who.IsOk)
        {
            return who.Problem;
        }

        var month = BillingPeriod.Parse(file.Id);
        await using var writer = new StreamWriter(
            target,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            leaveOpen: true
        );
        await using var rows = new CostExplorerRows(writer, month, who.Value.Account);
        await rows.BeginAsync();
        string? page = null;
        var calls = 0;
        do
        {
            var asked = await CostExplorerClient.AskAsync(
                settings,
                Request(month, page),
                cancellationToken
            );
            if (!asked.IsOk)
            {
                return asked.Problem;
            }

            calls++;
            using var answer = asked.Value;
            await rows.WriteAsync(answer.RootElement);
            page = answer.RootElement.TryGetProperty("NextPageToken", out var next)
                ? next.GetString()
                : null;
        } while (page is not null);

        return new PaidCalls(calls, calls * Price);
    }

    private Dictionary<string, object> Request(BillingPeriod month, string? page)
    {
        var tomorrow = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(1);
        var request = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["TimePeriod"] = Span(month.Start, month.End < tomorrow ? month.End : tomorrow),
            ["Granularity"] = "DAILY",
            ["Metrics"] = Metrics,
            ["GroupBy"] = new[]
            {
                new { Type = "DIMENSION", Key = "LINKED_ACCOUNT" },
                new { Type = "DIMENSION", Key = "SERVICE" },
            },
        };
        if (page is not null)
        {
            request["NextPageToken"] = page;
        }

        return request;
    }

    // The sums of a month are its version: what changes nothing in them needs no call of its own.
    private static IEnumerable<RemoteDelivery> Months(JsonElement answer)
    {
        foreach (var result in answer.GetProperty("ResultsByTime").EnumerateArray())
        {
            var start = result.GetProperty("TimePeriod").GetProperty("Start").GetString()!;
            var month = BillingPeriod.Of(
                DateOnly.ParseExact(start, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
            if (!result.TryGetProperty("Total", out var totals))
            {
                continue;
            }

            var sums = Metrics.Select(m => totals.GetProperty(m)).ToList();
            if (sums.All(s => Amount(s) == 0))
            {
                continue;
            }

            var version = string.Join(
                ' ',
                sums.Select(s =>
                    $"{s.GetProperty("Amount").GetString()} {s.GetProperty("Unit").GetString()}"
                )
            );
            yield return new RemoteDelivery(
                month,
                version,
                [new RemoteFile(month.ToString(), $"cost-explorer-{month}.csv", null, version)]
            );
        }
    }

    private static decimal Amount(JsonElement sum) =>
        decimal.Parse(
            sum.GetProperty("Amount").GetString()!,
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );

    private static string Estimate(IReadOnlyList<RemoteDelivery> months) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{months.Count} months, {months[^1].Period} to {months[0].Period}; bringing all in takes about {months.Count + 1} calls, ${(months.Count + 1) * Price:0.00}, and a sync later 2 or 3"
        );

    private static object Span(DateOnly from, DateOnly to) =>
        new
        {
            Start = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            End = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
}
