using System.Net;
using System.Text.Json.Nodes;

namespace Outlay.Faces.Tests.Api;

[Collection(CompanyTests.Name)]
public sealed class ConnectionApiTests(CompanyFixture company)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_is_listed_without_secrets_and_synchronised_on_request()
    {
        var folder = Directory.CreateDirectory(Path.Combine(company.Exports, "..", "watched"));
        var made = await CommandLine.RunAsync(
            "connections",
            "add",
            "Watched",
            "--kind",
            "folder",
            "--set",
            $"path={folder.FullName}",
            "--data",
            company.Data
        );
        made.ExitCode.ShouldBe(0, made.Error);
        var secret = Path.Combine(folder.FullName, "secret.txt");
        await File.WriteAllTextAsync(secret, "very-secret", Token);
        var aws = await CommandLine.RunAsync(
            "connections",
            "add",
            "Cloud",
            "--kind",
            "aws-export",
            "--set",
            "bucket=acme-bills",
            "--set",
            "access=key",
            "--set",
            "access-key=AKIATEST",
            "--set",
            $"secret-key=@{secret}",
            "--data",
            company.Data
        );
        aws.ExitCode.ShouldBe(0, aws.Error);

        var text = await company.Client.GetStringAsync("api/v1/connections", Token);
        text.ShouldNotContain("very-secret");
        var watched = JsonNode
            .Parse(text)!
            .AsArray()
            .Single(c => (string)c!["name"]! == "Watched")!;
        ((string)watched["settings"]!["path"]!).ShouldBe(folder.FullName);
        using var begun = await company.Client.PostAsync(
            $"api/v1/connections/{watched["id"]}/syncs",
            null,
            Token
        );

        begun.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        JsonNode? sync;
        do
        {
            await Task.Delay(100, Token);
            var syncs = await company.Client.GetStringAsync(
                $"api/v1/connections/{watched["id"]}/syncs",
                Token
            );
            sync = JsonNode.Parse(syncs)![0];
        } while ((string)sync!["state"]! is "queued" or "running");

        ((string)sync["state"]!).ShouldBe("failed");
        ((string)sync["message"]!).ShouldContain("holds no CSV, Parquet or JSON file");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task An_unknown_connection_is_not_found(string method)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            "api/v1/connections/999/syncs"
        );
        using var answer = await company.Client.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
