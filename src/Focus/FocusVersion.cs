namespace Outlay.Focus;

/// <summary>A version of the FOCUS specification that files in the field still carry, oldest first.</summary>
public enum FocusVersion
{
    /// <summary>0.5, June 2023.</summary>
    V0_5,

    /// <summary>1.0-preview, November 2023; Oracle still delivers it.</summary>
    V1_0Preview,

    /// <summary>1.0, June 2024.</summary>
    V1_0,

    /// <summary>1.1, November 2024.</summary>
    V1_1,

    /// <summary>1.2, May 2025.</summary>
    V1_2,

    /// <summary>1.3, December 2025.</summary>
    V1_3,

    /// <summary>1.4, June 2026: the version the lake is kept in.</summary>
    V1_4,
}

/// <summary>Names of versions.</summary>
public static class FocusVersions
{
    /// <summary>The version as people write it, such as <c>1.0-preview</c>.</summary>
    public static string Label(this FocusVersion version) =>
        version switch
        {
            FocusVersion.V0_5 => "0.5",
            FocusVersion.V1_0Preview => "1.0-preview",
            FocusVersion.V1_0 => "1.0",
            FocusVersion.V1_1 => "1.1",
            FocusVersion.V1_2 => "1.2",
            FocusVersion.V1_3 => "1.3",
            FocusVersion.V1_4 => "1.4",
            _ => throw new ArgumentOutOfRangeException(
                nameof(version),
                version,
                "Not a FOCUS version."
            ),
        };

    /// <summary>The version a label names.</summary>
    /// <exception cref="FormatException">No version has that label.</exception>
    public static FocusVersion Parse(string label) =>
        Enum.GetValues<FocusVersion>()
            .Where(v => v.Label() == label)
            .Select(v => (FocusVersion?)v)
            .FirstOrDefault()
        ?? throw new FormatException($"'{label}' is not a FOCUS version such as 1.2.");
}
