namespace Outlay.Kernel;

/// <summary>What a setting is made of.</summary>
public enum FieldKind
{
    /// <summary>A line of text.</summary>
    Text,

    /// <summary>A line that is kept encrypted and never shown again.</summary>
    Secret,

    /// <summary>Several lines, such as a key file, that are kept encrypted and never shown again.</summary>
    SecretText,

    /// <summary>One of some values.</summary>
    Choice,

    /// <summary>The address of a server; only with https, or on this machine, unless plain http betrays no secret.</summary>
    Address,
}

/// <summary>A setting of a connector.</summary>
/// <param name="Name">Name, such as <c>bucket</c>: lower case, words joined by a hyphen.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Help">One sentence: where to find it, what happens without it.</param>
public sealed record SettingField(string Name, string Label, string Help)
{
    /// <summary>What it is made of.</summary>
    public FieldKind Kind { get; init; }

    /// <summary>Whether a connection cannot do without it (as long as <see cref="When"/> holds).</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values of a choice, the default first.</summary>
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>Another field's value that makes this one of use, as <c>name=value</c>; null for always.</summary>
    public string? When { get; init; }

    /// <summary>Something like what belongs there.</summary>
    public string? Example { get; init; }

    /// <summary>Whether most people leave it alone; forms fold it away.</summary>
    public bool IsAdvanced { get; init; }

    /// <summary>Whether an address may be one of plain http: requests are signed, so that nobody on the line learns a secret.</summary>
    public bool MayBePlain { get; init; }

    /// <summary>Whether it is kept encrypted and never shown again.</summary>
    public bool IsSecret => Kind is FieldKind.Secret or FieldKind.SecretText;

    /// <summary>The problem that a value of it is none.</summary>
    /// <param name="value">The value, which must be no secret.</param>
    /// <param name="fix">What to write instead.</param>
    public Problem Wrong(string value, string fix) =>
        new(ProblemKind.Invalid, $"{Label}: '{value}' does not look like one.", fix, Name);
}

/// <summary>A value of a choice.</summary>
/// <param name="Value">What is kept.</param>
/// <param name="Label">What people read.</param>
public sealed record FieldChoice(string Value, string Label);
