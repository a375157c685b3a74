using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>Makes signed calls, as patiently as <see cref="CallLoop"/> is.</summary>
/// <param name="endpoint">Where all services are asked instead of at AWS; null for AWS.</param>
/// <param name="time">The clock of the waits.</param>
internal sealed class AwsWire(Uri? endpoint, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CallLoop _loop = new(time);

    /// <summary>The calls so far.</summary>
    public CallLedger Ledger => _loop.Ledger;

    /// <summary>Makes a call and reads its answer.</summary>
    /// <exception cref="AwsCallException">It failed for good.</exception>
    public Task<T> AskAsync<T>(
        HttpClient client,
        string account,
        string region,
        AwsCall call,
        Func<Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        _loop.RunAsync(
            (account, region, call.Name, call.PriceUsd),
            $"{call.Api.Host}.{region}",
            async () =>
            {
                using var message = call.Message(endpoint ?? call.Api.Address(region), region);
                return await OnceAsync(client, message, call, read, cancellationToken);
            },
            cancellationToken
        );

    private static async Task<T> OnceAsync<T>(
        HttpClient client,
        HttpRequestMessage message,
        AwsCall call,
        Func<Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        // The client's own patience ends with the headers; an answer may stall after them.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await client.SendAsync(
                message,
                HttpCompletionOption.ResponseHeadersRead,
                patience.Token
            );
            if (!answer.IsSuccessStatusCode)
            {
                throw await AwsFailure.OfAsync(call, answer, patience.Token);
            }

            await using var body = await answer.Content.ReadAsStreamAsync(patience.Token);
            return await read(body, patience.Token);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or TimeoutException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new AwsCallException(
                call.Name,
                "",
                $"The line to AWS broke: {e.Message}",
                default,
                e
            );
        }
        catch (Exception e) when (e is XmlException or JsonException)
        {
            throw new AwsCallException(
                call.Name,
                "Unreadable",
                $"AWS's answer cannot be read: {e.Message}",
                default,
                e
            );
        }
        catch (AmazonServiceException e)
        {
            throw new AwsCallException(
                call.Name,
                e.ErrorCode ?? "Credentials",
                e.Message,
                e.StatusCode,
                e
            );
        }
        catch (AmazonClientException e)
        {
            throw new AwsCallException(call.Name, "Credentials", e.Message, default, e);
        }
    }
}
