using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Inventory;

/// <summary>What to run or paste at AWS so that accounts can be scanned, with the settings' own names.</summary>
internal static class InventorySnippets
{
    // None of these changes anything, and none reads what is stored in disks, databases or buckets.
    private static readonly string[] Actions =
    [
        "ec2:DescribeRegions",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeVolumes",
        "ec2:DescribeSnapshots",
        "ec2:DescribeImages",
        "ec2:DescribeAddresses",
        "ec2:DescribeNatGateways",
        "ec2:DescribeRouteTables",
        "ec2:DescribeVpcEndpoints",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:DescribeReservedInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "cloudwatch:GetMetricData",
        "cloudwatch:ListMetrics",
        "elasticloadbalancing:DescribeLoadBalancers",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth",
        "elasticloadbalancing:DescribeInstanceHealth",
        "rds:DescribeDBInstances",
        "rds:DescribeDBSnapshots",
        "rds:DescribeReservedDBInstances",
        "lambda:ListFunctions",
        "lambda:ListProvisionedConcurrencyConfigs",
        "ecs:ListClusters",
        "ecs:ListServices",
        "ecs:DescribeServices",
        "ecs:DescribeTaskDefinition",
        "application-autoscaling:DescribeScalingPolicies",
        "tag:GetResources",
        "s3:ListAllMyBuckets",
        "s3:GetBucketLocation",
        "s3:GetLifecycleConfiguration",
        "s3:GetBucketVersioning",
        "s3:ListBucketMultipartUploads",
        "savingsplans:DescribeSavingsPlans",
    ];

    public static IReadOnlyList<SetupSnippet> Of(SettingValues settings)
    {
        var role = InventoryFields.RoleOf(settings);
        var externalId = settings[InventoryFields.MemberExternalId.Name] ?? "EXTERNAL-ID";
        return
        [
            new("Policy: all that a scan needs, in each account", Policy()),
            new(
                "Policy of the identity that signs in: the organisation and the other accounts",
                Own(role)
            ),
            new($"Trust policy of the role {role} in the other accounts", Trust(externalId)),
            new(
                "CloudFormation: the role, for a StackSet over the organisation",
                Template(role, externalId)
            ),
            new(
                "AWS CLI: put the role into every account by a StackSet",
                $"""
                aws cloudformation create-stack-set --stack-set-name outlay-reader --template-body file://outlay-reader.yaml \
                  --capabilities CAPABILITY_NAMED_IAM --permission-model SERVICE_MANAGED --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false
                aws cloudformation create-stack-instances --stack-set-name outlay-reader --regions us-east-1 \
                  --deployment-targets OrganizationalUnitIds=ROOT-OR-UNIT-ID
                """
            ),
        ];
    }

    private static string Policy() =>
        $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Action": [
            {{string.Join(",\n", Actions.Select(a => $"        \"{a}\""))}}
                  ],
                  "Resource": "*"
                }
              ]
            }
            """;

    private static string Own(string role) =>
        $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                { "Effect": "Allow", "Action": "organizations:ListAccounts", "Resource": "*" },
                { "Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/{{role}}" }
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

    private static string Template(string role, string externalId) =>
        $$"""
            AWSTemplateFormatVersion: "2010-09-09"
            Resources:
              Reader:
                Type: AWS::IAM::Role
                Properties:
                  RoleName: {{role}}
                  AssumeRolePolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Principal: { AWS: "arn:aws:iam::ACCOUNT-OF-OUTLAY:root" }
                        Action: sts:AssumeRole
                        Condition: { StringEquals: { "sts:ExternalId": "{{externalId}}" } }
                  Policies:
                    - PolicyName: outlay-reader
                      PolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Effect: Allow
                            Resource: "*"
                            Action:
            {{string.Join("\n", Actions.Select(a => $"                  - {a}"))}}
            """;
}
