using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Outlay.Kernel;
using Outlay.Spend;
using Outlay.Spend.Views;
using Outlay.State;

namespace Outlay.Faces.Tests.Spend;

public sealed class SavedViewsTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outlay-views-");
    private readonly SavedViews _views;

    public SavedViewsTests()
    {
        var state = new StateDatabase(
            new DataFolder(_folder.FullName),
            NullLogger<StateDatabase>.Instance
        );
        state.Migrate([new StateModule(typeof(SpendModule).Assembly)]);
        _views = new SavedViews(state, new FakeTimeProvider(Now));
    }

    [Fact]
    public void A_view_keeps_its_relative_period()
    {
        var saved = _views.Save("  Month by team ", "period=mtd&groupBy=tag%3Ateam").Value;
        saved.Name.ShouldBe("Month by team");
        _views.Find(saved.Id).ShouldBe(saved);
        saved.Parameters.ShouldBe("period=mtd&groupBy=tag%3Ateam");
        saved.Created.ShouldBe(Now);
    }

    [Fact]
    public void Names_are_unique_whatever_the_case()
    {
        _views.Save("Team", "a=1").IsOk.ShouldBeTrue();
        _views.Save("TEAM", "a=2").Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.Conflict);
        var other = _views.Save("Other", "a=3").Value;
        _views
            .Rename(other.Id, "team")
            .Problem.ShouldNotBeNull()
            .Kind.ShouldBe(ProblemKind.Conflict);
        _views.All().Select(v => v.Name).ShouldBe(["Other", "Team"]);
    }

    [Fact]
    public void A_view_can_be_renamed_and_deleted()
    {
        var saved = _views.Save("Old", "a=1").Value;
        _views.Rename(saved.Id, "New").Value.Name.ShouldBe("New");
        _views.Delete(saved.Id).Value.Name.ShouldBe("New");
        _views.All().ShouldBeEmpty();
        _views.Delete(saved.Id).Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.NotFound);
        _views.Rename(saved.Id, "x").Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public void A_view_needs_a_name()
    {
        _views.Save("  ", "a=1").Problem.ShouldNotBeNull().Field.ShouldBe("name");
        _views.Save(new string('x', 81), "a=1").Problem.ShouldNotBeNull().Field.ShouldBe("name");
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
