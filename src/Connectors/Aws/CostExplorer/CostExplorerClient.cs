using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Outlay.Connectors.Aws.Exports;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.CostExplorer;

/// <summary>Cost Explorer's <c>GetCostAndUsage</c>, which has no SDK package here: JSON 1.1 under a signature of version 4.</summary>
/// <remarks>https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_GetCostAndUsage.html</remarks>
internal static class CostExplorerClient
{
    private const string Service = "ce";
    private const string Home = "us-east-1";
    private const string Target = "AWSInsightsIndexService.GetCostAndUsage";
    private const string ContentType = "application/x-amz-json-1.1";

    private static readonly ConditionalWeakTable<SettingValues, HttpClient> Clients = [];

    /// <summary>Makes one call, for which AWS charges; the answer is the caller's to dispose of.</summary>
    public static async Task<Result<JsonDocument>> AskAsync(
        SettingValues settings,
        object request,
        CancellationToken cancellationToken
    )
    {
        var asked = await AwsErrors.GuardAsync(
            settings,
            async () =>
            {
                var client = Clients.GetValue(settings, Client);
                using var message = new HttpRequestMessage(HttpMethod.Post, Address(settings));
                // The service wants the type without a charset, which text content would add.
                message.Content = new ByteArrayContent(
                    JsonSerializer.SerializeToUtf8Bytes(request)
                );
                message.Content.Headers.ContentType = new(ContentType);
                message.Headers.Add("X-Amz-Target", Target);
                using var answer = await client.SendAsync(message, cancellationToken);
                await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return await JsonDocument.ParseAsync(
                        body,
                        cancellationToken: cancellationToken
                    );
                }

                using var reader = new StreamReader(body);
                throw Failure(answer.StatusCode, await reader.ReadToEndAsync(cancellationToken));
            },
            cancellationToken
        );
        return
            asked is { IsOk: false, Problem: { Kind: ProblemKind.Forbidden } denied }
            && denied.Field == AwsFields.Bucket.Name
            ? NotAllowed()
            : asked;
    }

    private static HttpClient Client(SettingValues settings) =>
        new(
            new SigV4SigningHandler(
                AwsSession.Of(settings).Signer,
                RegionEndpoint.GetBySystemName(Home),
                Service,
                new SocketsHttpHandler { AllowAutoRedirect = false }
            )
        )
        {
            Timeout = TimeSpan.FromMinutes(2),
        };

    private static Uri Address(SettingValues settings) =>
        new(settings[AwsFields.Endpoint.Name] ?? $"https://ce.{Home}.amazonaws.com");

    // The body names the error as __type, with a namespace before it.
    private static AmazonServiceException Failure(HttpStatusCode status, string body)
    {
        var code = "";
        var text = "";
        try
        {
            using var json = JsonDocument.Parse(body);
            code = json.RootElement.TryGetProperty("__type", out var type)
                ? type.GetString()!.Split('#')[^1]
                : "";
            text =
                json.RootElement.TryGetProperty("message", out var message)
                || json.RootElement.TryGetProperty("Message", out message)
                    ? message.GetString() ?? ""
                    : "";
        }
        catch (JsonException)
        {
            text = "The answer is no JSON.";
        }

        var limited = code is "LimitExceededException" ? "ThrottlingException" : code;
        return new AmazonServiceException(text)
        {
            StatusCode = code == "AccessDeniedException" ? HttpStatusCode.Forbidden : status,
            ErrorCode = limited,
        };
    }

    private static Problem NotAllowed() =>
        new(
            ProblemKind.Forbidden,
            "The identity may not ask Cost Explorer.",
            "Attach the policy shown here (ce:GetCostAndUsage), and switch Cost Explorer on in the billing console: it takes a day to fill.",
            AwsFields.Access.Name
        );
}
