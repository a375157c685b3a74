namespace Outlay.Architecture.Tests;

/// <summary>No drawers, no long files, no SQL where it does not belong.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Drawers =
    [
        "Common",
        "Helpers",
        "Utils",
        "Services",
        "Managers",
        "Misc",
        "Models",
        "DTOs",
        "Extensions",
    ];

    private static readonly string[] Code = ["src", "tests", "bench"];

    [Fact]
    public void No_folder_is_a_drawer() =>
        Code.SelectMany(Repository.Folders)
            .Intersect(Drawers, StringComparer.OrdinalIgnoreCase)
            .ShouldBeEmpty();

    [Theory]
    [InlineData(".cs", 500)]
    [InlineData(".razor.cs", 300)]
    [InlineData(".razor", 200)]
    [InlineData(".sql", 500)]
    public void No_file_is_longer_than_the_wall(string ending, int wall) =>
        Code.SelectMany(folder => Repository.Files(folder, ending))
            .Where(path => Lines(path) > wall)
            .ShouldBeEmpty();

    [Fact]
    public void Half_of_the_files_are_short()
    {
        var lines = Repository.Files("src", ".cs").Select(Lines).Order().ToList();

        lines[lines.Count / 2].ShouldBeLessThan(80);
    }

    [Fact]
    public void Faces_hold_no_SQL()
    {
        Repository.Files("src/Faces", ".sql").ShouldBeEmpty();
        Repository
            .Files("src/Faces", ".cs")
            .Where(path =>
            {
                var text = Repository.Read(path);
                return text.Contains("SELECT ", StringComparison.Ordinal)
                    || text.Contains("INSERT INTO", StringComparison.Ordinal);
            })
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("#pragma")]
    [InlineData("#nullable disable")]
    [InlineData("NotImplementedException")]
    [InlineData("// TODO")]
    public void No_source_holds_it(string text) =>
        Code.SelectMany(folder => Repository.Files(folder, ".cs", ".razor"))
            .Where(path => !path.StartsWith("tests/Architecture.Tests/", StringComparison.Ordinal))
            .Where(path => Repository.Read(path).Contains(text, StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static int Lines(string path) => Repository.Read(path).Count(c => c == '\n');
}
