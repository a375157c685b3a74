using System.Net;
using System.Net.Sockets;
using Outlay.Host;
using Outlay.Host.Serving;
using Outlay.Testing;

namespace Outlay.Faces.Tests.Host;

public sealed class SafetyTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080")]
    public void Loopback_is_allowed(string urls) => LoopbackRule.Check(urls).ShouldBeEmpty();

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://outlay.example:5080")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:5081")]
    [InlineData("https://127.0.0.1:5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("5080")]
    [InlineData("")]
    public void Anything_else_is_refused(string urls) =>
        LoopbackRule.Check(urls).ShouldNotBeEmpty();

    [Fact]
    public async Task Serve_refuses_the_network_with_the_reason_and_a_way_out()
    {
        using var folder = new TestFolder();

        var run = await CommandLine.RunAsync(
            "serve",
            "--data",
            folder.File("data"),
            "--urls",
            "http://0.0.0.0:5080"
        );

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("no sign-in yet");
        run.Error.ShouldContain("ssh -L");
        Directory.Exists(folder.File("data")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_taken_port_is_said_plainly()
    {
        using var folder = new TestFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString();

        var run = await CommandLine.RunAsync("serve", "--data", folder.Root, "--port", port);

        run.ExitCode.ShouldBe(5);
        run.Error.ShouldContain(port);
        run.Error.ShouldContain("--port");
    }

    [Fact]
    public void All_wrong_settings_are_said_at_once()
    {
        var configuration = SettingsReader.Configuration([
            new("Data", " "),
            new("Urls", "http://0.0.0.0:1"),
            new("Query:MemoryMb", "lots"),
            new("Lake:Threads", "-1"),
        ]);

        var problem = SettingsReader.Read(configuration).Problem;

        problem.ShouldNotBeNull();
        var text = problem.ToString();
        text.ShouldContain("Data");
        text.ShouldContain("0.0.0.0");
        text.ShouldContain("OUTLAY_QUERY__MEMORYMB");
        text.ShouldContain("Lake:Threads");
    }

    [Fact]
    public async Task The_demo_leaves_a_folder_in_use_alone()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(
            folder.File("outlay.db"),
            "",
            TestContext.Current.CancellationToken
        );

        var run = await CommandLine.RunAsync("demo", "--data", folder.Root);

        run.ExitCode.ShouldBe(4);
        run.Error.ShouldContain(folder.Root);
    }
}
