using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>
/// Makes signed calls: tried again with exponential backoff and full jitter while the failure is a passing one, fewer at once while
/// AWS turns them away, every one of them counted.
/// </summary>
/// <param name="endpoint">Where all services are asked instead of at AWS; null for AWS.</param>
/// <param name="time">The clock of the waits.</param>
/// <remarks>Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.</remarks>
internal sealed class AwsWire(Uri? endpoint, TimeProvider time)
{
    private const int AtOnce = 8;
    private const int Attempts = 4;
    private const int AttemptsWhenThrottled = 8;
    private const int PassingMs = 50;
    private const int ThrottledMs = 500;
    private const int LongestMs = 20_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<(string, string, string), CallGate> _gates = [];

    /// <summary>The calls so far.</summary>
    public CallLedger Ledger { get; } = new();

    /// <summary>Makes a call and reads its answer.</summary>
    /// <exception cref="AwsCallException">It failed for good.</exception>
    public async Task<T> AskAsync<T>(
        HttpClient client,
        string account,
        string region,
        AwsCall call,
        Func<Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        var gate = _gates.GetOrAdd((account, region, call.Api.Host), _ => new CallGate(AtOnce));
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            var throttled = false;
            await gate.EnterAsync(cancellationToken);
            try
            {
                Ledger.Made(account, region, call.Name);
                using var message = call.Message(endpoint ?? call.Api.Address(region), region);
                var answer = await OnceAsync(client, message, call, read, cancellationToken);
                if (call.PriceUsd > 0)
                {
                    Ledger.Paid(account, region, call.Name, call.PriceUsd);
                }

                return answer;
            }
            catch (AwsCallException e)
                when (e.IsPassing && attempt < (e.IsThrottled ? AttemptsWhenThrottled : Attempts))
            {
                throttled = e.IsThrottled;
                wait = Wait(attempt, throttled, RetryAfter(e));
            }
            catch (AwsCallException e)
            {
                throttled = e.IsThrottled;
                throw;
            }
            finally
            {
                if (throttled)
                {
                    Ledger.Throttled(account, region, call.Name);
                }

                gate.Leave(throttled);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

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
                var failure = await AwsFailure.OfAsync(call, answer, patience.Token);
                failure.Data[nameof(RetryAfter)] = answer.Headers.RetryAfter?.Delta;
                throw failure;
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

    private static TimeSpan? RetryAfter(AwsCallException e) =>
        e.Data[nameof(RetryAfter)] as TimeSpan?;

    private static TimeSpan Wait(int attempt, bool throttled, TimeSpan? asked)
    {
        var most = Math.Min(
            LongestMs,
            (throttled ? ThrottledMs : PassingMs) * (1 << (attempt - 1))
        );
        var jitter = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(most + 1));
        var longest = TimeSpan.FromMilliseconds(LongestMs);
        return asked > jitter ? (asked.Value < longest ? asked.Value : longest) : jitter;
    }
}
