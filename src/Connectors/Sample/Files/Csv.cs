using System.Buffers;

namespace Outlay.Connectors.Sample.Files;

/// <summary>Quoting by RFC 4180.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Field(string? value) =>
        value is null ? ""
        : value.AsSpan().ContainsAny(Special)
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;
}
