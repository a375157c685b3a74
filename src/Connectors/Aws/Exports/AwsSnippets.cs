using Outlay.Connectors.Aws.Cur;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>What to run or paste at AWS, with the names of the connection filled in.</summary>
internal static class AwsSnippets
{
    public static IReadOnlyList<SetupSnippet> OfExport(SettingValues settings)
    {
        var bucket = settings[AwsFields.Bucket.Name] ?? "BUCKET";
        var prefix = settings[AwsFields.Prefix.Name]?.Trim('/') ?? "";
        var objects = prefix.Length == 0 ? "*" : $"{prefix}/*";
        var externalId = settings[AwsFields.ExternalId.Name] ?? "EXTERNAL-ID";
        var policy = Policy(bucket, objects);
        return
        [
            new("Policy: all that Outlay needs", policy),
            new(
                "AWS CLI: a user with this policy",
                $"""
                aws iam create-user --user-name outlay
                aws iam put-user-policy --user-name outlay --policy-name outlay-export --policy-document '{policy}'
                aws iam create-access-key --user-name outlay
                """
            ),
            new("Trust policy of a role, when Outlay assumes one", Trust(externalId)),
            new("Terraform: role and policy", Terraform(bucket, objects, externalId)),
            new("AWS CLI: make a CUR 2.0 export", Export(bucket, prefix)),
        ];
    }

    public static IReadOnlyList<SetupSnippet> OfCostExplorer(SettingValues settings) =>
        [
            new("Policy: all that Outlay needs", CostExplorerPolicy),
            new(
                "AWS CLI: a user with this policy",
                $"""
                aws iam create-user --user-name outlay
                aws iam put-user-policy --user-name outlay --policy-name outlay-cost-explorer --policy-document '{CostExplorerPolicy}'
                aws iam create-access-key --user-name outlay
                """
            ),
            new(
                "Trust policy of a role, when Outlay assumes one",
                Trust(settings[AwsFields.ExternalId.Name] ?? "EXTERNAL-ID")
            ),
        ];

    private const string CostExplorerPolicy = """
        {
          "Version": "2012-10-17",
          "Statement": [
            { "Effect": "Allow", "Action": "ce:GetCostAndUsage", "Resource": "*" }
          ]
        }
        """;

    private static string Policy(string bucket, string objects) =>
        $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::{{bucket}}" },
                { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::{{bucket}}/{{objects}}" }
              ]
            }
            """;

    private static string Trust(string externalId) =>
        $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": { "AWS": "arn:aws:iam::ACCOUNT-OF-OUTLAY:root" },
                  "Action": "sts:AssumeRole",
                  "Condition": { "StringEquals": { "sts:ExternalId": "{{externalId}}" } }
                }
              ]
            }
            """;

    private static string Terraform(string bucket, string objects, string externalId) =>
        $$"""
            resource "aws_iam_role" "outlay" {
              name = "outlay"
              assume_role_policy = jsonencode({
                Version = "2012-10-17"
                Statement = [{
                  Effect    = "Allow"
                  Principal = { AWS = "arn:aws:iam::ACCOUNT-OF-OUTLAY:root" }
                  Action    = "sts:AssumeRole"
                  Condition = { StringEquals = { "sts:ExternalId" = "{{externalId}}" } }
                }]
              })
            }

            resource "aws_iam_role_policy" "outlay" {
              name = "outlay-export"
              role = aws_iam_role.outlay.id
              policy = jsonencode({
                Version = "2012-10-17"
                Statement = [
                  { Effect = "Allow", Action = "s3:ListBucket", Resource = "arn:aws:s3:::{{bucket}}" },
                  { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::{{bucket}}/{{objects}}" },
                ]
              })
            }
            """;

    private static string Export(string bucket, string prefix)
    {
        var parts = prefix.Split('/');
        var name = parts[^1].Length == 0 ? "outlay-cur2" : parts[^1];
        var parent = parts.Length > 1 ? string.Join('/', parts[..^1]) : "exports";
        return $$"""
            aws bcm-data-exports create-export --region us-east-1 --export '{
              "Name": "{{name}}",
              "DataQuery": {
                "QueryStatement": "SELECT {{string.Join(
                ", ",
                CurColumns.Selectable
            )}} FROM COST_AND_USAGE_REPORT",
                "TableConfigurations": { "COST_AND_USAGE_REPORT": {
                  "TIME_GRANULARITY": "HOURLY", "INCLUDE_RESOURCES": "TRUE", "INCLUDE_SPLIT_COST_ALLOCATION_DATA": "FALSE" } }
              },
              "DestinationConfigurations": { "S3Destination": {
                "S3Bucket": "{{bucket}}", "S3Prefix": "{{parent}}", "S3Region": "us-east-1",
                "S3OutputConfigurations": { "OutputType": "CUSTOM", "Format": "PARQUET", "Compression": "PARQUET", "Overwrite": "OVERWRITE_REPORT" } } },
              "RefreshCadence": { "Frequency": "SYNCHRONOUS" }
            }'
            """;
    }
}
