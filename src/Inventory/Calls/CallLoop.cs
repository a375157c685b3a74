using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Outlay.Inventory.Calls;

/// <summary>
/// Makes calls of a cloud: tried again with exponential backoff and full jitter while the failure is a passing one, fewer at once while
/// the cloud turns them away, every one of them counted.
/// </summary>
/// <param name="time">The clock of the waits.</param>
/// <remarks>Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/.</remarks>
public sealed class CallLoop(TimeProvider time)
{
    private const int AtOnce = 8;
    private const int Attempts = 4;
    private const int AttemptsWhenThrottled = 8;
    private const int PassingMs = 50;
    private const int ThrottledMs = 500;
    private const int LongestMs = 30_000;

    private readonly ConcurrentDictionary<(string, string), CallGate> _gates = [];

    /// <summary>The calls so far.</summary>
    public CallLedger Ledger { get; } = new();

    /// <summary>Makes a call until it works or fails for good.</summary>
    /// <param name="call">Account, region and operation, as they are counted, and what a call that works costs in US dollars.</param>
    /// <param name="service">What the cloud counts calls by within an account; so many of it go out at once.</param>
    /// <param name="once">Makes the call; fails with an exception that is an <see cref="ICallFailure"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<T> RunAsync<T>(
        (string Account, string Region, string Operation, decimal PriceUsd) call,
        string service,
        Func<Task<T>> once,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(once);
        var gate = _gates.GetOrAdd((call.Account, service), _ => new CallGate(AtOnce));
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            var throttled = false;
            await gate.EnterAsync(cancellationToken);
            try
            {
                Ledger.Made(call.Account, call.Region, call.Operation);
                var answer = await once();
                if (call.PriceUsd > 0)
                {
                    Ledger.Paid(call.Account, call.Region, call.Operation, call.PriceUsd);
                }

                return answer;
            }
            catch (Exception e) when (e is ICallFailure failure)
            {
                throttled = failure.IsThrottled;
                if (!failure.IsPassing || attempt >= (throttled ? AttemptsWhenThrottled : Attempts))
                {
                    throw;
                }

                wait = Wait(attempt, failure);
            }
            finally
            {
                if (throttled)
                {
                    Ledger.Throttled(call.Account, call.Region, call.Operation);
                }

                gate.Leave(throttled);
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private static TimeSpan Wait(int attempt, ICallFailure failure)
    {
        var most = Math.Min(
            LongestMs,
            (failure.IsThrottled ? ThrottledMs : PassingMs) * (1 << (attempt - 1))
        );
        var jitter = TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(most + 1));
        var longest = TimeSpan.FromMilliseconds(LongestMs);
        return failure.RetryAfter is { } asked && asked > jitter
            ? asked < longest
                ? asked
                : longest
            : jitter;
    }
}
