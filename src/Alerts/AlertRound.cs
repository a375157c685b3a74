using Microsoft.Extensions.Logging;
using Outlay.Alerts.Deliveries;

namespace Outlay.Alerts;

/// <summary>Asks every source what holds, keeps the book, and hands what is new to the channels that want it.</summary>
public sealed partial class AlertRound : IDisposable
{
    private readonly IReadOnlyList<IAlertSource> _sources;
    private readonly AlertBook _book;
    private readonly DeliveryQueue _queue;
    private readonly ILogger<AlertRound> _logger;
    private readonly SemaphoreSlim _gate = new(1);

    internal AlertRound(
        IEnumerable<IAlertSource> sources,
        AlertBook book,
        DeliveryQueue queue,
        ILogger<AlertRound> logger
    )
    {
        _sources = [.. sources];
        _book = book;
        _queue = queue;
        _logger = logger;
    }

    /// <summary>Makes a round.</summary>
    /// <returns>The alerts that are new.</returns>
    public async Task<IReadOnlyList<Alert>> RunAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var news = new List<Alert>();
            foreach (var source in _sources)
            {
                news.AddRange(await AskAsync(source, cancellationToken));
            }

            _queue.Add(news);
            return news;
        }
        finally
        {
            _gate.Release();
        }
    }

    // A source that fails leaves its alerts as they stand and holds up no other.
    private async Task<IReadOnlyList<Alert>> AskAsync(
        IAlertSource source,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var holds = await source.HoldsAsync(cancellationToken);
            if (holds.IsOk)
            {
                return _book.Take(source.Kinds, holds.Value);
            }

            Failed(_logger, source.GetType().Name, holds.Problem.ToString());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Broke(_logger, source.GetType().Name, e);
        }

        return [];
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    [LoggerMessage(502, LogLevel.Error, "{Source} broke while it was asked what holds")]
    private static partial void Broke(ILogger logger, string source, Exception exception);

    [LoggerMessage(500, LogLevel.Warning, "{Source} cannot say what holds: {Problem}")]
    private static partial void Failed(ILogger logger, string source, string problem);
}
