using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Outlay.Architecture.Tests;

/// <summary>What references cannot say: pure parts stay pure, also inside lambdas and async methods.</summary>
public sealed class VisibilityTests
{
    private static readonly ArchUnitNET.Domain.Architecture Outlay = new ArchLoader()
        .LoadFilteredDirectory(AppContext.BaseDirectory, "Outlay.*.dll")
        .Build();

    [Theory]
    [InlineData("Outlay.Kernel")]
    [InlineData("Outlay.Query")]
    public void Pure_parts_touch_no_file(string space) =>
        Rule(space, "System.IO.File").Check(Outlay);

    [Theory]
    [InlineData("Outlay.Api")]
    [InlineData("Outlay.Mcp")]
    [InlineData("Outlay.Web")]
    public void Faces_start_no_process(string space) =>
        Rule(space, "System.Diagnostics.Process").Check(Outlay);

    private static ArchRule<ArchUnitNET.Domain.IType> Rule(string space, string type) =>
        Types()
            .That()
            .ResideInNamespaceMatching($"^{space.Replace(".", "\\.")}(\\.|$)")
            .Should()
            .NotDependOnAny(Types(includeReferenced: true).That().HaveFullName(type))
            .WithoutRequiringPositiveResults();
}
