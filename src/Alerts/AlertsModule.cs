using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outlay.Alerts.Channels;
using Outlay.Alerts.Deliveries;
using Outlay.State;

namespace Outlay.Alerts;

/// <summary>Composes alerts. Sources register themselves as <see cref="IAlertSource"/>.</summary>
public static class AlertsModule
{
    private const string SecretPurpose = "Outlay.Alerts.Secrets";

    /// <summary>Adds the book, the channels and the log. Needs state, a clock and data protection.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<AlertOptions>();
        services.AddSingleton(new StateModule(typeof(AlertsModule).Assembly));
        services.AddSingleton<AlertAddress>();
        services.AddSingleton<AlertSignal>();
        services.AddSingleton<IAlertChannel, EmailChannel>();
        services.AddSingleton<IAlertChannel, SlackChannel>();
        services.AddSingleton<IAlertChannel, TeamsChannel>();
        services.AddSingleton<IAlertChannel, WebhookChannel>();
        services.AddSingleton(s => new ChannelKinds(s.GetServices<IAlertChannel>()));
        services.AddSingleton(s => new ChannelStore(
            s.GetRequiredService<StateDatabase>(),
            new SecretBox(s.GetRequiredService<IDataProtectionProvider>(), SecretPurpose),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new ChannelBook(
            s.GetRequiredService<ChannelStore>(),
            s.GetRequiredService<ChannelKinds>(),
            s.GetRequiredService<AlertAddress>()
        ));
        services.AddSingleton(s => new AlertBook(
            s.GetRequiredService<StateDatabase>(),
            s.GetServices<IAlertSource>(),
            s.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton(s => new DeliveryLog(s.GetRequiredService<StateDatabase>()));
        services.AddSingleton<DeliveryQueue>();
        services.AddSingleton(s => new DeliveryPost(
            s.GetRequiredService<DeliveryLog>(),
            s.GetRequiredService<ChannelStore>(),
            s.GetRequiredService<ChannelKinds>(),
            s.GetRequiredService<AlertAddress>(),
            s.GetRequiredService<IOptions<AlertOptions>>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<DeliveryPost>>()
        ));
        services.AddSingleton(s => new AlertRound(
            s.GetServices<IAlertSource>(),
            s.GetRequiredService<AlertBook>(),
            s.GetRequiredService<DeliveryQueue>(),
            s.GetRequiredService<ILogger<AlertRound>>()
        ));
        return services;
    }

    /// <summary>Adds the worker that makes the rounds and sends; for the server.</summary>
    public static IServiceCollection AddAlertWorker(this IServiceCollection services) =>
        services.AddHostedService<AlertWorker>();
}
