namespace Outlay.Optimization.Bill;

/// <summary>What AWS's operations say: the licence of a machine, the engine of a database.</summary>
internal static class AwsOperations
{
    private static readonly Dictionary<string, string> Systems = new(StringComparer.Ordinal)
    {
        ["RunInstances"] = "linux",
        ["RunInstances:0002"] = "windows",
        ["RunInstances:0010"] = "rhel",
        ["RunInstances:000g"] = "suse",
    };

    private static readonly Dictionary<string, DatabaseEngine> Engines = new(StringComparer.Ordinal)
    {
        ["CreateDBInstance:0002"] = new("mysql", "MySQL"),
        ["CreateDBInstance:0014"] = new("postgres", "PostgreSQL"),
        ["CreateDBInstance:0018"] = new("mariadb", "MariaDB"),
        ["CreateDBInstance:0016"] = new("aurora", "Aurora MySQL"),
        ["CreateDBInstance:0021"] = new("aurora", "Aurora PostgreSQL"),
    };

    /// <summary>The system of a machine as prices name it; null for a licence of another kind.</summary>
    public static string? System(string? operation) => Systems.GetValueOrDefault(operation ?? "");

    /// <summary>The engine of a database whose sizes are exchanged; null for one whose licence goes by the size.</summary>
    public static DatabaseEngine? Engine(string? operation) =>
        Engines.GetValueOrDefault(operation ?? "");

    /// <summary>The engine that a text names, that of longest name first, as the words of Aurora hold those of the engines it speaks like.</summary>
    public static DatabaseEngine? EngineIn(string? text) =>
        Engines
            .Values.OrderByDescending(e => e.Name.Length)
            .FirstOrDefault(e =>
                text?.Contains(e.Name, StringComparison.OrdinalIgnoreCase) == true
            );

    /// <summary>The engine of a name.</summary>
    public static DatabaseEngine? EngineNamed(string name) =>
        Engines.Values.FirstOrDefault(e => e.Name == name);
}

/// <summary>An engine of databases.</summary>
/// <param name="Item">As items of prices name it.</param>
/// <param name="Name">As people do.</param>
internal sealed record DatabaseEngine(string Item, string Name);
