using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>A part of a scan: what one reader finds in a region of an account, and what it wants to have measured.</summary>
internal sealed class AwsPart(AwsScan scan, AwsPlace place)
{
    public AwsScan Scan => scan;

    public AwsPlace Place => place;

    public AwsAccount Account => place.Account;

    public string Region => place.Region;

    public CancellationToken Cancel => scan.Cancel;

    /// <summary>What was found.</summary>
    public List<Resource> Found { get; } = [];

    /// <summary>What should be measured.</summary>
    public List<MetricWish> Wishes { get; } = [];

    /// <summary>The full name of something in this region and account.</summary>
    public string Arn(string service, string what) =>
        $"arn:{Account.Partition}:{service}:{Region}:{Account.Id}:{what}";

    /// <summary>Reads something; what fails becomes a gap, and the rest goes on.</summary>
    public Task<bool> TryAsync(string subject, Func<Task> read) =>
        scan.TryAsync(Account.Id, Region, subject, read);

    /// <summary>Makes a call whose answer is XML.</summary>
    public Task<XElement> XmlAsync(AwsCall call) =>
        AskAsync(
            call,
            async (stream, token) =>
                (await XDocument.LoadAsync(stream, LoadOptions.None, token)).Root!
        );

    /// <summary>Makes a call whose answer is JSON.</summary>
    public Task<JsonElement> JsonAsync(AwsCall call) =>
        AskAsync(
            call,
            async (stream, token) =>
            {
                using var json = await JsonDocument.ParseAsync(stream, cancellationToken: token);
                return json.RootElement.Clone();
            }
        );

    /// <summary>Makes a call and reads its answer as it comes.</summary>
    public Task<T> AskAsync<T>(AwsCall call, Func<Stream, CancellationToken, Task<T>> read) =>
        scan.Wire.AskAsync(Account.Client, Account.Id, Region, call, read, Cancel);

    /// <summary>All pages of a call by form; the answer's result, if it is wrapped in one.</summary>
    public async IAsyncEnumerable<XElement> PagesAsync(
        AwsApi api,
        string action,
        PageNames names,
        IReadOnlyList<(string Name, string? Value)>? parameters = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        string? next = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var answer = await XmlAsync(
                AwsCall.Form(
                    api,
                    action,
                    [.. parameters ?? [], (names.Size, names.Most), (names.Token, next)]
                )
            );
            var page = answer.Child(action + "Result") ?? answer;
            yield return page;
            next = page.Text(names.Next);
        } while (next is not null);
    }

    /// <summary>All pages of a call by JSON.</summary>
    public async IAsyncEnumerable<JsonElement> PagesAsync(
        Func<string?, AwsCall> call,
        string nextName,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        string? next = null;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await JsonAsync(call(next));
            yield return page;
            next = page.Text(nextName);
        } while (next is not null);
    }
}

/// <summary>How a service names its pages.</summary>
/// <param name="Size">The parameter of their size.</param>
/// <param name="Most">The largest size.</param>
/// <param name="Token">The parameter that asks for the next.</param>
/// <param name="Next">Where the answer names the next.</param>
internal sealed record PageNames(string Size, string? Most, string Token, string Next)
{
    public static readonly PageNames Ec2 = new("MaxResults", "1000", "NextToken", "nextToken");
    public static readonly PageNames Ec2Types = Ec2 with { Most = "100" };
    public static readonly PageNames Ec2Whole = Ec2 with { Most = null };
    public static readonly PageNames Rds = new("MaxRecords", "100", "Marker", "Marker");
    public static readonly PageNames LoadBalancing = new("PageSize", "400", "Marker", "NextMarker");
    public static readonly PageNames AutoScaling = new(
        "MaxRecords",
        "100",
        "NextToken",
        "NextToken"
    );
}
