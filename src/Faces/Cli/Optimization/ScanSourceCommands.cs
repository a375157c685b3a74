using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Cli.Connections;
using Outlay.Cli.Console;
using Outlay.Kernel;
using Outlay.Optimization.Scans;

namespace Outlay.Cli.Optimization;

/// <summary><c>outlay scan list|add|test|remove</c>: the sources of scans.</summary>
internal static class ScanSourceCommands
{
    private const int DefaultHours = 24;
    private const int DefaultDays = 14;

    public static Result<ScanSource> Find(ScanBook book, string? name) =>
        book.Find(name ?? "") is { } source
            ? source
            : new Problem(
                ProblemKind.NotFound,
                $"There is no scan source {name}.",
                book.Sources() is [_, ..] all
                    ? $"There are: {string.Join(", ", all.Select(s => s.Name))}."
                    : "Make one with outlay scan add."
            );

    public static Command List(IProgram program)
    {
        var json = CommonOptions.Json();
        var command = new Command("list", "Show what is scanned") { json };
        command.SetAction(
            (parse, _) =>
                OpenAsync(
                    program,
                    parse,
                    (context, book) =>
                    {
                        var latest = book.Latest();
                        var all = book.Sources()
                            .Select(s => ScanSourceDocument.Of(s, latest.GetValueOrDefault(s.Id)));
                        if (context.Get(json))
                        {
                            CommandJson.Write(context.Output, all);
                        }
                        else
                        {
                            Write(context, all);
                        }

                        return Task.FromResult(ExitCodes.Ok);
                    }
                )
        );
        return command;
    }

    public static Command Add(IProgram program)
    {
        var name = Name();
        var kind = new Option<string>("--kind")
        {
            Description = "What it is: aws, azure, gcp",
            HelpName = "KIND",
            Required = true,
        };
        var set = CommonOptions.Texts(
            "--set",
            "NAME=VALUE",
            "A setting; @FILE takes the value from a file, @- from standard input, as secrets must; repeat it"
        );
        var every = Number(
            "--every",
            "Hours from one scan to the next; 0 for only when asked (24)",
            DefaultHours
        );
        var days = Number("--days", "Days of metrics to read (14)", DefaultDays);
        var command = new Command("add", "Make a source") { name, kind, set, every, days };
        command.SetAction(
            (parse, _) =>
                OpenAsync(
                    program,
                    parse,
                    (context, book) =>
                        Task.FromResult(
                            Make(
                                context,
                                book,
                                new ScanSourceDraft
                                {
                                    Name = context.Get(name) ?? "",
                                    Kind = context.Get(kind) ?? "",
                                    EveryHours = context.Get(every),
                                    WindowDays = context.Get(days),
                                },
                                context.Get(set) ?? []
                            )
                        )
                )
        );
        return command;
    }

    public static Command Test(IProgram program)
    {
        var name = Name();
        var command = new Command("test", "Make one call of each kind that a scan makes") { name };
        command.SetAction(
            (parse, cancellationToken) =>
                OpenAsync(
                    program,
                    parse,
                    (context, book) =>
                        TestAsync(context, book, context.Get(name), cancellationToken)
                )
        );
        return command;
    }

    public static Command Remove(IProgram program)
    {
        var name = Name();
        var command = new Command("remove", "Delete a source with its credentials and snapshots")
        {
            name,
        };
        command.SetAction(
            (parse, _) =>
                OpenAsync(
                    program,
                    parse,
                    (context, book) =>
                    {
                        var found = Find(book, context.Get(name));
                        var deleted = found.IsOk ? book.Delete(found.Value.Id) : found;
                        if (!deleted.IsOk)
                        {
                            return Task.FromResult(context.Fail(deleted.Problem));
                        }

                        context.Output.WriteLine($"{deleted.Value.Name} is deleted.");
                        return Task.FromResult(ExitCodes.Ok);
                    }
                )
        );
        return command;
    }

    private static int Make(
        CommandContext context,
        ScanBook book,
        ScanSourceDraft draft,
        IReadOnlyList<string> set
    )
    {
        var collector = book.Collectors.Get(draft.Kind);
        if (!collector.IsOk)
        {
            return context.Fail(collector.Problem);
        }

        var settings = SettingArguments.Read(draft.Kind, collector.Value.Fields, set);
        if (!settings.IsOk)
        {
            return context.Fail(settings.Problem);
        }

        var made = book.Create(draft with { Settings = settings.Value });
        if (!made.IsOk)
        {
            return context.Fail(made.Problem);
        }

        context.Output.WriteLine(
            $"{made.Value.Name} is made. Test it: outlay scan test \"{made.Value.Name}\"; scan it: outlay scan \"{made.Value.Name}\"."
        );
        return ExitCodes.Ok;
    }

    private static async Task<int> TestAsync(
        CommandContext context,
        ScanBook book,
        string? name,
        CancellationToken cancellationToken
    )
    {
        var found = Find(book, name);
        if (!found.IsOk)
        {
            return context.Fail(found.Problem);
        }

        var failed = false;
        await foreach (var step in book.TestAsync(found.Value, cancellationToken))
        {
            failed |= step.Problem is not null;
            await context.Output.WriteLineAsync(
                step.Problem is { } problem
                    ? $"failed  {step.Name}: {problem}"
                    : $"works   {step.Name}: {step.Found}"
            );
        }

        return failed ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static void Write(CommandContext context, IEnumerable<ScanSourceDocument> all)
    {
        var table = new TextTable(
            "Source",
            "Kind",
            "State",
            TextColumn.Number("Resources"),
            TextColumn.Number("Gaps"),
            "Last scan"
        );
        foreach (var source in all)
        {
            table.Add(
                source.Name,
                source.Kind,
                source.LastScan?.State ?? "never",
                TextNumber.Count(source.LastScan?.Resources ?? 0),
                TextNumber.Count(source.LastScan?.Gaps.Count ?? 0),
                source.LastScan?.FinishedAt?.ToString(
                    "yyyy-MM-dd HH:mm",
                    System.Globalization.CultureInfo.InvariantCulture
                ) ?? ""
            );
        }

        table.Write(context.Output, context.Width);
    }

    private static Argument<string> Name() => new("NAME") { Description = "Name of the source" };

    private static Option<int> Number(string name, string description, int value) =>
        new(name)
        {
            Description = description,
            HelpName = "N",
            DefaultValueFactory = _ => value,
        };

    private static Task<int> OpenAsync(
        IProgram program,
        ParseResult parse,
        Func<CommandContext, ScanBook, Task<int>> run
    ) =>
        OpenConnections.RunAsync(
            program,
            new CommandContext(parse),
            (context, services) => run(context, services.GetRequiredService<ScanBook>())
        );
}
