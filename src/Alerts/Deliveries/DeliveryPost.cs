using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outlay.Alerts.Channels;
using Outlay.Kernel;

namespace Outlay.Alerts.Deliveries;

/// <summary>Sends what is due. What cannot be sent is tried again later, and in the end given up; the log says why.</summary>
public sealed partial class DeliveryPost : IDisposable
{
    private const int MostAttempts = 6;
    private const int Growth = 4;
    private readonly DeliveryLog _log;
    private readonly ChannelStore _channels;
    private readonly ChannelKinds _kinds;
    private readonly AlertAddress _address;
    private readonly AlertOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryPost> _logger;
    private readonly SemaphoreSlim _gate = new(1);

    internal DeliveryPost(
        DeliveryLog log,
        ChannelStore channels,
        ChannelKinds kinds,
        AlertAddress address,
        IOptions<AlertOptions> options,
        TimeProvider time,
        ILogger<DeliveryPost> logger
    )
    {
        _log = log;
        _channels = channels;
        _kinds = kinds;
        _address = address;
        _options = options.Value;
        _time = time;
        _logger = logger;
    }

    /// <summary>Sends the messages whose time has come.</summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            foreach (var delivery in _log.Due(_time.GetUtcNow()))
            {
                await SendAsync(delivery, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var sent = await TryAsync(delivery, cancellationToken);
        var now = _time.GetUtcNow();
        if (sent.IsOk)
        {
            _log.Ended(delivery.Id, DeliveryState.Sent, now, null);
            return;
        }

        var error = sent.Problem.ToString();
        Failed(_logger, delivery.Id, delivery.ChannelId, error);
        var attempts = delivery.Attempts + 1;
        if (sent.Problem.Kind == ProblemKind.Unavailable && attempts < MostAttempts)
        {
            _log.Again(
                delivery.Id,
                now + _options.RetryDelay * Math.Pow(Growth, attempts - 1),
                error
            );
        }
        else
        {
            _log.Ended(delivery.Id, DeliveryState.Failed, now, error);
        }
    }

    private async Task<Result<string>> TryAsync(
        Delivery delivery,
        CancellationToken cancellationToken
    )
    {
        var settings = _channels.Open(delivery.ChannelId);
        if (!settings.IsOk)
        {
            return settings.Problem;
        }

        var kind = _kinds.Get(_channels.Find(delivery.ChannelId)!.Kind);
        return kind.IsOk
            ? await kind.Value.SendAsync(
                settings.Value,
                AlertMessage.Of(_log.AlertsOf(delivery.Id), _address.Root),
                cancellationToken
            )
            : kind.Problem;
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    [LoggerMessage(
        501,
        LogLevel.Warning,
        "Message {DeliveryId} to channel {ChannelId} was not sent: {Problem}"
    )]
    private static partial void Failed(
        ILogger logger,
        long deliveryId,
        long channelId,
        string problem
    );
}
