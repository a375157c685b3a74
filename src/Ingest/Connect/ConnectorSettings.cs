using Outlay.Kernel;

namespace Outlay.Ingest.Connect;

/// <summary>The values of a connection's settings, secrets included. It prints none of them.</summary>
/// <param name="values">The values by field name.</param>
public sealed class ConnectorSettings(IReadOnlyDictionary<string, string> values)
{
    /// <summary>No values.</summary>
    public static ConnectorSettings Empty { get; } = new(new Dictionary<string, string>());

    /// <summary>The values by field name.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>A value, trimmed; null when it is not set.</summary>
    public string? this[string name] =>
        values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : null;

    /// <summary>A choice's value: the one set, else the first.</summary>
    public string Choice(ConnectorField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return this[field.Name] ?? field.Choices[0].Value;
    }

    /// <summary>Whether a field is of use with these settings.</summary>
    public bool Applies(ConnectorField field, IReadOnlyList<ConnectorField> all)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (field.When?.Split('=', 2) is not [var name, var value])
        {
            return true;
        }

        var other = all.Single(f => f.Name == name);
        return Applies(other, all) && Choice(other) == value;
    }

    /// <summary>What the fields themselves ask for and these settings lack: required values and known choices.</summary>
    public IEnumerable<Problem> Lacking(IReadOnlyList<ConnectorField> fields)
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
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{values.Count} settings";
}
