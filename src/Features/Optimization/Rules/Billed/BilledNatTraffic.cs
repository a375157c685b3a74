using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Traffic through NAT gateways.</summary>
internal static class BilledNatTraffic
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-nat-traffic",
                    "Traffic through NAT gateways",
                    Category.StorageAndNetwork,
                    "Bytes through a NAT gateway are charged; those to S3 and DynamoDB are free through a gateway endpoint. How many those are the bill does not say: a tenth is counted, up to six tenths are usual."
                ),
                Matches = l => l.Has("NatGateway-Bytes"),
                Share = (_, _) => (0.1m, 0.6m),
                Kind = "NAT gateway",
                Title = _ => "Send S3 and DynamoDB traffic through a free endpoint",
                Why = _ => "Every byte through it is charged, and gateway endpoints are free.",
                Excludes = "size",
                Confidence = 0.4,
                Permissions = ["ec2:CreateVpcEndpoint"],
                HowTo = l => new HowTo(
                    "AWS CLI",
                    $"aws ec2 create-vpc-endpoint --vpc-id VPC --service-name com.amazonaws.{l.Region}.s3 --route-table-ids TABLE --region {l.Region}"
                ),
            }
        );
}
