using System.Collections.Concurrent;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Outlay.Connectors.Aws.Exports;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>Finds the accounts that the settings name, and signs in to each.</summary>
internal sealed class AccountFinder(AwsScan scan, HttpMessageHandler line)
{
    private const int AtOnce = 8;
    private const string Assume = "sts:AssumeRole";

    private readonly AwsSession _session = AwsSession.Of(scan.Settings);

    /// <summary>Who is signed in: the account that all others are reached from.</summary>
    public async Task<Result<AwsAccount>> OwnAsync()
    {
        var who = await AwsErrors.GuardAsync(
            scan.Settings,
            () => _session.CallerAsync(scan.Cancel),
            scan.Cancel
        );
        if (!who.IsOk)
        {
            return who.Problem;
        }

        // arn:aws-cn:sts::…
        var partition = who.Value.Arn.Split(':') is [_, var found, ..] ? found : "aws";
        var home =
            scan.Settings[InventoryFields.Region.Name]
            ?? partition switch
            {
                "aws-us-gov" => "us-gov-west-1",
                "aws-cn" => "cn-northwest-1",
                _ => "us-east-1",
            };
        return new AwsAccount(
            who.Value.Account,
            null,
            partition,
            home,
            Client(_session.Signer, home)
        );
    }

    /// <summary>The accounts to look at; those that cannot be signed in to become gaps.</summary>
    public async Task<IReadOnlyList<AwsAccount>> AllAsync(AwsAccount own)
    {
        var wanted = await WantedAsync(own);
        var found = new ConcurrentBag<AwsAccount>();
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = scan.Cancel,
            },
            async (account, _) =>
            {
                if (account.Id == own.Id)
                {
                    found.Add(own with { Name = account.Name });
                    return;
                }

                var member = await MemberAsync(own, account.Id, account.Name);
                if (member.IsOk)
                {
                    found.Add(member.Value);
                }
                else
                {
                    scan.Add(
                        new ScanGap(
                            account.Id,
                            null,
                            "The whole account",
                            Assume,
                            member.Problem.Message,
                            member.Problem.Fix
                        )
                    );
                }
            }
        );
        return [.. found.OrderBy(a => a.Id, StringComparer.Ordinal)];
    }

    /// <summary>Signs in to another account.</summary>
    public async Task<Result<AwsAccount>> MemberAsync(AwsAccount own, string id, string? name)
    {
        var role = $"arn:{own.Partition}:iam::{id}:role/{InventoryFields.RoleOf(scan.Settings)}";
        var externalId = scan.Settings[InventoryFields.MemberExternalId.Name];
        var credentials = _session.As(role, externalId);
        scan.Wire.Ledger.Made(id, own.Home, Assume);
        try
        {
            await credentials.GetCredentialsAsync();
            return new AwsAccount(id, name, own.Partition, own.Home, Client(credentials, own.Home));
        }
        catch (AmazonServiceException e)
        {
            return new Problem(
                ProblemKind.Forbidden,
                $"The role {role} may not be assumed: {e.ErrorCode}: {e.Message}",
                externalId is null
                    ? "Make the role in that account with the trust policy shown here, and allow sts:AssumeRole on it; if it asks for an external id, enter that too."
                    : "Make the role in that account with the trust policy shown here and the same external id, and allow sts:AssumeRole on it.",
                InventoryFields.MemberRole.Name
            );
        }
        catch (Exception e) when (e is AmazonClientException or HttpRequestException)
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"The role {role} could not be assumed: {e.Message}",
                "Check network, proxy and endpoint."
            );
        }
    }

    private HttpClient Client(AWSCredentials credentials, string home) =>
        new(
            new SigV4SigningHandler(
                credentials,
                RegionEndpoint.GetBySystemName(home),
                AwsApi.Ec2.Signing,
                line
            ),
            disposeHandler: false
        )
        {
            Timeout = TimeSpan.FromMinutes(2),
        };

    private async Task<IReadOnlyList<(string Id, string? Name)>> WantedAsync(AwsAccount own)
    {
        switch (scan.Settings.Choice(InventoryFields.Scope))
        {
            case InventoryFields.ScopeList:
                return
                [
                    .. InventoryFields.AccountsOf(scan.Settings).Select(a => (a, (string?)null)),
                ];
            case InventoryFields.ScopeOrganization:
                var accounts = new List<(string, string?)>();
                var read = await scan.TryAsync(
                    own.Id,
                    null,
                    "Accounts of the organisation",
                    async () => accounts.AddRange(await OrganizationAsync(own))
                );
                // Without the organisation there is still the account itself.
                return read ? accounts : [(own.Id, null)];
            default:
                return [(own.Id, null)];
        }
    }

    /// <summary>The accounts of the organisation that are not closed.</summary>
    public async Task<IReadOnlyList<(string Id, string? Name)>> OrganizationAsync(AwsAccount own)
    {
        var part = new AwsPart(scan, new AwsPlace(scan, own, own.Home));
        var accounts = new List<(string, string?)>();
        await foreach (
            var page in part.PagesAsync(
                next =>
                    AwsCall.Json(
                        AwsApi.Organizations,
                        "ListAccounts",
                        next is null ? new object() : new { NextToken = next }
                    ),
                "NextToken",
                scan.Cancel
            )
        )
        {
            accounts.AddRange(
                page.Items("Accounts")
                    .Where(IsActive)
                    .Select(a => (a.Text("Id") ?? "", a.Text("Name")))
            );
        }

        return accounts;
    }

    // State takes the place of Status.
    private static bool IsActive(JsonElement account) =>
        (account.Text("State") ?? account.Text("Status") ?? "ACTIVE") == "ACTIVE";
}
