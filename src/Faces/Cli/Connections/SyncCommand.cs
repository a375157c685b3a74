using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Ingest;

namespace Outlay.Cli.Connections;

/// <summary><c>outlay sync</c>: brings connections up to date, here and now.</summary>
internal sealed class SyncCommand
{
    private readonly Argument<string[]> _names = new("NAME")
    {
        Description = "Connections; all that are not paused when none is named",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public static Command Build(IProgram program)
    {
        var parts = new SyncCommand();
        var command = new Command("sync", "Bring connections up to date")
        {
            parts._names,
            parts._json,
        };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) => parts.RunAsync(context, services, cancellationToken)
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay sync", "All connections, one after the other"),
            ("outlay sync Production --json", "One of them, for a script")
        );
        return command;
    }

    private async Task<int> RunAsync(
        CommandContext context,
        IServiceProvider services,
        CancellationToken cancellationToken
    )
    {
        var book = services.GetRequiredService<ConnectionBook>();
        var wanted = new List<Connection>();
        foreach (var name in context.Get(_names) ?? [])
        {
            var found = OpenConnections.Find(book, name);
            if (!found.IsOk)
            {
                return context.Fail(found.Problem);
            }

            wanted.Add(found.Value);
        }

        if (wanted.Count == 0)
        {
            wanted.AddRange(book.All().Where(c => !c.IsPaused));
        }

        if (wanted.Count == 0)
        {
            await context.Error.WriteLineAsync(
                "outlay: there is nothing to synchronise; make a connection with outlay connections add."
            );
            return ExitCodes.WrongUse;
        }

        var code = ExitCodes.Ok;
        foreach (var connection in wanted)
        {
            code = Math.Max(
                code,
                await SyncAsync(context, services, connection, cancellationToken)
            );
        }

        return code;
    }

    private async Task<int> SyncAsync(
        CommandContext context,
        IServiceProvider services,
        Connection connection,
        CancellationToken cancellationToken
    )
    {
        var isJson = context.Get(_json);
        var sync = await WorkWatch.RunAsync<Sync>(
            context,
            quiet: isJson,
            s => (s.Progress, s.IsOver ? null : $"{connection.Name}: {s.Message}"),
            progress =>
                services
                    .GetRequiredService<SyncBook>()
                    .RunAsync(connection.Id, progress, cancellationToken)
        );
        if (!sync.IsOk)
        {
            return context.Fail(sync.Problem);
        }

        var isGood = sync.Value.State is ImportState.Succeeded or ImportState.Unchanged;
        if (isJson)
        {
            CommandJson.Write(context.Output, SyncDocument.Of(sync.Value));
        }
        else
        {
            var writer = isGood ? context.Output : context.Error;
            await writer.WriteLineAsync(
                $"{connection.Name}: {sync.Value.Message} {TextNumber.Count(sync.Value.Rows)} rows."
            );
        }

        return isGood ? ExitCodes.Ok : ExitCodes.Failed;
    }
}
