namespace Outlay.Connectors.Tests;

/// <summary>Every folder below <c>Cases/PROVIDER/</c> is a golden case.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Cases =>
        [
            .. Directory
                .EnumerateFiles(GoldenCase.Folder(""), "expected.csv", SearchOption.AllDirectories)
                .Select(f =>
                    Path.GetRelativePath(GoldenCase.Folder(""), Path.GetDirectoryName(f)!)
                        .Replace('\\', '/')
                )
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task A_native_export_becomes_the_expected_charges(string name) =>
        GoldenCase.CheckAsync(name);
}
