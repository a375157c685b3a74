using System.Globalization;
using Outlay.Kernel;
using Outlay.Optimization.Scans;

namespace Outlay.Web.Optimization.Scans;

/// <summary>The fields of a source's form, as they were typed.</summary>
public sealed record ScanSourceForm
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Values of the settings by field; null when none was sent.</summary>
    public Dictionary<string, string?>? Values { get; init; }

    /// <summary>Hours from one scan to the next.</summary>
    public string? Every { get; init; } = "24";

    /// <summary>Days of metrics.</summary>
    public string? Window { get; init; } = "14";

    /// <summary>The settings as typed.</summary>
    public SettingValues Settings =>
        new(
            (Values ?? [])
                .Where(v => !string.IsNullOrWhiteSpace(v.Value))
                .ToDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal)
        );

    /// <summary>What a source's form shows before anything is typed; never a secret.</summary>
    public static ScanSourceForm Of(ScanSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new()
        {
            Name = source.Name,
            Values = source.Settings.Values.ToDictionary(
                v => v.Key,
                v => (string?)v.Value,
                StringComparer.Ordinal
            ),
            Every = source.EveryHours.ToString(CultureInfo.InvariantCulture),
            Window = source.WindowDays.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>What a field shows; a secret that was typed is not sent back.</summary>
    public string? Shown(SettingField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.IsSecret ? null : Values?.GetValueOrDefault(field.Name);
    }

    /// <summary>The draft, or what is wrong with the form itself.</summary>
    public Result<ScanSourceDraft> Read(string kind) =>
        !Number(Every, out var every) ? Wrong(Every, "every", "0 to 744")
        : !Number(Window, out var window) ? Wrong(Window, "window", "1 to 93")
        : new ScanSourceDraft
        {
            Name = Name ?? "",
            Kind = kind,
            Settings = Settings,
            EveryHours = every,
            WindowDays = window,
        };

    private static bool Number(string? text, out int number) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static Problem Wrong(string? text, string field, string range) =>
        new(ProblemKind.Invalid, $"'{text}' is no whole number.", $"Write {range}.", field);
}
