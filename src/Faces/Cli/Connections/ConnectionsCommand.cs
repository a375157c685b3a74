using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Kernel;

namespace Outlay.Cli.Connections;

/// <summary><c>outlay connections</c>: list, add, test, pause, remove.</summary>
internal static class ConnectionsCommand
{
    public static Command Build(IProgram program)
    {
        var json = CommonOptions.Json();
        var command = new Command("connections", "Show and manage the sources of billing data")
        {
            json,
            KindsCommand.Build(program),
            AddCommand.Build(program),
            TestCommand.Build(program),
            PauseVerb(program, "pause", "Let a connection's schedule rest", paused: true),
            PauseVerb(program, "resume", "Let a connection's schedule go on", paused: false),
            RemoveCommand.Build(program),
        };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        Task.FromResult(List(context, services, context.Get(json)))
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay connections", "All of them, and how they stand"),
            ("outlay connections kinds", "What can be connected, and its settings"),
            (
                "outlay connections add Production --kind aws-export --set bucket=acme-bills --set prefix=exports/cur2",
                "Sign in as this machine"
            ),
            ("outlay connections test Production", "Each call a sync needs, with cause and fix")
        );
        return command;
    }

    private static Command PauseVerb(IProgram program, string verb, string text, bool paused)
    {
        var name = OpenConnections.Name();
        var command = new Command(verb, text) { name };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                    {
                        var book = services.GetRequiredService<ConnectionBook>();
                        var found = OpenConnections.Find(book, context.Get(name));
                        if (!found.IsOk)
                        {
                            return Task.FromResult(context.Fail(found.Problem));
                        }

                        book.Pause(found.Value.Id, paused);
                        context.Output.WriteLine(
                            $"{found.Value.Name} is {(paused ? "paused" : "back on its schedule")}."
                        );
                        return Task.FromResult(ExitCodes.Ok);
                    }
                )
        );
        return command;
    }

    private static int List(CommandContext context, IServiceProvider services, bool isJson)
    {
        var latest = services.GetRequiredService<SyncBook>().Latest();
        var all = services.GetRequiredService<ConnectionBook>().All();
        if (isJson)
        {
            CommandJson.Write(
                context.Output,
                all.Select(c => ConnectionDocument.Of(c, latest.GetValueOrDefault(c.Id)))
            );
            return ExitCodes.Ok;
        }

        if (all.Count == 0)
        {
            context.Output.WriteLine(
                "There is no connection yet; outlay connections add makes one, outlay connections kinds shows which there can be."
            );
            return ExitCodes.Ok;
        }

        var table = new TextTable(
            "Connection",
            "Kind",
            "Schedule",
            "Last sync",
            "State",
            "Outcome"
        );
        foreach (var connection in all)
        {
            var sync = latest.GetValueOrDefault(connection.Id);
            table.Add(
                connection.Name,
                connection.Kind,
                connection.IsPaused ? "paused" : connection.Schedule.Text,
                sync?.CreatedAt.UtcDateTime.ToString(
                    "yyyy-MM-dd HH:mm",
                    CultureInfo.InvariantCulture
                ) ?? "never",
                sync?.State.ToString() ?? "",
                sync?.Message ?? ""
            );
        }

        table.Write(context.Output, context.Width);
        return ExitCodes.Ok;
    }
}

/// <summary>Opens the program for a command about connections.</summary>
internal static class OpenConnections
{
    public static Argument<string> Name() => new("NAME") { Description = "Name of the connection" };

    public static async Task<int> RunAsync(
        IProgram program,
        CommandContext context,
        Func<CommandContext, IServiceProvider, Task<int>> run
    )
    {
        var opened = program.OpenOrCreate(context.Get(CommonOptions.Data));
        if (!opened.IsOk)
        {
            return context.Fail(opened.Problem);
        }

        await using var outlay = opened.Value;
        return await run(context, outlay.Services);
    }

    public static Result<Connection> Find(ConnectionBook book, string? name) =>
        book.Find(name ?? "") is { } connection
            ? connection
            : new Problem(
                ProblemKind.NotFound,
                $"There is no connection {name}.",
                book.All() is [_, ..] all
                    ? $"There are: {string.Join(", ", all.Select(c => c.Name))}."
                    : "Make one with outlay connections add."
            );
}
