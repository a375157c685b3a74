using System.Data.Common;
using DuckDB.NET.Data;

namespace Outlay.Engines.DuckDb;

/// <summary>Statements on a DuckDB connection that a token interrupts.</summary>
internal static class DuckDbCommands
{
    /// <summary>Runs a statement and gives the number of rows it changed or wrote.</summary>
    public static long Execute(
        this DuckDBConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params IReadOnlyList<object?> parameters
    )
    {
        using var command = Command(connection, sql, parameters);
        using var stop = new Interruption(command, cancellationToken);
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>Runs a query and gives what <paramref name="read"/> makes of each row; meant for results of bounded size.</summary>
    public static List<T> Read<T>(
        this DuckDBConnection connection,
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params IReadOnlyList<object?> parameters
    )
    {
        var rows = new List<T>();
        connection.Each(sql, reader => rows.Add(read(reader)), cancellationToken, parameters);
        return rows;
    }

    /// <summary>Runs a query and shows each row to <paramref name="see"/>, keeping none; gives their number.</summary>
    public static long Each(
        this DuckDBConnection connection,
        string sql,
        Action<DbDataReader> see,
        CancellationToken cancellationToken,
        params IReadOnlyList<object?> parameters
    )
    {
        using var command = Command(connection, sql, parameters);
        using var stop = new Interruption(command, cancellationToken);
        try
        {
            using var reader = command.ExecuteReader();
            var rows = 0L;
            while (reader.Read())
            {
                see(reader);
                rows++;
            }

            return rows;
        }
        catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static DuckDBCommand Command(
        DuckDBConnection connection,
        string sql,
        IReadOnlyList<object?> parameters
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        }

        return command;
    }
}
