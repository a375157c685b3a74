using System.Diagnostics.CodeAnalysis;

namespace Outlay.Kernel;

/// <summary>A billing currency: the three capital letters of ISO 4217. Form is checked here, membership by FOCUS conformance.</summary>
public readonly record struct Currency
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>The three letters, such as <c>USD</c>.</summary>
    public string Code =>
        _code ?? throw new InvalidOperationException("This currency was never set.");

    /// <summary>Reads a code; blanks around it and lower case are forgiven.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Currency currency)
    {
        var code = text?.Trim().ToUpperInvariant();
        var ok = code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);
        currency = ok ? new Currency(code!) : default;
        return ok;
    }

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException">The text is not three letters.</exception>
    public static Currency Parse(string text) =>
        TryParse(text, out var currency)
            ? currency
            : throw new FormatException($"'{text}' is not a currency code such as USD.");

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
