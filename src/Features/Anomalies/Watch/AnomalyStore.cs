using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Anomalies.Detection;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Anomalies.Watch;

/// <summary>Anomalies in the state database.</summary>
internal sealed class AnomalyStore(StateDatabase database)
{
    private const string Day = "yyyy-MM-dd";

    private const string Columns =
        "id, currency, series_key AS SeriesKey, level, path, parts, causes, why, sketch, kind, direction, start_day AS StartDay, end_day AS EndDay, running, actual, expected, confidence, severity, offset_by AS OffsetBy, state, expected_until AS ExpectedUntil, reason, found_at AS FoundAt";

    public IReadOnlyList<Anomaly> Since(DateOnly day)
    {
        using var open = database.Open();
        return
        [
            .. open.Query<Row>(
                    $"SELECT {Columns} FROM anomaly WHERE end_day >= @day OR expected_until >= @day",
                    new { day = Text(day) }
                )
                .Select(r => r.ToAnomaly()),
        ];
    }

    public Anomaly? Find(string id)
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<Row>(
                $"SELECT {Columns} FROM anomaly WHERE id = @id",
                new { id }
            )
            ?.ToAnomaly();
    }

    /// <summary>Keeps what a scan found since a day; of what it finds no longer only what a person spoke of stays.</summary>
    public void Save(Currency currency, DateOnly since, IReadOnlyList<Anomaly> found)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute(
            "DELETE FROM anomaly WHERE currency = @currency AND end_day >= @since AND state = 'Open' AND id NOT IN @ids",
            new
            {
                currency = currency.Code,
                since = Text(since),
                ids = found.Select(a => a.Id).ToList(),
            },
            transaction
        );
        open.Execute(
            """
            INSERT INTO anomaly (id, currency, series_key, level, path, parts, causes, why, sketch, kind, direction, start_day, end_day, running, actual, expected, confidence, severity, offset_by, found_at)
            VALUES (@Id, @Currency, @SeriesKey, @Level, @Path, @Parts, @Causes, @Why, @Sketch, @Kind, @Direction, @StartDay, @EndDay, @Running, @Actual, @Expected, @Confidence, @Severity, @OffsetBy, @FoundAt)
            ON CONFLICT (id) DO UPDATE SET series_key = @SeriesKey, level = @Level, path = @Path, parts = @Parts, causes = @Causes, why = @Why, sketch = @Sketch, kind = @Kind, start_day = @StartDay,
              end_day = @EndDay, running = @Running, actual = @Actual, expected = @Expected, confidence = @Confidence, severity = @Severity, offset_by = @OffsetBy
            """,
            found.Select(Row.Of),
            transaction
        );
        transaction.Commit();
    }

    public void Say(string id, AnomalyState state, DateOnly? until, AnomalyReason? reason)
    {
        using var open = database.Open();
        open.Execute(
            "UPDATE anomaly SET state = @state, expected_until = @until, reason = @reason WHERE id = @id",
            new
            {
                id,
                state = state.ToString(),
                until = until is { } day ? Text(day) : null,
                reason = reason?.ToString(),
            }
        );
    }

    public AnomalySettings Settings()
    {
        using var open = database.Open();
        return open.QuerySingle<AnomalySettings>(
            "SELECT sensitivity AS Sensitivity, money_floor AS MoneyFloor, arrival_floor AS ArrivalFloor FROM anomaly_setting"
        );
    }

    public void Set(AnomalySettings settings)
    {
        using var open = database.Open();
        open.Execute(
            "UPDATE anomaly_setting SET sensitivity = @Sensitivity, money_floor = @MoneyFloor, arrival_floor = @ArrivalFloor",
            settings
        );
    }

    public IReadOnlyList<FirstSeen> FirstSeen()
    {
        using var open = database.Open();
        return
        [
            .. open.Query<SeenRow>(
                    "SELECT currency, path, first_day AS FirstDay, raised_day AS RaisedDay, cost, is_return AS IsReturn FROM arrival"
                )
                .Select(r => r.ToFirstSeen()),
        ];
    }

    /// <summary>Keeps what a scan found in place of what it found before.</summary>
    public void Save(Currency currency, IReadOnlyList<FirstSeen> found)
    {
        using var open = database.Open();
        using var transaction = open.BeginTransaction();
        open.Execute(
            "DELETE FROM arrival WHERE currency = @currency",
            new { currency = currency.Code },
            transaction
        );
        open.Execute(
            "INSERT INTO arrival (currency, dimension, path, first_day, raised_day, cost, is_return) VALUES (@Currency, @Dimension, @Path, @FirstDay, @RaisedDay, @Cost, @IsReturn)",
            found.Select(f => new
            {
                Currency = f.Currency.Code,
                Dimension = f.Dimension.Key,
                Path = JsonSerializer.Serialize(f.Path),
                FirstDay = Text(f.FirstDay),
                RaisedDay = Text(f.RaisedDay),
                f.Cost,
                f.IsReturn,
            }),
            transaction
        );
        transaction.Commit();
    }

    private static DateOnly ReadDay(string text) =>
        DateOnly.ParseExact(text, Day, CultureInfo.InvariantCulture);

    private static string Text(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    private sealed class Row
    {
        public required string Id { get; init; }
        public required string Currency { get; init; }
        public required string SeriesKey { get; init; }
        public required string Level { get; init; }
        public required string Path { get; init; }
        public required string Parts { get; init; }
        public required string Causes { get; init; }
        public string? Why { get; init; }
        public string Sketch { get; init; } = "[]";
        public required string Kind { get; init; }
        public required long Direction { get; init; }
        public required string StartDay { get; init; }
        public required string EndDay { get; init; }
        public required bool Running { get; init; }
        public required double Actual { get; init; }
        public required double Expected { get; init; }
        public required double Confidence { get; init; }
        public required double Severity { get; init; }
        public string? OffsetBy { get; init; }
        public string State { get; init; } = "";
        public string? ExpectedUntil { get; init; }
        public string? Reason { get; init; }
        public required string FoundAt { get; init; }

        public static Row Of(Anomaly anomaly) =>
            new()
            {
                Id = anomaly.Id,
                Currency = anomaly.Currency.Code,
                SeriesKey = anomaly.SeriesKey,
                Level = anomaly.Level,
                Path = JsonSerializer.Serialize(anomaly.Path),
                Parts = JsonSerializer.Serialize(anomaly.Parts),
                Causes = JsonSerializer.Serialize(anomaly.Causes),
                Why = anomaly.Why,
                Sketch = JsonSerializer.Serialize(anomaly.Sketch),
                Kind = anomaly.Kind.ToString(),
                Direction = anomaly.Direction,
                StartDay = Text(anomaly.Start),
                EndDay = Text(anomaly.End),
                Running = anomaly.IsRunning,
                Actual = anomaly.Actual,
                Expected = anomaly.Expected,
                Confidence = anomaly.Confidence,
                Severity = anomaly.Severity,
                OffsetBy = anomaly.OffsetBy,
                FoundAt = anomaly.FoundAt.ToString("O", CultureInfo.InvariantCulture),
            };

        public Anomaly ToAnomaly() =>
            new()
            {
                Id = Id,
                Currency = Kernel.Currency.Parse(Currency),
                SeriesKey = SeriesKey,
                Level = Level,
                Path = JsonSerializer.Deserialize<List<PathStep>>(Path) ?? [],
                Parts = JsonSerializer.Deserialize<List<string>>(Parts) ?? [],
                Causes = JsonSerializer.Deserialize<List<AnomalyCause>>(Causes) ?? [],
                Why = Why,
                Sketch = JsonSerializer.Deserialize<List<SketchedDay>>(Sketch) ?? [],
                Kind = Enum.Parse<AlertKind>(Kind),
                Direction = (int)Direction,
                Start = ReadDay(StartDay),
                End = ReadDay(EndDay),
                IsRunning = Running,
                Actual = Actual,
                Expected = Expected,
                Confidence = Confidence,
                Severity = Severity,
                OffsetBy = OffsetBy,
                State = Enum.Parse<AnomalyState>(State),
                ExpectedUntil = ExpectedUntil is null ? null : ReadDay(ExpectedUntil),
                Reason = Reason is null ? null : Enum.Parse<AnomalyReason>(Reason),
                FoundAt = DateTimeOffset.Parse(FoundAt, CultureInfo.InvariantCulture),
            };
    }

    private sealed class SeenRow
    {
        public required string Currency { get; init; }
        public required string Path { get; init; }
        public required string FirstDay { get; init; }
        public required string RaisedDay { get; init; }
        public required double Cost { get; init; }
        public required bool IsReturn { get; init; }

        public FirstSeen ToFirstSeen() =>
            new(
                Kernel.Currency.Parse(Currency),
                JsonSerializer.Deserialize<List<PathStep>>(Path) ?? [],
                ReadDay(FirstDay),
                ReadDay(RaisedDay),
                Cost,
                IsReturn
            );
    }
}
