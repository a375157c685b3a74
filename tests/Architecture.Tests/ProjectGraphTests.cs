using System.Xml.Linq;

namespace Outlay.Architecture.Tests;

/// <summary>
/// Data flows left to right, references go right to left only. This is the whole list of arrows; a new one needs a decision record
/// in docs/decisions in the same change.
/// </summary>
public sealed class ProjectGraphTests
{
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["Kernel"] = "",
        ["Focus"] = "Kernel",
        ["State"] = "Kernel",
        ["Alerts"] = "Kernel State",
        ["Lake"] = "Focus Kernel State",
        ["Inventory"] = "Kernel State",
        ["Ingest"] = "Focus Kernel Lake State",
        ["Query"] = "Focus Kernel",
        ["Connectors.Aws"] = "Focus Ingest Inventory Kernel",
        ["Connectors.Azure"] = "Focus Ingest Inventory Kernel",
        ["Connectors.Gcp"] = "Focus Ingest Inventory Kernel",
        ["Connectors.Oci"] = "Focus Ingest Kernel",
        ["Connectors.MappedCsv"] = "Focus Ingest Kernel",
        ["Connectors.FocusFiles"] = "Focus Ingest Kernel",
        ["Connectors.Sample"] = "Focus Ingest Kernel",
        ["Engines.DuckDb"] = "Focus Kernel Lake Query",
        ["Connections"] = "Alerts Focus Ingest Kernel Query State",
        ["Budgets"] = "Alerts Forecast Kernel Query State",
        ["Forecast"] = "Kernel Query State",
        ["Commitments"] = "",
        ["Optimization"] = "Alerts Commitments Inventory Kernel Query State",
        ["Anomalies"] = "Alerts Kernel Query State",
        ["Spend"] = "Focus Kernel Query State",
        ["Web"] =
            "Alerts Anomalies Budgets Connections Forecast Inventory Kernel Optimization Query Spend",
        ["Api"] =
            "Alerts Anomalies Budgets Connections Forecast Inventory Kernel Optimization Query Spend",
        ["Cli"] =
            "Anomalies Budgets Connections Forecast Inventory Kernel Optimization Query Spend",
        ["Mcp"] = "Anomalies Connections Forecast Kernel Optimization Query Spend",
        ["Host"] =
            "Alerts Anomalies Api Budgets Cli Commitments Connections Connectors.Aws Connectors.Azure Connectors.FocusFiles Connectors.Gcp Connectors.MappedCsv Connectors.Oci Connectors.Sample Engines.DuckDb Focus Forecast Ingest Inventory Kernel Lake Mcp Optimization Query Spend State Web",
    };

    public static TheoryData<string> Projects => [.. Graph().Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_what_the_list_allows(string project)
    {
        Allowed.ShouldContainKey(project, "Add the project and its arrows to the list.");
        string.Join(' ', Graph()[project]).ShouldBe(Allowed[project]);
    }

    [Fact]
    public void The_list_names_no_project_that_is_gone() =>
        Allowed.Keys.Except(Graph().Keys).ShouldBeEmpty();

    [Fact]
    public void Nobody_references_a_face_or_the_host()
    {
        string[] ends = ["Web", "Api", "Cli", "Mcp", "Host"];

        var offenders = Graph()
            .Where(p => p.Key != "Host" && p.Value.Any(r => ends.Contains(r)))
            .Select(p => p.Key);

        offenders.ShouldBeEmpty();
    }

    private static SortedDictionary<string, IReadOnlyList<string>> Graph() =>
        new(
            Repository
                .Files("src", ".csproj")
                .ToDictionary(
                    Name,
                    IReadOnlyList<string> (path) =>
                        [
                            .. XDocument
                                .Parse(Repository.Read(path))
                                .Descendants("ProjectReference")
                                .Select(r => Name(r.Attribute("Include")!.Value))
                                .Order(StringComparer.Ordinal),
                        ]
                ),
            StringComparer.Ordinal
        );

    private static string Name(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))["Outlay.".Length..];
}
