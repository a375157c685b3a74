using System.Text.Json;
using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Calls;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>Reserved instances of a region, of EC2 and of RDS.</summary>
internal sealed class ReservationReader : IAwsReader
{
    public string Title => "Reservations";

    public async Task ReadAsync(AwsPart part)
    {
        await part.TryAsync(
            "Reserved instances",
            async () =>
            {
                var answer = await part.XmlAsync(
                    AwsCall.Form(AwsApi.Ec2, "DescribeReservedInstances")
                );
                part.Found.AddRange(
                    answer.Items("reservedInstancesSet").Select(i => Machine(part, i))
                );
            }
        );
        await part.TryAsync(
            "Reserved databases",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.Rds,
                        "DescribeReservedDBInstances",
                        PageNames.Rds,
                        cancellationToken: part.Cancel
                    )
                )
                {
                    part.Found.AddRange(
                        page.Items("ReservedDBInstances").Select(i => Database(part, i))
                    );
                }
            }
        );
    }

    private static Commitment Machine(AwsPart part, XElement item)
    {
        var id = item.Text("reservedInstancesId") ?? "";
        var start = item.Time("start") ?? DateTimeOffset.UnixEpoch;
        return new Commitment
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = part.Arn("ec2", $"reserved-instances/{id}"),
            CreatedAt = start,
            Tags = item.Tags("tagSet"),
            Type = "reserved-instance",
            State = CommitmentWords.State(item.Text("state")),
            Start = start,
            End = item.Time("end") ?? start.AddSeconds(item.Number("duration") ?? 0),
            Currency = item.Text("currencyCode") ?? "USD",
            Payment = CommitmentWords.Payment(item.Text("offeringType")),
            Upfront = item.Money("fixedPrice"),
            Scope = item.Text("instanceType"),
            Count = item.Whole("instanceCount"),
        };
    }

    private static Commitment Database(AwsPart part, XElement item)
    {
        var id = item.Text("ReservedDBInstanceId") ?? "";
        var start = item.Time("StartTime") ?? DateTimeOffset.UnixEpoch;
        return new Commitment
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = item.Text("ReservedDBInstanceArn") ?? part.Arn("rds", $"ri:{id}"),
            CreatedAt = start,
            Type = "reserved-database",
            State = CommitmentWords.State(item.Text("State")),
            Start = start,
            End = start.AddSeconds(item.Number("Duration") ?? 0),
            Currency = item.Text("CurrencyCode") ?? "USD",
            Payment = CommitmentWords.Payment(item.Text("OfferingType")),
            Upfront = item.Money("FixedPrice"),
            Scope = item.Text("DBInstanceClass"),
            Count = item.Whole("DBInstanceCount"),
        };
    }
}

/// <summary>Savings Plans of an account.</summary>
internal sealed class SavingsPlanReader : IAwsReader
{
    public string Title => "Savings Plans";

    public bool IsGlobal => true;

    public Task ReadAsync(AwsPart part)
    {
        // The service is signed for where the partition has it, wherever the scan looks.
        var home = new AwsPart(part.Scan, new AwsPlace(part.Scan, part.Account, "us-east-1"));
        return part.Scan.TryAsync(
            part.Account.Id,
            null,
            "Savings Plans",
            async () =>
            {
                await foreach (
                    var page in home.PagesAsync(
                        next =>
                            AwsCall.Post(
                                AwsApi.SavingsPlans,
                                "DescribeSavingsPlans",
                                "/DescribeSavingsPlans",
                                next is null
                                    ? new { maxResults = 1000 }
                                    : new { maxResults = 1000, nextToken = next }
                            ),
                        "nextToken",
                        part.Cancel
                    )
                )
                {
                    part.Found.AddRange(page.Items("savingsPlans").Select(p => Plan(part, p)));
                }
            }
        );
    }

    private static Commitment Plan(AwsPart part, JsonElement item)
    {
        var id = item.Text("savingsPlanId") ?? "";
        var start = item.Time("start") ?? DateTimeOffset.UnixEpoch;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        if (item.Child("tags") is { ValueKind: JsonValueKind.Object } own)
        {
            foreach (var tag in own.EnumerateObject())
            {
                tags[tag.Name] = tag.Value.GetString() ?? "";
            }
        }

        return new Commitment
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = item.Text("region") ?? "global",
            Id = id,
            Name =
                item.Text("savingsPlanArn")
                ?? $"arn:{part.Account.Partition}:savingsplans::{part.Account.Id}:savingsplan/{id}",
            DisplayName = item.Text("description"),
            CreatedAt = start,
            Tags = tags,
            Type = item.Text("savingsPlanType") switch
            {
                "Compute" => "compute-savings-plan",
                "EC2Instance" => "ec2-savings-plan",
                "SageMaker" => "sagemaker-savings-plan",
                "Database" => "database-savings-plan",
                { } other => other,
                null => "savings-plan",
            },
            State = CommitmentWords.State(item.Text("state")),
            Start = start,
            End = item.Time("end") ?? start.AddSeconds(item.Number("termDurationInSeconds") ?? 0),
            Hourly = item.Money("commitment"),
            Currency = item.Text("currency") ?? "USD",
            Payment = CommitmentWords.Payment(item.Text("paymentOption")),
            Upfront = item.Money("upfrontPaymentAmount"),
            Scope = item.Text("ec2InstanceFamily"),
        };
    }
}

/// <summary>AWS's words of commitments in ours.</summary>
internal static class CommitmentWords
{
    public static string State(string? word) =>
        word switch
        {
            "active" or "payment-pending" => "active",
            "queued" => "queued",
            "retired" or "returned" or "queued-deleted" or "payment-failed" => "ended",
            { } other => other,
            null => "unknown",
        };

    // "No Upfront"; those of before 2015 have words of their own.
    public static string? Payment(string? option) => option?.ToLowerInvariant().Replace(' ', '-');
}
