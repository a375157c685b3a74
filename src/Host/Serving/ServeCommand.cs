using System.CommandLine;
using Outlay.Cli.Console;
using Outlay.Ingest.Formats;
using Outlay.State;

namespace Outlay.Host.Serving;

/// <summary><c>outlay serve</c>: opens the pages, the API and MCP.</summary>
internal static class ServeCommand
{
    public static Command Build()
    {
        var options = new ServeOptions();
        var command = new Command("serve", "Open the pages, the REST API and MCP on this machine");
        options.AddTo(command);
        command.SetAction(
            (parse, cancellationToken) => RunAsync(parse, options, cancellationToken)
        );
        TeachingHelp.Teach(
            command,
            ("outlay serve", "http://127.0.0.1:5080 over ./outlay-data"),
            ("outlay serve --data /srv/outlay --port 8080", "Another folder, another port"),
            ("ssh -L 5080:127.0.0.1:5080 server", "Look at a server's pages from your own machine")
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse,
        ServeOptions options,
        CancellationToken cancellationToken
    )
    {
        var context = new CommandContext(parse);
        var configuration = SettingsReader.Configuration(options.Flags(parse));
        var settings = SettingsReader.Read(configuration);
        if (!settings.IsOk)
        {
            return context.Fail(settings.Problem);
        }

        var folder = Composition.Folder(settings.Value.Data);
        if (!folder.IsOk)
        {
            return context.Fail(folder.Problem);
        }

        await using var app = WebServer.Build(
            configuration,
            settings.Value,
            folder.Value,
            _ => { }
        );
        return await ServeAsync(context, app, folder.Value, cancellationToken);
    }

    /// <summary>Runs a server until it is told to stop.</summary>
    public static async Task<int> ServeAsync(
        CommandContext context,
        WebApplication app,
        DataFolder folder,
        CancellationToken cancellationToken
    )
    {
        app.Services.Migrate();
        if (app.Services.GetRequiredService<ReferenceData>().Check() is [var wrong, ..])
        {
            return context.Fail(wrong);
        }

        var started = await WebServer.StartAsync(app, cancellationToken);
        if (!started.IsOk)
        {
            return context.Fail(started.Problem);
        }

        foreach (var url in started.Value)
        {
            await context.Output.WriteLineAsync($"Outlay is at {url}, over {folder.Root}");
        }

        await context.Output.WriteLineAsync("Ctrl+C stops it.");
        await app.WaitForShutdownAsync(cancellationToken);
        return Cli.ExitCodes.Ok;
    }
}
