using System.Reflection;
using Dapper;
using DbUp;
using DbUp.Engine.Output;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Outlay.State;

/// <summary>The relational store: opens connections and brings the schema up to date, module by module.</summary>
public sealed partial class StateDatabase
{
    private readonly string _connectionString;
    private readonly ILogger<StateDatabase> _logger;

    /// <summary>Binds the store to a data folder.</summary>
    public StateDatabase(DataFolder folder, ILogger<StateDatabase> logger)
    {
        _logger = logger;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = folder.StateFile,
            ForeignKeys = true,
            DefaultTimeout = 30,
        }.ToString();
    }

    /// <summary>Opens a connection; the caller disposes it. Writers wait for each other up to 30 seconds.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        connection.Execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 30000;"
        );
        return connection;
    }

    /// <summary>Runs the embedded scripts <c>Store/NNNN_name.sql</c> of the modules that have not run yet, in the order given.</summary>
    /// <exception cref="InvalidOperationException">A script failed; the message names it.</exception>
    public void Migrate(IEnumerable<StateModule> modules)
    {
        Open().Dispose();
        foreach (var module in modules)
        {
            var result = DeployChanges
                .To.SqliteDatabase(_connectionString)
                .WithScriptsEmbeddedInAssembly(
                    module.Assembly,
                    name => name.Contains(".Store.", StringComparison.Ordinal)
                )
                .WithTransactionPerScript()
                .LogTo(new DbUpLog(_logger))
                .Build()
                .PerformUpgrade();
            if (!result.Successful)
            {
                throw new InvalidOperationException(
                    $"The state database could not be brought up to date: {result.ErrorScript?.Name} failed. {result.Error.Message}",
                    result.Error
                );
            }
        }
    }

    private sealed partial class DbUpLog(ILogger logger) : IUpgradeLog
    {
        public void LogTrace(string format, params object[] args) =>
            Detail(logger, Text(format, args));

        public void LogDebug(string format, params object[] args) =>
            Detail(logger, Text(format, args));

        public void LogInformation(string format, params object[] args) =>
            Detail(logger, Text(format, args));

        public void LogWarning(string format, params object[] args) =>
            Warn(logger, Text(format, args));

        public void LogError(string format, params object[] args) =>
            Warn(logger, Text(format, args));

        public void LogError(Exception ex, string format, params object[] args) =>
            Warn(logger, Text(format, args));

        private static string Text(string format, object[] args) =>
            string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args);

        [LoggerMessage(100, LogLevel.Debug, "{Text}")]
        private static partial void Detail(ILogger logger, string text);

        [LoggerMessage(101, LogLevel.Warning, "{Text}")]
        private static partial void Warn(ILogger logger, string text);
    }
}

/// <summary>A project whose embedded <c>Store/*.sql</c> scripts make its tables.</summary>
/// <param name="Assembly">The assembly that embeds the scripts.</param>
public sealed record StateModule(Assembly Assembly);
