using Outlay.Kernel;

namespace Outlay.Cli.Connections;

/// <summary>Reads <c>--set NAME=VALUE</c>. A secret comes from a file or standard input, because others see a command line.</summary>
internal static class SettingArguments
{
    public static Result<SettingValues> Read(
        string kind,
        IReadOnlyList<SettingField> fields,
        IEnumerable<string> arguments
    )
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            var parts = argument.Split('=', 2);
            var field = fields.FirstOrDefault(f => f.Name == parts[0]);
            if (field is null || parts.Length < 2)
            {
                return new Problem(
                    ProblemKind.Invalid,
                    field is null
                        ? $"--set: {kind} has no setting '{parts[0]}'."
                        : $"--set: {field.Name} has no value.",
                    $"Write NAME=VALUE with one of: {string.Join(", ", fields.Select(f => f.Name))}."
                );
            }

            var value = Value(field, parts[1]);
            if (!value.IsOk)
            {
                return value.Problem;
            }

            values[field.Name] = value.Value;
        }

        return new SettingValues(values);
    }

    private static Result<string> Value(SettingField field, string text)
    {
        if (!text.StartsWith('@'))
        {
            return field.IsSecret
                ? new Problem(
                    ProblemKind.Invalid,
                    $"--set: {field.Name} is a secret, and others see a command line.",
                    $"Write {field.Name}=@FILE, or {field.Name}=@- to type or pipe it in."
                )
                : text;
        }

        if (text == "@-")
        {
            return field.Kind == FieldKind.SecretText
                ? System.Console.In.ReadToEnd()
                : System.Console.In.ReadLine() ?? "";
        }

        try
        {
            return File.ReadAllText(text[1..]).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem(
                ProblemKind.NotFound,
                $"--set: {field.Name} cannot be read from {text[1..]}: {e.Message}"
            );
        }
    }
}
