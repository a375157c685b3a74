using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Dapper;
using Outlay.Forecast.Backtest;
using Outlay.Forecast.Outlook;
using Outlay.State;

namespace Outlay.Forecast.Choices;

/// <summary>
/// Which method each scope is forecast by. A scope that is new, or whose choice is old, is put in a queue; until its turn comes the
/// standard method stands in.
/// </summary>
public sealed class ForecastChoices
{
    private const int Months = 6;
    private const int GoodForDays = 14;
    private const string Day = "yyyy-MM-dd";
    private readonly StateDatabase _database;
    private readonly Channel<(string Scope, DailyCost History)> _waiting = Channel.CreateBounded<(
        string,
        DailyCost
    )>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropWrite });

    internal ForecastChoices(StateDatabase database) => _database = database;

    /// <summary>The choice for a scope; null when none was made yet.</summary>
    /// <param name="scope">The scope as text.</param>
    public ForecastChoice? Find(string scope)
    {
        using var open = _database.Open();
        return
            open.QuerySingleOrDefault<string>(
                "SELECT report FROM forecast_choice WHERE scope = @scope",
                new { scope }
            )
                is { } report
            ? JsonSerializer.Deserialize<ForecastChoice>(report)
            : null;
    }

    /// <summary>The method of a scope, which is put in the queue when its choice is missing or old.</summary>
    internal IForecastMethod MethodFor(string scope, DailyCost history, DateOnly today)
    {
        var choice = Find(scope);
        if (choice is null || today.DayNumber - choice.MadeOn.DayNumber > GoodForDays)
        {
            _waiting.Writer.TryWrite((scope, history));
        }

        return MethodChoice.DailyCandidates.FirstOrDefault(
            m => m.Name == choice?.Method,
            MethodChoice.DailyCandidates[0]
        );
    }

    internal IAsyncEnumerable<(string Scope, DailyCost History)> ReadAllAsync(
        CancellationToken cancellationToken
    ) => _waiting.Reader.ReadAllAsync(cancellationToken);

    /// <summary>Tries every method on a scope's last months and keeps the one that did best; null when there are too few.</summary>
    /// <param name="scope">The scope as text.</param>
    /// <param name="history">Its complete days.</param>
    /// <param name="today">Today, UTC.</param>
    public ForecastChoice? Make(string scope, DailyCost history, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Usual.Count < CostOutlooks.FewestDays)
        {
            return null;
        }

        var series = CostOutlooks.Series(history);
        var origins = RollingOrigins.Months(series, Months);
        if (origins.Count == 0)
        {
            return null;
        }

        var chosen = MethodChoice.Choose(series, origins);
        var choice = ForecastChoice.Of(
            today,
            chosen,
            Backtesting.Run(chosen.Method, series, origins, intervals: true)
        );
        using var open = _database.Open();
        open.Execute(
            """
            INSERT INTO forecast_choice (scope, made_on, method, report) VALUES (@scope, @madeOn, @Method, @report)
            ON CONFLICT (scope) DO UPDATE SET made_on = @madeOn, method = @Method, report = @report
            """,
            new
            {
                scope,
                madeOn = today.ToString(Day, CultureInfo.InvariantCulture),
                choice.Method,
                report = JsonSerializer.Serialize(choice),
            }
        );
        return choice;
    }
}
