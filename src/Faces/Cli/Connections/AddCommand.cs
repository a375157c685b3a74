using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Console;
using Outlay.Connections.Sources;
using Outlay.Kernel;

namespace Outlay.Cli.Connections;

/// <summary><c>outlay connections add</c>: makes a connection.</summary>
internal sealed class AddCommand
{
    private const int DefaultMonths = 13;

    private readonly Argument<string> _name = OpenConnections.Name();

    private readonly Option<string> _kind = new("--kind")
    {
        Description = "What it is; outlay connections kinds shows them",
        HelpName = "KIND",
        Required = true,
    };

    private readonly Option<string[]> _set = CommonOptions.Texts(
        "--set",
        "NAME=VALUE",
        "A setting; @FILE takes the value from a file, @- from standard input, as secrets must; repeat it"
    );

    private readonly Option<string?> _schedule = CommonOptions.Text(
        "--schedule",
        "WHEN",
        $"{string.Join(", ", SyncSchedule.Presets.Select(p => p.Word))}, or a cron expression in UTC"
    );

    private readonly Option<int> _months = new("--months")
    {
        Description = "Months to bring in and keep up to date (13)",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultMonths,
    };

    private readonly Option<string?> _currency = CommonOptions.Text(
        "--currency",
        "CODE",
        "Billing currency of files that do not say theirs"
    );

    public static Command Build(IProgram program)
    {
        var parts = new AddCommand();
        var command = new Command("add", "Make a connection")
        {
            parts._name,
            parts._kind,
            parts._set,
            parts._schedule,
            parts._months,
            parts._currency,
        };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        Task.FromResult(
                            parts.Add(context, services.GetRequiredService<ConnectionBook>())
                        )
                )
        );
        TeachingHelp.Teach(
            command,
            (
                "outlay connections add Production --kind aws-export --set bucket=acme-bills --set access=key --set access-key=AKIA... --set secret-key=@key.txt",
                "By an access key; secrets come from a file or standard input"
            ),
            (
                "outlay connections add Vendor --kind folder --set path=/data/vendor --schedule hourly",
                "A folder that something else fills"
            )
        );
        return command;
    }

    private int Add(CommandContext context, ConnectionBook book)
    {
        var connector = book.Connectors.Get(context.Get(_kind) ?? "");
        if (!connector.IsOk)
        {
            return context.Fail(connector.Problem);
        }

        var settings = SettingArguments.Read(
            connector.Value.Kind,
            connector.Value.Fields,
            context.Get(_set) ?? []
        );
        if (!settings.IsOk)
        {
            return context.Fail(settings.Problem);
        }

        var draft = new ConnectionDraft
        {
            Name = context.Get(_name) ?? "",
            Kind = connector.Value.Kind,
            Settings = settings.Value,
            Schedule = context.Get(_schedule),
            Months = context.Get(_months),
            Currency = context.Get(_currency),
        };
        if (book.Check(draft) is [_, _, ..] problems)
        {
            foreach (var problem in problems)
            {
                context.Error.WriteLine($"outlay: {problem}");
            }

            return ExitCodes.Of(ProblemKind.Invalid);
        }

        var made = book.Create(draft);
        if (!made.IsOk)
        {
            return context.Fail(made.Problem);
        }

        book.Pause(made.Value.Id, paused: false);
        context.Output.WriteLine(
            $"{made.Value.Name} is made. Test it: outlay connections test \"{made.Value.Name}\"; bring its bills in: outlay sync \"{made.Value.Name}\"."
        );
        return ExitCodes.Ok;
    }
}
