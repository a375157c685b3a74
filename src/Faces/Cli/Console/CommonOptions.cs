using System.CommandLine;

namespace Outlay.Cli.Console;

/// <summary>Options that several commands share.</summary>
public static class CommonOptions
{
    /// <summary>The data folder; every command takes it.</summary>
    public static Option<string?> Data { get; } =
        new("--data", "-d")
        {
            Description = "Data folder (setting Data, environment OUTLAY_DATA; ./outlay-data)",
            HelpName = "FOLDER",
            Recursive = true,
        };

    internal static Option<bool> Json() =>
        new("--json") { Description = "Print JSON, for scripts" };

    internal static Option<string?> Text(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value };

    internal static Option<string[]> Texts(string name, string value, string description) =>
        new(name)
        {
            Description = description,
            HelpName = value,
            AllowMultipleArgumentsPerToken = false,
            Arity = ArgumentArity.OneOrMore,
        };
}
