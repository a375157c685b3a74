using System.Text.RegularExpressions;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>What AWS's names look like, so that a slip is told before any call.</summary>
internal static partial class AwsRules
{
    /// <summary>Whether it looks like the code of a region.</summary>
    public static bool IsRegion(string text) => RegionName().IsMatch(text);

    public static IEnumerable<Problem> Check(SettingValues settings)
    {
        if (settings[AwsFields.Bucket.Name] is { } bucket && !BucketName().IsMatch(bucket))
        {
            yield return Wrong(
                AwsFields.Bucket,
                bucket,
                "Write its name alone, without s3:// and without the path."
            );
        }

        if (settings[AwsFields.Region.Name] is { } region && !RegionName().IsMatch(region))
        {
            yield return Wrong(
                AwsFields.Region,
                region,
                "Write its code, such as eu-central-1, not its name."
            );
        }

        if (settings[AwsFields.Role.Name] is { } role && !RoleArn().IsMatch(role))
        {
            yield return Wrong(
                AwsFields.Role,
                role,
                "Write its ARN, such as arn:aws:iam::111122223333:role/outlay."
            );
        }

        if (
            settings[AwsFields.Prefix.Name] is { } prefix
            && prefix.StartsWith("s3:", StringComparison.Ordinal)
        )
        {
            yield return Wrong(
                AwsFields.Prefix,
                prefix,
                "Write the path within the bucket, without s3:// and the bucket."
            );
        }
    }

    private static Problem Wrong(SettingField field, string value, string fix) =>
        new(
            ProblemKind.Invalid,
            $"{field.Label}: '{value}' does not look like one.",
            fix,
            field.Name
        );

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();

    [GeneratedRegex(
        "^[a-z]{2}(-[a-z]+)+-[0-9]$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex RegionName();

    [GeneratedRegex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$", RegexOptions.NonBacktracking)]
    private static partial Regex RoleArn();
}
