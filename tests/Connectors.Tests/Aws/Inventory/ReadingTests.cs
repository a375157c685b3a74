using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Kernel;

namespace Outlay.Connectors.Tests.Aws.Inventory;

/// <summary>What answers become, written by hand after AWS's public API references.</summary>
public sealed class ReadingTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_machine_says_when_it_stopped_who_manages_it_and_what_it_runs()
    {
        var machine = (
            await FoundAsync<VirtualMachine>(
                "DescribeInstances",
                """
                <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><reservationSet><item><instancesSet><item>
                  <instanceId>i-0abc</instanceId><imageId>ami-1</imageId><instanceState><code>80</code><name>stopped</name></instanceState>
                  <reason>User initiated (2026-10-02 03:04:05 GMT)</reason><instanceType>m5.large</instanceType>
                  <launchTime>2026-09-01T00:00:00.000Z</launchTime><placement><tenancy>dedicated</tenancy></placement>
                  <platform>windows</platform><platformDetails>Windows with SQL Server Standard</platformDetails><architecture>x86_64</architecture>
                  <rootDeviceType>ebs</rootDeviceType><instanceLifecycle>spot</instanceLifecycle><vpcId>vpc-1</vpcId>
                  <blockDeviceMapping><item><deviceName>/dev/sda1</deviceName><ebs><volumeId>vol-1</volumeId></ebs></item></blockDeviceMapping>
                  <networkInterfaceSet><item><attachment><attachTime>2025-03-01T00:00:00.000Z</attachTime></attachment>
                    <privateIpAddressesSet><item><association><publicIp>192.0.2.7</publicIp></association></item></privateIpAddressesSet></item></networkInterfaceSet>
                  <tagSet><item><key>Name</key><value>till &amp; stock</value></item><item><key>aws:autoscaling:groupName</key><value>tills</value></item></tagSet>
                </item><item><instanceId>i-gone</instanceId><instanceState><name>terminated</name></instanceState></item></instancesSet></item></reservationSet></DescribeInstancesResponse>
                """
            )
        ).ShouldHaveSingleItem();

        machine.Name.ShouldBe("arn:aws:ec2:us-east-1:111111111111:instance/i-0abc");
        machine.Label.ShouldBe("till & stock");
        machine.State.ShouldBe("stopped");
        machine.StoppedSince.ShouldBe(new DateTimeOffset(2026, 10, 2, 3, 4, 5, TimeSpan.Zero));
        machine.CreatedAt.ShouldBe(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero));
        machine.ManagedBy.ShouldBe("tills");
        machine.OperatingSystem.ShouldBe("windows-with-sql-server-standard");
        machine.IsSpot.ShouldBeTrue();
        machine.Tenancy.ShouldBe("dedicated");
        machine.DiskIds.ShouldBe(["vol-1"]);
        machine.PublicAddresses.ShouldBe(["192.0.2.7"]);
    }

    [Fact]
    public async Task Snapshots_that_a_service_made_and_disks_that_many_may_use_are_told_apart()
    {
        var snapshots = await FoundAsync<DiskSnapshot>(
            "DescribeSnapshots",
            """
            <DescribeSnapshotsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><snapshotSet>
              <item><snapshotId>snap-1</snapshotId><volumeId>vol-1</volumeId><startTime>2026-01-01T00:00:00Z</startTime><volumeSize>100</volumeSize><storageTier>archive</storageTier></item>
              <item><snapshotId>snap-2</snapshotId><volumeId>vol-ffffffff</volumeId><volumeSize>8</volumeSize><tagSet><item><key>aws:backup:source-resource</key><value>x</value></item></tagSet></item>
            </snapshotSet></DescribeSnapshotsResponse>
            """
        );
        var disk = (
            await FoundAsync<Disk>(
                "DescribeVolumes",
                """
                <DescribeVolumesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><volumeSet><item>
                  <volumeId>vol-1</volumeId><size>200</size><volumeType>io2</volumeType><iops>6000</iops><multiAttachEnabled>true</multiAttachEnabled><status>in-use</status>
                  <attachmentSet><item><instanceId>i-1</instanceId><device>/dev/sdf</device></item><item><instanceId>i-2</instanceId><device>/dev/sdf</device></item></attachmentSet>
                </item></volumeSet></DescribeVolumesResponse>
                """
            )
        ).Single();

        snapshots.Select(s => s.IsManaged).ShouldBe([false, true]);
        snapshots.Select(s => s.DiskId).ShouldBe(["vol-1", null]);
        snapshots[0].Tier.ShouldBe("archive");
        disk.AttachedTo.ShouldBe(["i-1", "i-2"]);
        disk.IsShared.ShouldBeTrue();
        disk.IsBoot.ShouldBeFalse();
        disk.Iops.ShouldBe(6000);
        disk.ThroughputMibps.ShouldBeNull();
    }

    [Fact]
    public async Task Images_count_as_named_when_it_cannot_be_told_who_names_them()
    {
        const string Images = """
            <DescribeImagesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><imagesSet>
              <item><imageId>ami-used</imageId></item><item><imageId>ami-old</imageId><lastLaunchedTime>2025-01-01T00:00:00Z</lastLaunchedTime></item>
            </imagesSet></DescribeImagesResponse>
            """;
        const string Templates = """
            <DescribeLaunchTemplateVersionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><launchTemplateVersionSet>
              <item><launchTemplateData><imageId>ami-used</imageId></launchTemplateData></item>
            </launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>
            """;
        var whole = await ScanAsync(asked =>
            asked.Operation switch
            {
                "DescribeImages" => new(Images),
                "DescribeLaunchTemplateVersions" => new(Templates),
                _ => null,
            }
        );
        var blind = await ScanAsync(asked =>
            asked.Operation switch
            {
                "DescribeImages" => new(Images),
                "DescribeLaunchTemplateVersions" => AwsStandIn.Refusal(
                    asked,
                    "UnauthorizedOperation",
                    "no",
                    403
                ),
                _ => null,
            }
        );

        whole
            .Resources.OfType<MachineImage>()
            .Where(i => i.IsReferenced)
            .Select(i => i.Id)
            .ShouldBe(["ami-used"]);
        blind.Resources.OfType<MachineImage>().ShouldAllBe(i => i.IsReferenced);
    }

    [Fact]
    public async Task Reservations_and_Savings_Plans_are_commitments()
    {
        var snapshot = await ScanAsync(asked =>
            asked.Operation switch
            {
                "DescribeReservedInstances" => new(
                    """
                    <DescribeReservedInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><reservedInstancesSet><item>
                      <reservedInstancesId>ri-1</reservedInstancesId><instanceType>m5.large</instanceType><start>2026-01-01T00:00:00.000Z</start><end>2027-01-01T00:00:00.000Z</end>
                      <duration>31536000</duration><fixedPrice>400.5</fixedPrice><instanceCount>3</instanceCount><state>active</state><currencyCode>USD</currencyCode><offeringType>Partial Upfront</offeringType>
                    </item></reservedInstancesSet></DescribeReservedInstancesResponse>
                    """
                ),
                "DescribeReservedDBInstances" => new(
                    """
                    <DescribeReservedDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeReservedDBInstancesResult><ReservedDBInstances><ReservedDBInstance>
                      <ReservedDBInstanceId>db-1</ReservedDBInstanceId><DBInstanceClass>db.r5.large</DBInstanceClass><StartTime>2025-01-01T00:00:00Z</StartTime><Duration>31536000</Duration>
                      <FixedPrice>0.0</FixedPrice><DBInstanceCount>1</DBInstanceCount><State>retired</State><OfferingType>No Upfront</OfferingType>
                    </ReservedDBInstance></ReservedDBInstances></DescribeReservedDBInstancesResult></DescribeReservedDBInstancesResponse>
                    """
                ),
                "DescribeSavingsPlans" => new(
                    """
                    {"savingsPlans":[{"savingsPlanId":"sp-1","savingsPlanArn":"arn:aws:savingsplans::111111111111:savingsplan/sp-1","start":"2026-02-01T00:00:00.000Z","end":"2029-02-01T00:00:00.000Z",
                      "state":"active","savingsPlanType":"Compute","paymentOption":"No Upfront","currency":"USD","commitment":"1.3900","upfrontPaymentAmount":"0.0","tags":{"team":"core"}},
                     {"savingsPlanId":"sp-2","start":"2027-02-01T00:00:00Z","end":"2028-02-01T00:00:00Z","state":"queued","savingsPlanType":"EC2Instance","ec2InstanceFamily":"m5","region":"us-east-1","commitment":"0.5"}]}
                    """
                ),
                _ => null,
            }
        );

        var all = snapshot.Resources.OfType<Commitment>().ToDictionary(c => c.Id);
        all.Count.ShouldBe(4);
        all["ri-1"].Count.ShouldBe(3);
        all["ri-1"].Upfront.ShouldBe(400.5m);
        all["ri-1"].Payment.ShouldBe("partial-upfront");
        all["ri-1"].Hourly.ShouldBeNull();
        all["db-1"].Type.ShouldBe("reserved-database");
        all["db-1"].State.ShouldBe("ended");
        all["db-1"].End.ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        all["sp-1"].Type.ShouldBe("compute-savings-plan");
        all["sp-1"].Hourly.ShouldBe(1.39m);
        all["sp-1"].Region.ShouldBe("global");
        all["sp-1"].Tags["team"].ShouldBe("core");
        all["sp-2"].State.ShouldBe("queued");
        all["sp-2"].Scope.ShouldBe("m5");
        all["sp-2"].Region.ShouldBe("us-east-1");
    }

    [Fact]
    public async Task Functions_say_what_is_kept_warm_and_how_much_of_it_is_used()
    {
        var snapshot = await ScanAsync(asked =>
            asked.Operation switch
            {
                "ListFunctions" => new(
                    """{"Functions":[{"FunctionName":"till","FunctionArn":"arn:aws:lambda:us-east-1:111111111111:function:till","MemorySize":1024,"Timeout":30,"Architectures":["arm64"],"PackageType":"Image","LastModified":"2026-01-02T03:04:05.000+0000","EphemeralStorage":{"Size":2048},"Environment":{"Variables":{"PASSWORD":"never-to-be-kept"}}}]}"""
                ),
                "ListProvisionedConcurrencyConfigs" => new(
                    """{"ProvisionedConcurrencyConfigs":[{"FunctionArn":"arn:aws:lambda:us-east-1:111111111111:function:till:live","RequestedProvisionedConcurrentExecutions":10}]}"""
                ),
                "GetMetricData" when asked.Body.Contains("ProvisionedConcurrencyUtilization") =>
                    new(
                        $$"""{"MetricDataResults":[{"Id":"m{{QueryIndex(asked.Body, "ProvisionedConcurrencyUtilization")}}","Timestamps":[1763600400],"Values":[0.25]}]}"""
                    ),
                _ => null,
            }
        );

        var function = snapshot.Resources.OfType<Function>().Single();
        function.MemoryMib.ShouldBe(1024);
        function.Architecture.ShouldBe("arm64");
        function.IsImage.ShouldBeTrue();
        function.DiskMib.ShouldBe(2048);
        function.ChangedAt.ShouldBe(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        var warm = function.Provisioned.ShouldHaveSingleItem();
        warm.Version.ShouldBe("live");
        warm.Count.ShouldBe(10);
        warm.Use.ShouldNotBeNull().Values.Maximum.ShouldBe(25);
        function.Metrics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Container_services_say_what_scales_them_and_how_much_may_be_taken_away()
    {
        var snapshot = await ScanAsync(asked =>
            asked.Operation switch
            {
                "ListClusters" => new(
                    """{"clusterArns":["arn:aws:ecs:us-east-1:111111111111:cluster/shop"]}"""
                ),
                "ListServices" => new(
                    """{"serviceArns":["arn:aws:ecs:us-east-1:111111111111:service/shop/web"]}"""
                ),
                "DescribeServices" => new(
                    """{"services":[{"serviceName":"web","serviceArn":"arn:aws:ecs:us-east-1:111111111111:service/shop/web","clusterArn":"arn:aws:ecs:us-east-1:111111111111:cluster/shop","status":"ACTIVE","desiredCount":4,"runningCount":3,"createdAt":1767225600.5,"taskDefinition":"web:7","capacityProviderStrategy":[{"capacityProvider":"FARGATE","weight":1,"base":1},{"capacityProvider":"FARGATE_SPOT","weight":3}]}]}"""
                ),
                "DescribeTaskDefinition" => new(
                    """{"taskDefinition":{"cpu":"512","memory":"1024","ephemeralStorage":{"sizeInGiB":50},"containerDefinitions":[{"name":"a","cpu":128,"memoryReservation":256},{"name":"b","cpu":256,"memory":512}]}}"""
                ),
                "DescribeScalingPolicies" => new(
                    """{"ScalingPolicies":[{"ResourceId":"service/shop/web","PolicyType":"TargetTrackingScaling","TargetTrackingScalingPolicyConfiguration":{"PredefinedMetricSpecification":{"PredefinedMetricType":"ECSServiceAverageCPUUtilization"}}},{"ResourceId":"service/shop/web","PolicyType":"StepScaling"}]}"""
                ),
                _ => null,
            }
        );

        var service = snapshot.Resources.OfType<ContainerService>().Single();
        service.IsServerless.ShouldBeTrue();
        service.SpotShare.ShouldBe(0.75);
        service.CpuUnits.ShouldBe(512);
        service.DiskGib.ShouldBe(50);
        service.ScalesBy.ShouldBe(["cpu", "steps"]);
        service.LargestContainerCpu.ShouldBe(256);
        service.LargestContainerMib.ShouldBe(512);
        service.CreatedAt!.Value.Year.ShouldBe(2026);
    }

    [Fact]
    public async Task Buckets_say_their_rules_and_the_sum_of_what_all_classes_store()
    {
        var snapshot = await ScanAsync(asked =>
            asked.Operation switch
            {
                "ListAllMyBuckets" => new(
                    """<ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Buckets><Bucket><Name>files</Name><CreationDate>2024-01-01T00:00:00.000Z</CreationDate><BucketRegion>us-east-1</BucketRegion></Bucket><Bucket><Name>far</Name><BucketRegion>eu-west-1</BucketRegion></Bucket></Buckets></ListAllMyBucketsResult>"""
                ),
                "GetBucketVersioning" => new(
                    """<VersioningConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Status>Enabled</Status></VersioningConfiguration>"""
                ),
                "ListBucketMultipartUploads" => new(
                    """<ListMultipartUploadsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Upload><Initiated>2026-11-01T00:00:00.000Z</Initiated></Upload><Upload><Initiated>2026-11-19T00:00:00.000Z</Initiated></Upload></ListMultipartUploadsResult>"""
                ),
                "ListMetrics" when asked.Body.Contains("BucketSizeBytes") => new(
                    """{"Metrics":[{"Dimensions":[{"Name":"StorageType","Value":"StandardStorage"},{"Name":"BucketName","Value":"files"}]},{"Dimensions":[{"Name":"StorageType","Value":"GlacierStorage"},{"Name":"BucketName","Value":"files"}]}]}"""
                ),
                "GetMetricData" => new(
                    """{"MetricDataResults":[{"Id":"m0","Timestamps":[1763510400],"Values":[1000]},{"Id":"m1","Timestamps":[1763510400],"Values":[500]}]}"""
                ),
                _ => null,
            }
        );

        var bucket = snapshot.Resources.OfType<Bucket>().ShouldHaveSingleItem();
        bucket.Name.ShouldBe("arn:aws:s3:::files");
        bucket.HasLifecycle.ShouldBe(false);
        bucket.EndsUploads.ShouldBe(false);
        bucket.IsVersioned.ShouldBe(true);
        bucket.UnfinishedUploads.ShouldBe(1);
        bucket
            .Measured(MetricNames.StoredBytes, Statistic.Average)
            .ShouldNotBeNull()
            .Values.Maximum.ShouldBe(1500);
        snapshot.Gaps.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("accounts", "1234", "accounts")]
    [InlineData("regions", "Frankfurt", "regions")]
    [InlineData("member-role", "arn:aws:iam::1:role/x", "member-role")]
    [InlineData("metrics-usd", "much", "metrics-usd")]
    [InlineData("fine-machines", "-1", "fine-machines")]
    public void Settings_that_cannot_be_right_are_told_before_any_call(
        string name,
        string value,
        string field
    ) =>
        Scans
            .Collector()
            .Check(new SettingValues(new Dictionary<string, string> { [name] = value }))
            .ShouldHaveSingleItem()
            .Field.ShouldBe(field);

    [Fact]
    public async Task Snippets_allow_every_call_that_a_scan_makes_and_name_the_role()
    {
        var snippets = Scans
            .Collector()
            .Snippets(
                new SettingValues(
                    new Dictionary<string, string>
                    {
                        ["member-role"] = "CostReader",
                        ["member-external-id"] = "shop-77",
                    }
                )
            );
        var snapshot = await ScanAsync(_ => null);

        foreach (var operation in snapshot.Calls.Select(c => c.Operation))
        {
            snippets[0].Text.ShouldContain($"\"{operation}\"");
            snippets[3].Text.ShouldContain($"- {operation}");
        }

        using var policy = System.Text.Json.JsonDocument.Parse(snippets[0].Text);
        snippets[1].Text.ShouldContain("role/CostReader");
        snippets[2].Text.ShouldContain("shop-77");
        snippets[3].Text.ShouldContain("RoleName: CostReader");
        snippets[4].Text.ShouldContain("create-stack-set");
    }

    private static async Task<IReadOnlyList<T>> FoundAsync<T>(string operation, string answer)
        where T : Resource =>
        [
            .. (
                await ScanAsync(asked => asked.Operation == operation ? new(answer) : null)
            ).Resources.OfType<T>(),
        ];

    private static async Task<Snapshot> ScanAsync(Func<AwsAsked, AwsAnswer?> answer)
    {
        await using var aws = new AwsStandIn(answer);
        return await Scans.SnapshotAsync(
            Scans.Settings(aws.Address),
            TimeSpan.FromDays(2),
            Scans.Clock(Now)
        );
    }

    private static int QueryIndex(string body, string metric)
    {
        using var json = System.Text.Json.JsonDocument.Parse(body);
        return json
            .RootElement.GetProperty("MetricDataQueries")
            .EnumerateArray()
            .Select(q =>
                q.GetProperty("MetricStat")
                    .GetProperty("Metric")
                    .GetProperty("MetricName")
                    .GetString()
            )
            .ToList()
            .IndexOf(metric);
    }
}
