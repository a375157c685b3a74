namespace Outlay.Kernel;

/// <summary>The values of settings that describe themselves, of a connection or of an alert channel, secrets included. It prints none of them.</summary>
/// <param name="values">The values by field name.</param>
public sealed class SettingValues(IReadOnlyDictionary<string, string> values)
{
    private static readonly char[] Dividers = [',', ';', '\n', '\r'];

    /// <summary>No values.</summary>
    public static SettingValues Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The values by field name.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>A value, trimmed; null when it is not set.</summary>
    public string? this[string name] =>
        values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : null;

    /// <summary>The values of a field that holds several, with commas, semicolons or lines between them; each once.</summary>
    /// <param name="field">The field.</param>
    /// <param name="bySpaces">Whether spaces divide values too; not where a name with a space in it must be told as wrong.</param>
    public IReadOnlyList<string> Listed(SettingField field, bool bySpaces = false)
    {
        ArgumentNullException.ThrowIfNull(field);
        return
        [
            .. (this[field.Name] ?? "")
                .Split(
                    bySpaces ? [.. Dividers, ' ', '\t'] : Dividers,
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
                .Distinct(),
        ];
    }

    /// <summary>A choice's value: the one set, else the first.</summary>
    public string Choice(SettingField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return this[field.Name] ?? field.Choices[0].Value;
    }

    /// <summary>Whether a field is of use with these settings.</summary>
    public bool Applies(SettingField field, IReadOnlyList<SettingField> all)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.When?.Split('=', 2) is not [var name, var value])
        {
            return true;
        }

        var other = all.Single(f => f.Name == name);
        return Applies(other, all) && Choice(other) == value;
    }

    /// <summary>What the fields themselves ask for and these settings lack: required values, known choices, safe addresses.</summary>
    public IEnumerable<Problem> Lacking(IReadOnlyList<SettingField> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        foreach (var field in fields.Where(f => Applies(f, fields)))
        {
            if (field.IsRequired && this[field.Name] is null)
            {
                yield return new Problem(
                    ProblemKind.Invalid,
                    $"{field.Label} is missing.",
                    field.Help,
                    field.Name
                );
            }

            if (
                field.Kind == FieldKind.Choice
                && this[field.Name] is { } set
                && field.Choices.All(c => c.Value != set)
            )
            {
                yield return new Problem(
                    ProblemKind.Invalid,
                    $"{field.Label} cannot be {set}.",
                    $"Write one of: {string.Join(", ", field.Choices.Select(c => c.Value))}.",
                    field.Name
                );
            }

            if (
                field.Kind == FieldKind.Address
                && this[field.Name] is { } address
                && !IsSafe(address, field.MayBePlain)
            )
            {
                yield return new Problem(
                    ProblemKind.Invalid,
                    $"{field.Label}: '{address}' does not look like one.",
                    field.MayBePlain
                        ? "Write it with http:// or https://."
                        : "Write it with https://; plain http would show the credentials to everybody on the line.",
                    field.Name
                );
            }
        }
    }

    /// <summary>Whether credentials may be sent to an address: it is https, or on this machine.</summary>
    /// <param name="address">The address.</param>
    /// <param name="mayBePlain">Whether any http address will do, because what is sent betrays no secret.</param>
    public static bool IsSafe(string address, bool mayBePlain = false) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && (
            uri.Scheme == Uri.UriSchemeHttps
            || (uri.Scheme == Uri.UriSchemeHttp && (mayBePlain || uri.IsLoopback))
        );

    /// <inheritdoc/>
    public override string ToString() => $"{values.Count} settings";
}
