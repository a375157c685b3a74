using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Ingest.Formats;
using Outlay.Kernel;

namespace Outlay.Cli.Reference;

/// <summary><c>outlay reference</c>: the tables of facts that mappings look things up in.</summary>
internal static class ReferenceCommand
{
    public static Command Build(IProgram program)
    {
        var name = new Argument<string?>("TABLE")
        {
            Description = "Prints this table as it is in use; without it, all are listed",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "reference",
            "Show the tables of services and regions; a file of the same name in the data folder's reference replaces one"
        )
        {
            name,
        };
        command.SetAction(
            (parse, _) =>
                OpenConnections.RunAsync(
                    program,
                    new CommandContext(parse),
                    (context, services) =>
                        Task.FromResult(
                            Show(
                                context,
                                services.GetRequiredService<ReferenceData>(),
                                context.Get(name)
                            )
                        )
                )
        );
        TeachingHelp.Teach(
            command,
            ("outlay reference", "Which tables there are, and of when"),
            (
                "outlay reference aws-services > outlay-data/reference/aws-services.csv",
                "A copy to edit, which is then used instead"
            )
        );
        return command;
    }

    private static int Show(CommandContext context, ReferenceData reference, string? name)
    {
        if (name is null)
        {
            var list = new TextTable("Table", "Of", "In use");
            foreach (var table in reference.Tables)
            {
                list.Add(
                    table.Name,
                    table.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    reference.IsOwn(table) ? "your own" : "as it ships"
                );
            }

            list.Write(context.Output, context.Width);
            return ExitCodes.Ok;
        }

        if (reference.Tables.FirstOrDefault(t => t.Name == name) is not { } found)
        {
            return context.Fail(
                new Problem(
                    ProblemKind.NotFound,
                    $"There is no table {name}.",
                    $"There are: {string.Join(", ", reference.Tables.Select(t => t.Name))}."
                )
            );
        }

        using var reader = new StreamReader(reference.Open(found));
        context.Output.Write(reader.ReadToEnd());
        return ExitCodes.Ok;
    }
}
