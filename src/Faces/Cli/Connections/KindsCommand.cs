using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections.Sources;
using Outlay.Ingest.Connect;

namespace Outlay.Cli.Connections;

/// <summary><c>outlay connections kinds</c>: what can be connected, and its settings.</summary>
internal static class KindsCommand
{
    public static Command Build(IProgram program)
    {
        var command = new Command("kinds", "Show what can be connected, and its settings");
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                    {
                        foreach (
                            var connector in services
                                .GetRequiredService<ConnectionBook>()
                                .Connectors.All
                        )
                        {
                            Write(context.Output, connector);
                        }

                        return Task.FromResult(ExitCodes.Ok);
                    }
                )
        );
        return command;
    }

    private static void Write(TextWriter output, IConnector connector)
    {
        output.WriteLine($"{connector.Kind}: {connector.Title}");
        output.WriteLine($"  {connector.Summary}");
        foreach (var field in connector.Fields)
        {
            var terms = string.Join(
                ", ",
                new[]
                {
                    field.IsRequired ? "required" : "optional",
                    field.IsSecret ? "secret" : null,
                    field.When is null ? null : $"with {field.When}",
                    field.Choices.Count == 0
                        ? null
                        : string.Join(" or ", field.Choices.Select(c => c.Value)),
                }.OfType<string>()
            );
            output.WriteLine($"  {field.Name} ({terms}): {field.Help}");
        }

        output.WriteLine();
    }
}
