using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections.Sources;

namespace Outlay.Cli.Connections;

/// <summary><c>outlay connections remove</c>: deletes a connection, with its data only when asked to.</summary>
internal static class RemoveCommand
{
    public static Command Build(IProgram program)
    {
        var name = OpenConnections.Name();
        var withData = new Option<bool>("--with-data")
        {
            Description = "Take what it loaded out of the lake as well; this cannot be undone",
        };
        var command = new Command(
            "remove",
            "Delete a connection with its credentials and history; its data stays unless asked"
        )
        {
            name,
            withData,
        };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                    {
                        var book = services.GetRequiredService<ConnectionBook>();
                        var found = OpenConnections.Find(book, context.Get(name));
                        var deleted = found.IsOk
                            ? book.Delete(found.Value.Id, context.Get(withData))
                            : found;
                        if (!deleted.IsOk)
                        {
                            return Task.FromResult(context.Fail(deleted.Problem));
                        }

                        context.Output.WriteLine(
                            context.Get(withData)
                                ? $"{deleted.Value.Name} and its data are deleted."
                                : $"{deleted.Value.Name} is deleted; its data stays."
                        );
                        return Task.FromResult(ExitCodes.Ok);
                    }
                )
        );
        return command;
    }
}
