using System.Globalization;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// What Google's machine families are made of: the processor and the memory they are billed by, and the GiB of each processor. A machine
/// type's price is that of its processors and its memory.
/// </summary>
internal static class GoogleFamilies
{
    private const string Head = "part/";

    private static readonly Lazy<IReadOnlyList<GoogleFamily>> Loaded = new(() =>
        [
            .. RateCard
                .Rows("google-families")
                .Select(r => new GoogleFamily(
                    r[0] + "-{n}",
                    Named(r[1], "vcpu-hour"),
                    Named(r[2], "gib-hour"),
                    decimal.Parse(r[3], NumberStyles.Number, CultureInfo.InvariantCulture)
                )),
        ]
    );

    private static readonly Lazy<HashSet<string>> Parts = new(() =>
        [.. Loaded.Value.SelectMany(f => new[] { f.Processor, f.Memory })]
    );

    /// <summary>The item of what a SKU is called; null when no family is made of it.</summary>
    public static string? ItemOf(string what)
    {
        var unit =
            what.EndsWith(" Core", StringComparison.Ordinal) ? "vcpu-hour"
            : what.EndsWith(" Ram", StringComparison.Ordinal) ? "gib-hour"
            : null;
        return unit is not null && Parts.Value.Contains(Named(what, unit))
            ? Named(what, unit)
            : null;
    }

    /// <summary>The family by the name that <see cref="MachineSize.Split"/> gives; null when it is not known.</summary>
    public static GoogleFamily? Find(string family) =>
        Loaded.Value.FirstOrDefault(f => f.Family == family);

    private static string Named(string what, string unit) =>
        $"{Head}{what[..what.LastIndexOf(' ')].Replace(' ', '-')}/{unit}";
}

/// <summary>A family of Google's machines.</summary>
/// <param name="Family">As <see cref="MachineSize.Split"/> names it.</param>
/// <param name="Processor">Item of a processor's hour.</param>
/// <param name="Memory">Item of a GiB's hour.</param>
/// <param name="Gib">GiB of memory for each processor.</param>
internal sealed record GoogleFamily(string Family, string Processor, string Memory, decimal Gib);
