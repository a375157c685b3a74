using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>The words that stand for the values of an enumeration in URLs, JSON, the command line and MCP.</summary>
/// <typeparam name="T">The enumeration.</typeparam>
public sealed class Vocabulary<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, string> _words;
    private readonly Dictionary<string, T> _values;

    internal Vocabulary(string name, params IReadOnlyList<(T Value, string Word)> entries)
    {
        Name = name;
        Words = [.. entries.Select(e => e.Word)];
        _words = entries.ToDictionary(e => e.Value, e => e.Word);
        _values = entries.ToDictionary(e => e.Word, e => e.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The parameter that takes these words.</summary>
    public string Name { get; }

    /// <summary>All words, in the order people expect them.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>The word of a value.</summary>
    public string Of(T value) =>
        _words.TryGetValue(value, out var word)
            ? word
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{Name} has no word.");

    /// <summary>Reads a word, whatever its case.</summary>
    public Result<T> Read(string text) =>
        _values.TryGetValue(text, out var value)
            ? value
            : new Problem(
                ProblemKind.Invalid,
                $"'{text}' is not a value of {Name}.",
                $"Use one of: {string.Join(", ", Words)}.",
                Name
            );
}
