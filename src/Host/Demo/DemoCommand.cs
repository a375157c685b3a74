using System.CommandLine;
using Outlay.Cli.Console;
using Outlay.Connections;
using Outlay.Host.Serving;

namespace Outlay.Host.Demo;

/// <summary><c>outlay demo</c>: a made-up company to look around in.</summary>
internal static class DemoCommand
{
    private const string DefaultFolder = "./outlay-demo";
    private const long Seed = 7;

    private static readonly string[] Deliveries = ["aws", "azure", "azure-europe", "google-cloud"];

    public static Command Build()
    {
        var options = new ServeOptions();
        var scale = new Option<double>("--scale")
        {
            Description = "Size of the company, 0.001 to 10; 1 has a million charges",
            HelpName = "SIZE",
            DefaultValueFactory = _ => 1,
        };
        scale.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.001 and <= 10))
            {
                result.AddError("--scale takes 0.001 to 10.");
            }
        });
        var command = new Command(
            "demo",
            "Look around with a made-up company in a folder of its own"
        );
        options.AddTo(command);
        command.Add(scale);
        command.SetAction(
            (parse, cancellationToken) => RunAsync(parse, options, scale, cancellationToken)
        );
        TeachingHelp.Teach(
            command,
            ("outlay demo", "13 months of three clouds in ./outlay-demo"),
            (
                "outlay query --data ./outlay-demo --group-by HostProviderName",
                "Ask it from the shell"
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult parse,
        ServeOptions options,
        Option<double> scale,
        CancellationToken cancellationToken
    )
    {
        var context = new CommandContext(parse);
        var path = parse.GetValue(CommonOptions.Data) ?? DefaultFolder;
        var configuration = SettingsReader.Configuration([
            .. options.Flags(parse).Where(f => f.Key != "Data"),
            new("Data", path),
        ]);
        var settings = SettingsReader.Read(configuration);
        if (!settings.IsOk)
        {
            return context.Fail(settings.Problem);
        }

        var folder = DemoFolder.Open(path);
        if (!folder.IsOk)
        {
            return context.Fail(folder.Problem);
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var demo = new DemoFolder(folder.Value);
        var terms = new DemoTerms(today, Seed, parse.GetValue(scale));
        await using var app = WebServer.Build(
            configuration,
            settings.Value,
            folder.Value,
            services =>
                services.AddHostedService(provider =>
                    ActivatorUtilities.CreateInstance<DemoCompany>(
                        provider,
                        demo,
                        terms,
                        context.Output
                    )
                )
        );
        app.Services.Migrate();
        return
            DemoFolder.FindOthers(app.Services.GetRequiredService<Imports>(), Deliveries)
                is { } problem
            ? context.Fail(problem)
            : await ServeCommand.ServeAsync(context, app, folder.Value, cancellationToken);
    }
}
