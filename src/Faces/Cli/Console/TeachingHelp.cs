using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Outlay.Cli.Console;

/// <summary>The usual help, then examples that can be copied, and on the first page what the exit codes mean.</summary>
public sealed class TeachingHelp(HelpAction standard) : SynchronousCommandLineAction
{
    private static readonly Dictionary<
        string,
        IReadOnlyList<(string Line, string Meaning)>
    > Examples = new(StringComparer.Ordinal);

    /// <summary>Gives a command its examples.</summary>
    public static void Teach(
        Command command,
        params IReadOnlyList<(string Line, string Meaning)> examples
    ) => Examples[Key(command)] = examples;

    /// <summary>Puts this help in the place of the usual one.</summary>
    public static void Install(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new TeachingHelp((HelpAction)option.Action!);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = standard.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        if (Examples.TryGetValue(Key(command), out var examples))
        {
            output.WriteLine("Examples:");
            foreach (var (line, meaning) in examples)
            {
                output.WriteLine($"  # {meaning}");
                output.WriteLine($"  {line}");
            }

            output.WriteLine();
        }

        if (command is RootCommand)
        {
            output.WriteLine("Exit codes:");
            foreach (var (exit, meaning) in ExitCodes.All)
            {
                output.WriteLine($"  {exit}  {meaning}");
            }

            output.WriteLine();
        }

        return code;
    }

    private static string Key(Command command) => command is RootCommand ? "" : command.Name;
}
