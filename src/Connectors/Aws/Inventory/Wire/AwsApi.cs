namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>How a service wants to be asked.</summary>
internal enum AwsProtocol
{
    /// <summary>A form that names its action; the answer is XML.</summary>
    Query,

    /// <summary>JSON to the root; a header names the operation.</summary>
    Json,

    /// <summary>JSON, or nothing, to a path.</summary>
    Rest,
}

/// <summary>A service of AWS: one row is all that the client needs to know of it.</summary>
/// <param name="Permission">The prefix of its permissions.</param>
/// <param name="Signing">The name that requests are signed for.</param>
/// <param name="Host">The name before the region in its address.</param>
/// <param name="Protocol">How it wants to be asked.</param>
/// <param name="Version">Version of its form, or prefix of its targets.</param>
/// <remarks>
/// Most of these services have no SDK package that can be had here, so that all of them go through one signed client: one way to
/// retry, to count and to tell failures, rather than two. Names are those of the public API references.
/// </remarks>
internal sealed record AwsApi(
    string Permission,
    string Signing,
    string Host,
    AwsProtocol Protocol,
    string Version
)
{
    public static readonly AwsApi Ec2 = new("ec2", "ec2", "ec2", AwsProtocol.Query, "2016-11-15");

    public static readonly AwsApi LoadBalancing = new(
        "elasticloadbalancing",
        "elasticloadbalancing",
        "elasticloadbalancing",
        AwsProtocol.Query,
        "2015-12-01"
    );

    public static readonly AwsApi ClassicLoadBalancing = LoadBalancing with
    {
        Version = "2012-06-01",
    };

    public static readonly AwsApi Rds = new("rds", "rds", "rds", AwsProtocol.Query, "2014-10-31");

    public static readonly AwsApi AutoScaling = new(
        "autoscaling",
        "autoscaling",
        "autoscaling",
        AwsProtocol.Query,
        "2011-01-01"
    );

    public static readonly AwsApi CloudWatch = new(
        "cloudwatch",
        "monitoring",
        "monitoring",
        AwsProtocol.Json,
        "GraniteServiceVersion20100801"
    )
    {
        JsonVersion = "1.0",
    };

    public static readonly AwsApi Ecs = new(
        "ecs",
        "ecs",
        "ecs",
        AwsProtocol.Json,
        "AmazonEC2ContainerServiceV20141113"
    );

    public static readonly AwsApi ApplicationScaling = new(
        "application-autoscaling",
        "application-autoscaling",
        "application-autoscaling",
        AwsProtocol.Json,
        "AnyScaleFrontendService"
    );

    public static readonly AwsApi Tagging = new(
        "tag",
        "tagging",
        "tagging",
        AwsProtocol.Json,
        "ResourceGroupsTaggingAPI_20170126"
    );

    public static readonly AwsApi Organizations = new(
        "organizations",
        "organizations",
        "organizations",
        AwsProtocol.Json,
        "AWSOrganizationsV20161128"
    );

    public static readonly AwsApi Lambda = new("lambda", "lambda", "lambda", AwsProtocol.Rest, "");

    public static readonly AwsApi SavingsPlans = new(
        "savingsplans",
        "savingsplans",
        "savingsplans",
        AwsProtocol.Rest,
        ""
    )
    {
        IsGlobal = true,
    };

    public static readonly AwsApi S3 = new("s3", "s3", "s3", AwsProtocol.Rest, "");

    /// <summary>Version of the JSON protocol.</summary>
    public string JsonVersion { get; init; } = "1.1";

    /// <summary>Whether its address has no region.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>Its address in a region.</summary>
    public Uri Address(string region)
    {
        var suffix = region.StartsWith("cn-", StringComparison.Ordinal)
            ? "amazonaws.com.cn"
            : "amazonaws.com";
        return new($"https://{(IsGlobal ? Host : $"{Host}.{region}")}.{suffix}");
    }
}
