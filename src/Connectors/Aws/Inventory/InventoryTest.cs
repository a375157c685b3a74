using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Inventory;

/// <summary>Tries what a scan needs: signing in, the other accounts, and a call of each service in the home region.</summary>
internal sealed class InventoryTest(AwsScan scan, HttpMessageHandler line)
{
    private static readonly AwsCall[] Calls =
    [
        Small(AwsApi.Ec2, "DescribeInstances"),
        Small(AwsApi.Ec2, "DescribeVolumes"),
        AwsCall.Json(AwsApi.CloudWatch, "ListMetrics", new { Namespace = "CWAgent" }),
        AwsCall.Form(AwsApi.LoadBalancing, "DescribeLoadBalancers", ("PageSize", "5")),
        AwsCall.Form(AwsApi.Rds, "DescribeDBInstances", ("MaxRecords", "20")),
        AwsCall.Get(AwsApi.Lambda, "ListFunctions", "/2015-03-31/functions?MaxItems=5"),
        AwsCall.Json(AwsApi.Ecs, "ListClusters", new { maxResults = 5 }),
        AwsCall.Get(AwsApi.S3, "ListAllMyBuckets", "/?max-buckets=5"),
        AwsCall.Post(
            AwsApi.SavingsPlans,
            "DescribeSavingsPlans",
            "/DescribeSavingsPlans",
            new { maxResults = 5 }
        ),
    ];

    public async IAsyncEnumerable<TestStep> RunAsync()
    {
        var finder = new AccountFinder(scan, line);
        var own = await finder.OwnAsync();
        yield return new TestStep("Sign in", own.IsOk ? own.Value.Id : null, own.Problem);
        if (!own.IsOk)
        {
            yield break;
        }

        var account = own.Value;
        var others = new List<(string Id, string? Name)>();
        switch (scan.Settings.Choice(InventoryFields.Scope))
        {
            case InventoryFields.ScopeOrganization:
                yield return await StepAsync(
                    "List the accounts of the organisation",
                    async () =>
                    {
                        others.AddRange(await finder.OrganizationAsync(account));
                        return others.Count == 1 ? "1 account" : $"{others.Count} accounts";
                    }
                );
                break;
            case InventoryFields.ScopeList:
                others.AddRange(
                    InventoryFields.AccountsOf(scan.Settings).Select(a => (a, (string?)null))
                );
                break;
            default:
                break;
        }

        foreach (var (id, name) in others.Where(o => o.Id != account.Id))
        {
            var member = await finder.MemberAsync(account, id, name);
            yield return new TestStep(
                $"Assume the role in {name ?? id}",
                member.IsOk ? id : null,
                member.Problem
            );
            account = member.IsOk ? member.Value : account;
        }

        await foreach (var step in CallsAsync(account))
        {
            yield return step;
        }
    }

    private async IAsyncEnumerable<TestStep> CallsAsync(AwsAccount account)
    {
        var part = new AwsPart(scan, new AwsPlace(scan, account, account.Home));
        yield return await StepAsync(
            "Ask for the enabled regions",
            async () =>
            {
                var regions = await RegionFinder.EnabledAsync(part);
                return regions.Count == 1 ? "1 region" : $"{regions.Count} regions";
            }
        );
        foreach (var call in Calls)
        {
            yield return await StepAsync(
                $"Call {call.Name} in account {account.Id}, {account.Home}",
                async () =>
                {
                    await part.AskAsync(call, (_, _) => Task.FromResult(true));
                    return "allowed";
                }
            );
        }
    }

    private static AwsCall Small(AwsApi api, string action) =>
        AwsCall.Form(api, action, ("MaxResults", "5"));

    private static async Task<TestStep> StepAsync(string name, Func<Task<string>> call)
    {
        try
        {
            return new TestStep(name, await call());
        }
        catch (AwsCallException e)
        {
            var gap = Gap.Of("", null, name, e);
            return new TestStep(
                name,
                null,
                new Problem(
                    e.IsDenied ? ProblemKind.Forbidden : ProblemKind.Unavailable,
                    $"{gap.Operation}: {gap.Cause}",
                    gap.Fix
                )
            );
        }
    }
}
