using System.CommandLine;
using Outlay.Kernel;

namespace Outlay.Cli.Console;

/// <summary>Where a command reads its options from and writes to.</summary>
public sealed class CommandContext(ParseResult parse)
{
    private const int WidthOfPipes = int.MaxValue;

    public TextWriter Output { get; } = parse.InvocationConfiguration.Output;

    public TextWriter Error { get; } = parse.InvocationConfiguration.Error;

    /// <summary>Whether a person watches.</summary>
    public bool IsTerminal =>
        ReferenceEquals(Output, System.Console.Out) && !System.Console.IsOutputRedirected;

    /// <summary>Characters in a line.</summary>
    public int Width => IsTerminal ? Math.Max(40, System.Console.WindowWidth) : WidthOfPipes;

    public T? Get<T>(Option<T> option) => parse.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parse.GetValue(argument);

    /// <summary>Says what stood in the way and gives the exit code for it.</summary>
    public int Fail(Problem problem)
    {
        Error.WriteLine($"outlay: {problem.Message}");
        if (problem.Fix is not null)
        {
            Error.WriteLine(problem.Fix);
        }

        return ExitCodes.Of(problem.Kind);
    }
}
