using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Outlay.Testing.AwsSeed;

/// <summary>Fills moto with an organisation of two accounts: machines of many shapes, disks, networks, functions, containers and databases.</summary>
public static class AwsSeeder
{
    private const string Own = "123456789012";
    private const string Region = "us-east-1";
    private const string OtherRegion = "eu-central-1";

    private static readonly (string Type, int Count)[] Shapes =
    [
        ("t3.micro", 10),
        ("m5.large", 15),
        ("c5.xlarge", 10),
        ("r5.2xlarge", 5),
        ("m4.large", 5),
        ("t2.medium", 5),
    ];

    /// <param name="address">Where moto listens.</param>
    /// <param name="now">The end of what is measured.</param>
    /// <param name="hours">Hours that are measured of some machines.</param>
    public static async Task<SeededAws> FillAsync(string address, DateTimeOffset now, int hours)
    {
        using var own = new MotoClient(address);
        var member = await OrganizationAsync(own);
        var machines = await MachinesAsync(own, Region, Shapes);
        await own.Ec2Async(
            Region,
            "StopInstances",
            Numbered("InstanceId", machines.Take(SeededAws.StoppedMachines))
        );
        await DisksAsync(own, machines);
        var (subnets, network) = await NetworkAsync(own);
        await AddressesAsync(own, machines, subnets[0], network);
        await BalancersAsync(own, machines, subnets, network);
        await FunctionsAsync(own);
        await ServicesAsync(own, subnets[0]);
        await DatabasesAsync(own);
        await BucketsAsync(own);
        var measured = machines.Skip(SeededAws.StoppedMachines).Take(6).ToList();
        await MetricsAsync(own, measured, now, hours);

        using var other = await own.OfAccountAsync(member);
        await MachinesAsync(other, OtherRegion, [("m5.large", SeededAws.MemberMachines)]);
        return new SeededAws(address, Own, member, Region, OtherRegion) { Measured = measured };
    }

    private static async Task<string> OrganizationAsync(MotoClient own)
    {
        await own.JsonAsync(
            "organizations",
            Region,
            "AWSOrganizationsV20161128.CreateOrganization",
            new { FeatureSet = "ALL" }
        );
        var made = await own.JsonAsync(
            "organizations",
            Region,
            "AWSOrganizationsV20161128.CreateAccount",
            new { Email = "shop@example.com", AccountName = "shop" }
        );
        return made.GetProperty("CreateAccountStatus").GetProperty("AccountId").GetString()!;
    }

    private static async Task<List<string>> MachinesAsync(
        MotoClient aws,
        string region,
        IEnumerable<(string Type, int Count)> shapes
    )
    {
        var image = (await aws.Ec2Async(region, "DescribeImages", ("Owner.1", "amazon")))
            .Descendants("imageId")
            .First()
            .Value;
        var ids = new List<string>();
        foreach (var (type, count) in shapes)
        {
            var made = await aws.Ec2Async(
                region,
                "RunInstances",
                ("ImageId", image),
                ("InstanceType", type),
                ("MinCount", Number(count)),
                ("MaxCount", Number(count)),
                ("TagSpecification.1.ResourceType", "instance"),
                ("TagSpecification.1.Tag.1.Key", "Name"),
                ("TagSpecification.1.Tag.1.Value", $"{type} of the shop")
            );
            ids.AddRange(made.Descendants("instanceId").Select(i => i.Value));
        }

        return ids;
    }

    private static async Task DisksAsync(MotoClient own, List<string> machines)
    {
        var disks = new List<string>();
        foreach (
            var (type, size, iops) in new[]
            {
                ("gp2", 100, 0),
                ("gp2", 1000, 0),
                ("gp3", 200, 4000),
                ("io1", 300, 5000),
                ("st1", 500, 0),
                ("gp2", 8, 0),
            }
        )
        {
            var parameters = new List<(string, string)>
            {
                ("AvailabilityZone", Region + "a"),
                ("VolumeType", type),
                ("Size", Number(size)),
            };
            if (iops > 0)
            {
                parameters.Add(("Iops", Number(iops)));
            }

            var made = await own.Ec2Async(Region, "CreateVolume", [.. parameters]);
            disks.Add(made.Descendants("volumeId").Single().Value);
        }

        foreach (var disk in disks.Take(3))
        {
            await own.Ec2Async(Region, "CreateSnapshot", ("VolumeId", disk));
        }

        await own.Ec2Async(
            Region,
            "CreateImage",
            ("InstanceId", machines[^1]),
            ("Name", "shop-golden")
        );
    }

    private static async Task<(List<string> Subnets, string Network)> NetworkAsync(MotoClient own)
    {
        var answer = await own.Ec2Async(Region, "DescribeSubnets");
        var subnets = answer.Descendants("subnetId").Select(s => s.Value).ToList();
        return (subnets, answer.Descendants("vpcId").First().Value);
    }

    private static async Task AddressesAsync(
        MotoClient own,
        List<string> machines,
        string subnet,
        string network
    )
    {
        var addresses = new List<string>();
        for (var i = 0; i < SeededAws.Addresses; i++)
        {
            var made = await own.Ec2Async(Region, "AllocateAddress", ("Domain", "vpc"));
            addresses.Add(made.Descendants("allocationId").Single().Value);
        }

        // One at a machine that is stopped, one at a machine that runs, one at the gateway, one at nothing.
        foreach (var (address, machine) in addresses.Zip([machines[0], machines[^1]]))
        {
            await own.Ec2Async(
                Region,
                "AssociateAddress",
                ("AllocationId", address),
                ("InstanceId", machine)
            );
        }

        await own.Ec2Async(
            Region,
            "CreateNatGateway",
            ("SubnetId", subnet),
            ("AllocationId", addresses[2])
        );
        await own.Ec2Async(
            Region,
            "CreateVpcEndpoint",
            ("VpcId", network),
            ("ServiceName", $"com.amazonaws.{Region}.s3"),
            ("VpcEndpointType", "Gateway")
        );
        await own.Ec2Async(
            Region,
            "CreateVpcEndpoint",
            ("VpcId", network),
            ("ServiceName", $"com.amazonaws.{Region}.ecr.api"),
            ("VpcEndpointType", "Interface"),
            ("SubnetId.1", subnet)
        );
    }

    private static async Task BalancersAsync(
        MotoClient own,
        List<string> machines,
        List<string> subnets,
        string network
    )
    {
        const string Service = "elasticloadbalancing";
        const string Version = "2015-12-01";
        var balancers = new List<string>();
        foreach (var (name, type) in new[] { ("shop-web", "application"), ("shop-net", "network") })
        {
            var made = await own.FormAsync(
                Service,
                Region,
                Version,
                "CreateLoadBalancer",
                ("Name", name),
                ("Type", type),
                ("Subnets.member.1", subnets[0]),
                ("Subnets.member.2", subnets[1])
            );
            balancers.Add(made.Descendants("LoadBalancerArn").First().Value);
        }

        var group = await own.FormAsync(
            Service,
            Region,
            Version,
            "CreateTargetGroup",
            ("Name", "shop-web"),
            ("Protocol", "HTTP"),
            ("Port", "80"),
            ("VpcId", network)
        );
        var groupArn = group.Descendants("TargetGroupArn").First().Value;
        await own.FormAsync(
            Service,
            Region,
            Version,
            "RegisterTargets",
            ("TargetGroupArn", groupArn),
            ("Targets.member.1.Id", machines[^1]),
            ("Targets.member.2.Id", machines[^2])
        );
        await own.FormAsync(
            Service,
            Region,
            Version,
            "CreateListener",
            ("LoadBalancerArn", balancers[0]),
            ("Protocol", "HTTP"),
            ("Port", "80"),
            ("DefaultActions.member.1.Type", "forward"),
            ("DefaultActions.member.1.TargetGroupArn", groupArn)
        );
        await own.FormAsync(
            Service,
            Region,
            "2012-06-01",
            "CreateLoadBalancer",
            ("LoadBalancerName", "shop-old"),
            ("Listeners.member.1.Protocol", "http"),
            ("Listeners.member.1.LoadBalancerPort", "80"),
            ("Listeners.member.1.InstancePort", "80"),
            ("AvailabilityZones.member.1", Region + "a")
        );
        await own.FormAsync(
            Service,
            Region,
            "2012-06-01",
            "RegisterInstancesWithLoadBalancer",
            ("LoadBalancerName", "shop-old"),
            ("Instances.member.1.InstanceId", machines[^1])
        );
    }

    private static async Task FunctionsAsync(MotoClient own)
    {
        await own.FormAsync(
            "iam",
            Region,
            "2010-05-08",
            "CreateRole",
            ("RoleName", "runner"),
            ("AssumeRolePolicyDocument", """{"Version":"2012-10-17","Statement":[]}""")
        );
        for (var i = 0; i < SeededAws.Functions; i++)
        {
            await own.RestAsync(
                HttpMethod.Post,
                "/2015-03-31/functions",
                "lambda",
                Region,
                System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        FunctionName = $"shop-{i}",
                        Runtime = "python3.12",
                        Role = $"arn:aws:iam::{Own}:role/runner",
                        Handler = "a.b",
                        MemorySize = 256 * (i + 1),
                        Timeout = 30,
                        Architectures = new[] { i % 2 == 0 ? "x86_64" : "arm64" },
                        Code = new { ZipFile = Convert.ToBase64String(Zip()) },
                        Environment = new
                        {
                            Variables = new Dictionary<string, string>(StringComparer.Ordinal)
                            {
                                ["PASSWORD"] = "never-to-be-kept",
                            },
                        },
                        Tags = new Dictionary<string, string>(StringComparer.Ordinal)
                        {
                            ["team"] = "shop",
                        },
                    }
                )
            );
        }
    }

    private static async Task ServicesAsync(MotoClient own, string subnet)
    {
        const string Ecs = "AmazonEC2ContainerServiceV20141113.";
        var groups = await own.Ec2Async(Region, "DescribeSecurityGroups");
        var security = groups.Descendants("groupId").First().Value;
        await own.JsonAsync("ecs", Region, Ecs + "CreateCluster", new { clusterName = "shop" });
        await own.JsonAsync(
            "ecs",
            Region,
            Ecs + "RegisterTaskDefinition",
            new
            {
                family = "web",
                requiresCompatibilities = new[] { "FARGATE" },
                networkMode = "awsvpc",
                cpu = "1024",
                memory = "4096",
                runtimePlatform = new
                {
                    cpuArchitecture = "ARM64",
                    operatingSystemFamily = "LINUX",
                },
                containerDefinitions = new[]
                {
                    new
                    {
                        name = "web",
                        image = "web",
                        cpu = 512,
                        memory = 2048,
                    },
                },
            }
        );
        for (var i = 0; i < SeededAws.Services; i++)
        {
            await own.JsonAsync(
                "ecs",
                Region,
                Ecs + "CreateService",
                new
                {
                    cluster = "shop",
                    serviceName = $"web-{i}",
                    taskDefinition = "web",
                    desiredCount = i + 1,
                    launchType = "FARGATE",
                    networkConfiguration = new
                    {
                        awsvpcConfiguration = new
                        {
                            subnets = new[] { subnet },
                            securityGroups = new[] { security },
                        },
                    },
                }
            );
        }
    }

    private static async Task DatabasesAsync(MotoClient own)
    {
        const string Version = "2014-10-31";
        for (var i = 0; i < SeededAws.Databases; i++)
        {
            await own.FormAsync(
                "rds",
                Region,
                Version,
                "CreateDBInstance",
                ("DBInstanceIdentifier", $"shop-{i}"),
                ("DBInstanceClass", "db.m5.large"),
                ("Engine", "postgres"),
                ("AllocatedStorage", "100"),
                ("StorageType", "gp2"),
                ("MultiAZ", i == 0 ? "true" : "false"),
                ("MasterUsername", "shop"),
                ("MasterUserPassword", "not-a-real-one")
            );
        }

        await own.FormAsync(
            "rds",
            Region,
            Version,
            "CreateDBSnapshot",
            ("DBInstanceIdentifier", "shop-0"),
            ("DBSnapshotIdentifier", "shop-before-upgrade")
        );
    }

    private static async Task BucketsAsync(MotoClient own)
    {
        foreach (var bucket in new[] { "shop-files", "shop-logs" })
        {
            await own.RestAsync(HttpMethod.Put, $"/{bucket}", "s3", Region, [], "application/xml");
        }

        await own.RestAsync(
            HttpMethod.Put,
            "/shop-logs?lifecycle=",
            "s3",
            Region,
            Encoding.UTF8.GetBytes(
                "<LifecycleConfiguration><Rule><ID>end</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>"
            ),
            "application/xml"
        );
    }

    // The first is idle and has an agent that tells its memory; the others work by day.
    private static async Task MetricsAsync(
        MotoClient own,
        List<string> machines,
        DateTimeOffset now,
        int hours
    )
    {
        var end = now.ToUnixTimeSeconds() / 3600 * 3600;
        foreach (var (index, machine) in machines.Index())
        {
            var points = new List<object>();
            for (var hour = 1; hour <= hours; hour++)
            {
                var at = end - 3600L * hour;
                var busy =
                    index == 0 ? 1.5
                    : hour % 24 < 12 ? 55 + index
                    : 5;
                points.Add(Point(at, machine, "CPUUtilization", busy));
                points.Add(Point(at, machine, "NetworkIn", 1000 * busy));
                points.Add(Point(at, machine, "NetworkOut", 1000 * busy));
            }

            await PutAsync(own, "AWS/EC2", points);
        }

        await PutAsync(own, "CWAgent", [Point(end - 7200, machines[0], "mem_used_percent", 42)]);
    }

    private static async Task PutAsync(MotoClient own, string space, List<object> points) =>
        await own.JsonAsync(
            "monitoring",
            Region,
            "GraniteServiceVersion20100801.PutMetricData",
            new { Namespace = space, MetricData = points }
        );

    private static object Point(long at, string machine, string name, double value) =>
        new
        {
            MetricName = name,
            Timestamp = at,
            Value = value,
            Dimensions = new[] { new { Name = "InstanceId", Value = machine } },
        };

    private static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry("a.py").Open()))
        {
            writer.Write("def b(event, context): pass");
        }

        return stream.ToArray();
    }

    private static (string, string)[] Numbered(string name, IEnumerable<string> values) =>
        [.. values.Select((v, i) => ($"{name}.{i + 1}", v))];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
