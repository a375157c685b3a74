using System.Reflection;

namespace Outlay.Architecture.Tests;

/// <summary>Who knows an engine, a database, a command line: told by what the compiled assemblies really use.</summary>
public sealed class AssemblyReferenceTests
{
    public static TheoryData<string, string> Knowledge =>
        new()
        {
            { "DuckDB.NET.", "Outlay.Engines.DuckDb" },
            {
                "Microsoft.Data.Sqlite",
                "Outlay.State Outlay.Alerts Outlay.Lake Outlay.Ingest Outlay.Connections Outlay.Spend Outlay.Budgets Outlay.Forecast Outlay.Anomalies Outlay.Optimization"
            },
            {
                "Dapper",
                "Outlay.State Outlay.Alerts Outlay.Lake Outlay.Ingest Outlay.Connections Outlay.Spend Outlay.Budgets Outlay.Forecast Outlay.Anomalies Outlay.Optimization"
            },
            { "MailKit", "Outlay.Alerts" },
            { "dbup", "Outlay.State" },
            { "System.CommandLine", "Outlay.Cli outlay" },
            { "Spectre.Console", "Outlay.Cli" },
            { "ModelContextProtocol", "Outlay.Mcp" },
            { "Microsoft.AspNetCore.Components", "Outlay.Web" },
            { "Outlay.Engines.DuckDb", "outlay" },
        };

    [Theory]
    [MemberData(nameof(Knowledge))]
    public void Only_these_know_it(string library, string knowers)
    {
        var offenders = Assemblies()
            .Where(a => !knowers.Split(' ').Contains(a.GetName().Name))
            .Where(a =>
                a.GetReferencedAssemblies()
                    .Any(r => r.Name!.StartsWith(library, StringComparison.OrdinalIgnoreCase))
            )
            .Select(a => a.GetName().Name);

        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_looked_at() =>
        Assemblies().Count().ShouldBe(Repository.Files("src", ".csproj").Count());

    private static IEnumerable<Assembly> Assemblies() =>
        Directory
            .GetFiles(AppContext.BaseDirectory, "*.dll")
            .Where(path =>
                Path.GetFileName(path) == "outlay.dll"
                || Path.GetFileName(path).StartsWith("Outlay.", StringComparison.Ordinal)
                    && !path.EndsWith(".Tests.dll", StringComparison.Ordinal)
            )
            .Select(Assembly.LoadFrom);
}
