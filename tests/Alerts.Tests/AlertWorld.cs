using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Outlay.Alerts.Channels;
using Outlay.Alerts.Deliveries;
using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Alerts.Tests;

/// <summary>Alerts over a real database, with a clock and a source that a test sets.</summary>
internal sealed class AlertWorld : IAlertSource, IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public AlertWorld() =>
        World = new OutlayWorld(services =>
            services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
                .Configure<AlertOptions>(o => o.Address = "https://outlay.example/costs/")
                .AddSingleton<IAlertSource>(this)
        );

    public OutlayWorld World { get; }

    public FakeTimeProvider Clock { get; } = new(Noon);

    /// <summary>What holds now; null for a source that cannot say.</summary>
    public List<AlertFact>? Holding { get; set; } = [];

    public IReadOnlyList<AlertKind> Kinds { get; } =
    [new("budget-actual", "Budget", "A budget is used up."), new("other", "Other", "Else.")];

    public AlertBook Book => World.Get<AlertBook>();

    public ChannelBook Channels => World.Get<ChannelBook>();

    public DeliveryLog Log => World.Get<DeliveryLog>();

    public Task<Result<IReadOnlyList<AlertFact>>> HoldsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<AlertFact>>>(
            Holding is { } facts
                ? Result.Of<IReadOnlyList<AlertFact>>(facts)
                : new Problem(ProblemKind.Unavailable, "The engine is busy.")
        );

    public Task<IReadOnlyList<Alert>> RoundAsync() =>
        World.Get<AlertRound>().RunAsync(TestContext.Current.CancellationToken);

    public Task SendAsync() =>
        World.Get<DeliveryPost>().SendDueAsync(TestContext.Current.CancellationToken);

    public Channel Add(
        string kind,
        ChannelTerms? terms,
        params (string Name, string Value)[] settings
    )
    {
        var made = Channels.Create(
            new ChannelDraft
            {
                Name = $"To {kind} {Channels.All().Count}",
                Kind = kind,
                Settings = Settings(settings),
                Terms = terms ?? new ChannelTerms(),
            }
        );
        made.IsOk.ShouldBeTrue(made.Problem?.ToString());
        return made.Value;
    }

    public Channel AddHook(WebHook hook, ChannelTerms? terms = null) =>
        Add("webhook", terms, ("url", hook.Address), ("secret", "0123456789abcdef"));

    public static SettingValues Settings(params (string Name, string Value)[] settings) =>
        new(settings.ToDictionary(s => s.Name, s => s.Value, StringComparer.Ordinal));

    public static AlertFact Fact(
        string key = "budget/1",
        AlertSeverity severity = AlertSeverity.Warning,
        string kind = "budget-actual"
    ) =>
        new(
            key,
            kind,
            severity,
            $"Budget {key} is at <85 %> & growing",
            "Amazon EC2 in prod grew by $420.",
            "/budgets/1"
        );

    public void Dispose() => World.Dispose();
}
