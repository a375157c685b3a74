using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections.Sources;

namespace Outlay.Cli.Connections;

/// <summary><c>outlay connections test</c>: each call that a sync needs, with cause and fix.</summary>
internal static class TestCommand
{
    public static Command Build(IProgram program)
    {
        var name = OpenConnections.Name();
        var command = new Command("test", "Make each call that a sync needs, and say what fails")
        {
            name,
        };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        RunAsync(
                            context,
                            services.GetRequiredService<ConnectionBook>(),
                            context.Get(name),
                            cancellationToken
                        )
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context,
        ConnectionBook book,
        string? name,
        CancellationToken cancellationToken
    )
    {
        var connection = OpenConnections.Find(book, name);
        if (!connection.IsOk)
        {
            return context.Fail(connection.Problem);
        }

        await foreach (var step in book.TestAsync(connection.Value, cancellationToken))
        {
            if (step.Problem is { } problem)
            {
                await context.Output.WriteLineAsync($"failed  {step.Name}");
                return context.Fail(problem);
            }

            await context.Output.WriteLineAsync($"works   {step.Name}: {step.Found}");
        }

        return ExitCodes.Ok;
    }
}
