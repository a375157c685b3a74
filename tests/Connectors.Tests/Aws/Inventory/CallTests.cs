using System.Globalization;
using System.Text;
using System.Text.Json;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Tests.Aws.Inventory;

/// <summary>How calls are made, tried again, counted and paid for.</summary>
public sealed class CallTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("RequestLimitExceeded", 503)]
    [InlineData("Throttling", 400)]
    public async Task Calls_that_are_turned_away_are_made_again_and_counted(string code, int status)
    {
        var turnedAway = 2;
        await using var aws = new AwsStandIn(asked =>
            asked.Name == "ec2:DescribeInstances" && Interlocked.Decrement(ref turnedAway) >= 0
                ? AwsStandIn.Refusal(asked, code, "Request limit exceeded.", status)
            : asked.Name == "ec2:DescribeInstances" ? new(Instances(0, 1))
            : null
        );

        var snapshot = await Scans.SnapshotAsync(
            Scans.Settings(aws.Address),
            TimeSpan.FromHours(2)
        );

        snapshot.Gaps.ShouldBeEmpty();
        snapshot.Resources.OfType<VirtualMachine>().ShouldHaveSingleItem();
        var calls = snapshot.Calls.Single(c => c.Operation == "ec2:DescribeInstances");
        calls.Count.ShouldBe(3);
        calls.Throttled.ShouldBe(2);
        calls.AccountId.ShouldBe("111111111111");
        calls.Region.ShouldBe("us-east-1");
    }

    [Fact]
    public async Task Every_kind_of_call_is_signed_as_AWS_checks_it()
    {
        await using var aws = new AwsStandIn(asked =>
            asked.Operation switch
            {
                "ListFunctions" => new(
                    """{"Functions":[{"FunctionName":"till_1-a"}],"NextMarker":"a/b+c=="}"""
                ),
                "ListAllMyBuckets" => new(
                    "<R><Buckets><Bucket><Name>my.files-1</Name></Bucket></Buckets></R>"
                ),
                "GetBucketLocation" => new("<LocationConstraint/>"),
                _ => null,
            }
        );
        var stop = 0;
        await using var twice = new AwsStandIn(
            asked =>
                asked.Operation == "ListFunctions" && Interlocked.Increment(ref stop) > 1
                    ? new("{}")
                    : null,
            aws.Address
        );

        var snapshot = await Scans.SnapshotAsync(
            Scans.Settings(twice.Address),
            TimeSpan.FromHours(2)
        );

        twice.BadlySigned.ShouldBeEmpty();
        snapshot.Resources.OfType<Bucket>().ShouldHaveSingleItem();
        twice.Asked.ShouldContain(a => a.Path.EndsWith("&Marker=a%2Fb%2Bc%3D%3D"));
        twice.Asked.ShouldContain(a => a.Path == "/my.files-1?lifecycle=");
        twice
            .Asked.Select(a => a.Service)
            .Distinct()
            .Order()
            .ShouldBe([
                "cloudwatch",
                "ec2",
                "ecs",
                "elasticloadbalancing",
                "lambda",
                "rds",
                "s3",
                "savingsplans",
                "sts",
                "tag",
            ]);
    }

    [Fact]
    public async Task A_call_that_is_refused_for_good_is_made_once()
    {
        await using var aws = new AwsStandIn(asked =>
            asked.Name == "ec2:DescribeAddresses"
                ? AwsStandIn.Refusal(asked, "UnauthorizedOperation", "no", 403)
                : null
        );

        var snapshot = await Scans.SnapshotAsync(
            Scans.Settings(aws.Address),
            TimeSpan.FromHours(2)
        );

        aws.Count("ec2:DescribeAddresses").ShouldBe(1);
        snapshot
            .Gaps.ShouldHaveSingleItem()
            .ShouldBe(
                new ScanGap(
                    "111111111111",
                    "us-east-1",
                    "Elastic IP addresses",
                    "ec2:DescribeAddresses",
                    "UnauthorizedOperation: no",
                    "Allow ec2:DescribeAddresses in the policy of the role that reads this account."
                )
            );
    }

    [Fact]
    public async Task An_answer_that_is_broken_is_a_gap()
    {
        await using var aws = new AwsStandIn(asked =>
            asked.Operation switch
            {
                "DescribeVolumes" => new("<html><p>proxy"),
                "ListFunctions" => new("proxy"),
                _ => null,
            }
        );

        var snapshot = await Scans.SnapshotAsync(
            Scans.Settings(aws.Address),
            TimeSpan.FromHours(2)
        );

        snapshot
            .Gaps.Select(g => g.Operation)
            .Order()
            .ShouldBe(["ec2:DescribeVolumes", "lambda:ListFunctions"]);
        snapshot.Gaps.ShouldAllBe(g => g.Cause.Contains("cannot be read"));
    }

    [Fact]
    public async Task Nothing_that_can_be_read_is_a_problem_with_its_cause()
    {
        await using var aws = new AwsStandIn(asked =>
            asked.Service == "sts"
                ? null
                : AwsStandIn.Refusal(asked, "AccessDenied", "by a permissions boundary", 403)
        );

        var result = await Scans.RunAsync(Scans.Settings(aws.Address), TimeSpan.FromHours(2));

        result.IsOk.ShouldBeFalse();
        result.Problem!.Message.ShouldContain("by a permissions boundary");
    }

    [Theory]
    [InlineData(8, 500)]
    [InlineData(14, 300)]
    public async Task Five_thousand_machines_take_no_more_calls_than_their_metrics_need(
        int days,
        int inCall
    )
    {
        const int Machines = 5000;
        const int Page = 1000;
        const int MetricsOfMachine = 8;
        var measuring = 0;
        var mostAtOnce = 0;
        await using var aws = new AwsStandIn(asked =>
        {
            if (asked.Operation == "DescribeInstances")
            {
                var from = int.Parse(
                    asked.Parameter("NextToken") ?? "0",
                    CultureInfo.InvariantCulture
                );
                return new(
                    Instances(
                        from,
                        Page,
                        from + Page < Machines
                            ? (from + Page).ToString(CultureInfo.InvariantCulture)
                            : null
                    )
                );
            }

            if (asked.Operation != "GetMetricData")
            {
                return null;
            }

            var now = Interlocked.Increment(ref measuring);
            InterlockedMax(ref mostAtOnce, now);
            var answer = new AwsAnswer(Data(asked.Body, points: 2));
            Interlocked.Decrement(ref measuring);
            return answer;
        });
        var settings = Scans.Settings(aws.Address);
        settings["fine-machines"] = "0";

        var snapshot = await Scans.SnapshotAsync(settings, TimeSpan.FromDays(days));

        const int Queries = Machines * MetricsOfMachine;
        var calls = snapshot.Calls.Single(c => c.Operation == "cloudwatch:GetMetricData");
        calls.Count.ShouldBe((Queries + inCall - 1) / inCall);
        calls.PriceUsd.ShouldBe(Queries * 0.01m / 1000);
        snapshot.Calls.Single(c => c.Operation == "ec2:DescribeInstances").Count.ShouldBe(5);
        mostAtOnce.ShouldBeLessThanOrEqualTo(6);
        var machines = snapshot.Resources.OfType<VirtualMachine>().ToList();
        machines.Count.ShouldBe(Machines);
        machines.ShouldAllBe(m => m.Metrics.Count == MetricsOfMachine);
        machines
            .Single(m => m.Id == "i-4321")
            .Measured(MetricNames.Cpu, Statistic.Maximum)!
            .Values.Maximum.ShouldBe(4321);
    }

    [Fact]
    public async Task Metrics_beyond_what_may_be_spent_are_left_out_and_said()
    {
        await using var aws = new AwsStandIn(asked =>
            asked.Operation switch
            {
                "DescribeInstances" => new(Instances(0, 1000)),
                "GetMetricData" => new(Data(asked.Body, points: 1)),
                _ => null,
            }
        );
        var settings = Scans.Settings(aws.Address);
        settings["fine-machines"] = "0";
        settings["metrics-usd"] = "0.04";

        var snapshot = await Scans.SnapshotAsync(settings, TimeSpan.FromHours(2));

        snapshot.Calls.Sum(c => c.PriceUsd).ShouldBeLessThan(0.041m);
        var gap = snapshot.Gaps.ShouldHaveSingleItem();
        gap.Cause.ShouldStartWith("4,000 metrics were left out");
        // What matters most is read of all: processors and network before disks.
        snapshot
            .Resources.OfType<VirtualMachine>()
            .ShouldAllBe(m =>
                m.Measured(MetricNames.Cpu, Statistic.Maximum) != null
                && m.Measured(MetricNames.NetworkIn, Statistic.Sum) != null
                && m.Measured(MetricNames.DiskReads, Statistic.Sum) == null
            );
    }

    [Fact]
    public async Task Processors_are_read_in_steps_of_five_minutes_and_pages_of_an_answer_belong_together()
    {
        var from = Now.AddDays(-14).AddMinutes(-20).ToUnixTimeSeconds();
        await using var aws = new AwsStandIn(asked =>
        {
            if (asked.Operation == "DescribeInstances")
            {
                return new(Instances(0, 1));
            }

            if (asked.Operation != "GetMetricData" || !asked.Body.Contains("\"Period\":300"))
            {
                return null;
            }

            var second = asked.Body.Contains("NextToken");
            var times = Enumerable
                .Range(0, 2016)
                .Select(i => from + 300L * (i + (second ? 2016 : 0)));
            return new(
                JsonSerializer.Serialize(
                    new
                    {
                        MetricDataResults = new[]
                        {
                            new
                            {
                                Id = "m0",
                                Timestamps = times,
                                Values = times.Select(t => (double)((t - from) / 300)),
                            },
                        },
                        NextToken = second ? null : "more",
                    }
                )
            );
        });

        var snapshot = await Scans.SnapshotAsync(
            Scans.Settings(aws.Address),
            TimeSpan.FromDays(14),
            Scans.Clock(Now)
        );

        var cpu = snapshot
            .Resources.OfType<VirtualMachine>()
            .Single()
            .Measured(MetricNames.Cpu, Statistic.Average)
            .ShouldNotBeNull();
        cpu.PeriodSeconds.ShouldBe(300);
        cpu.Values.Count.ShouldBe(4032);
        cpu.Completeness.ShouldBe(1);
        cpu.Values.Percentile(99.5).ShouldBe(Math.Ceiling(0.995 * 4032) - 1);
        cpu.WeekMaximum.ShouldNotBeNull().ShouldAllBe(v => !double.IsNaN(v));
        snapshot.MeasuredFrom.ShouldBe(Now.AddMinutes(-20).AddDays(-14));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref most)))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    /// <summary>Points for every query; the values of a machine are its number.</summary>
    private static string Data(string body, int points)
    {
        using var json = JsonDocument.Parse(body);
        var start = json.RootElement.GetProperty("StartTime").GetInt64();
        var queries = json.RootElement.GetProperty("MetricDataQueries");
        queries.GetArrayLength().ShouldBeLessThanOrEqualTo(500);
        return JsonSerializer.Serialize(
            new
            {
                MetricDataResults = queries
                    .EnumerateArray()
                    .Select(q => new
                    {
                        Id = q.GetProperty("Id").GetString(),
                        Timestamps = Enumerable.Range(0, points).Select(i => start + 3600L * i),
                        Values = Enumerable.Repeat(Number(q), points),
                    }),
            }
        );
    }

    private static double Number(JsonElement query) =>
        double.Parse(
            query
                .GetProperty("MetricStat")
                .GetProperty("Metric")
                .GetProperty("Dimensions")[0]
                .GetProperty("Value")
                .GetString()!
                .Split('-')[1],
            CultureInfo.InvariantCulture
        );

    private static string Instances(int from, int count, string? next = null)
    {
        var text = new StringBuilder(
            "<DescribeInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><reservationSet>"
        );
        for (var i = from; i < from + count; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<item><instancesSet><item><instanceId>i-{i}</instanceId><instanceType>m5.large</instanceType><instanceState><name>running</name></instanceState></item></instancesSet></item>"
            );
        }

        return text.Append("</reservationSet>")
            .Append(next is null ? "" : $"<nextToken>{next}</nextToken>")
            .Append("</DescribeInstancesResponse>")
            .ToString();
    }
}
