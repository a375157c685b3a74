using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outlay.Forecast.Outlook;

namespace Outlay.Forecast.Choices;

/// <summary>Makes the choices that wait, one after the other and off the requests.</summary>
internal sealed partial class ForecastChoiceWorker(
    ForecastChoices choices,
    CostOutlooks outlooks,
    ILogger<ForecastChoiceWorker> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await foreach (var (scope, history) in choices.ReadAllAsync(stoppingToken))
        {
            // A page that was asked for twice is in the queue twice.
            if (choices.Find(scope)?.MadeOn == outlooks.Today)
            {
                continue;
            }

            try
            {
                if (choices.Make(scope, history, outlooks.Today) is not null)
                {
                    outlooks.Forget();
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(logger, scope, e);
            }
        }
    }

    [LoggerMessage(520, LogLevel.Error, "No forecast method could be chosen for {Scope}")]
    private static partial void Failed(ILogger logger, string scope, Exception exception);
}
