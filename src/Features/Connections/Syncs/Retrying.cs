using Microsoft.Extensions.Options;
using Outlay.Kernel;
using Polly;
using Polly.Retry;

namespace Outlay.Connections.Syncs;

/// <summary>Tries calls again that may succeed later, with growing waits that have some chance in them.</summary>
internal sealed class Retrying(IOptions<SyncOptions> options, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Makes a call until it succeeds, fails for good, or has been tried often enough.</summary>
    /// <param name="call">The call; it can be made again from the start.</param>
    /// <param name="waits">Told the problem and the wait before each retry.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<T>> RunAsync<T>(
        Func<CancellationToken, Task<Result<T>>> call,
        Action<Problem, TimeSpan> waits,
        CancellationToken cancellationToken
    )
    {
        if (options.Value.Retries == 0)
        {
            return await call(cancellationToken);
        }

        var pipeline = new ResiliencePipelineBuilder<Result<T>> { TimeProvider = time }
            .AddRetry(
                new RetryStrategyOptions<Result<T>>
                {
                    ShouldHandle = a =>
                        ValueTask.FromResult(
                            a.Outcome.Result?.Problem?.Kind == ProblemKind.Unavailable
                        ),
                    MaxRetryAttempts = options.Value.Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = options.Value.RetryDelay,
                    MaxDelay = LongestWait,
                    OnRetry = a =>
                    {
                        waits(a.Outcome.Result!.Problem!, a.RetryDelay);
                        return ValueTask.CompletedTask;
                    },
                }
            )
            .Build();
        return await pipeline.ExecuteAsync(async token => await call(token), cancellationToken);
    }
}
