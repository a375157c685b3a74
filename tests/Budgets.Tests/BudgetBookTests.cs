namespace Outlay.Budgets.Tests;

/// <summary>Making, changing and importing budgets.</summary>
public sealed class BudgetBookTests : IDisposable
{
    private readonly BudgetWorld _world = new();

    [Fact]
    public void A_budget_comes_back_as_it_was_kept_and_its_changes_are_written_down()
    {
        var scope = BudgetScope
            .Parse(
                "currency=USD&metric=billed&exclude=tax&filter=ServiceName=A%7CB&filter=or&filter=tag%3Ateam%3F"
            )
            .Value;
        var draft = BudgetWorld.Draft(1234.56m) with
        {
            Owner = " Ann ",
            Scope = scope,
            Calendar = BudgetCalendar.Of(BudgetCadence.Quarter, new(2026, 11, 5), 2),
            Amounts = new Dictionary<DateOnly, decimal> { [new(2027, 2, 1)] = 2000 },
            Rollover = true,
            Thresholds = [new(ThresholdBasis.Forecast, null, 99.5m)],
            Notes = "For the launch",
        };
        var made = _world.Make(draft);

        var changed = _world.Book.Change(
            made.Id,
            BudgetDraft.Of(made) with
            {
                Amount = 1500,
                Owner = null,
            }
        );

        made.Owner.ShouldBe("Ann");
        made.Scope.ShouldBe(scope);
        made.Calendar.First.ShouldBe(new DateOnly(2026, 11, 1));
        made.Amounts.ShouldBe(draft.Amounts);
        made.Thresholds.ShouldBe(draft.Thresholds);
        changed.Value.Amount.ShouldBe(1500m);
        _world
            .Book.Changes(made.Id)
            .Select(c => $"{c.Field}: {c.Was} > {c.Became}")
            .ShouldBe(["amount: 1234.56 > 1500", "owner: Ann > ", "created:  > 1234.56"]);
    }

    [Fact]
    public void What_cannot_be_a_budget_is_said_with_the_field()
    {
        var parent = _world.Make(BudgetWorld.Draft(1, "Parent"));
        var child = _world.Make(BudgetWorld.Draft(1, "Child") with { ParentId = parent.Id });
        string Wrong(BudgetDraft draft, Budget? standing = null) =>
            string.Join(
                ' ',
                _world.Book.Check(draft, standing).Select(p => $"{p.Field}: {p.Message}")
            );

        Wrong(BudgetWorld.Draft(1, "parent "))
            .ShouldBe("name: There is a budget named 'parent' already.");
        Wrong(BudgetWorld.Draft(1, " ")).ShouldBe("name: The budget has no name.");
        Wrong(BudgetWorld.Draft(0)).ShouldBe("amount: The budget has no amount.");
        Wrong(BudgetWorld.Draft(-1)).ShouldBe("amount: An amount is out of reach.");
        Wrong(BudgetWorld.Draft(1) with { ParentId = 99 }).ShouldContain("does not exist");
        Wrong(BudgetDraft.Of(parent) with { ParentId = child.Id }, parent)
            .ShouldBe("parent: The budget would be a part of itself.");
        Wrong(
                BudgetWorld.Draft(1) with
                {
                    Amounts = new Dictionary<DateOnly, decimal> { [new(2026, 12, 2)] = 5 },
                }
            )
            .ShouldBe("amounts: No period begins on 2026-12-02.");
        Wrong(
                BudgetWorld.Draft(1) with
                {
                    ParentId = parent.Id,
                    Scope = BudgetScope.Parse("currency=EUR").Value,
                }
            )
            .ShouldBe(
                "parent: Parent is in USD, and amounts of different currencies are never added."
            );
    }

    [Fact]
    public void A_deleted_parent_leaves_its_parts_standing()
    {
        var parent = _world.Make(BudgetWorld.Draft(1, "Parent"));
        var child = _world.Make(BudgetWorld.Draft(1, "Child") with { ParentId = parent.Id });

        _world.Book.Delete(parent.Id).IsOk.ShouldBeTrue();

        _world.Book.Find(child.Id).ShouldNotBeNull().ParentId.ShouldBeNull();
        _world
            .Book.Delete(parent.Id)
            .Problem.ShouldNotBeNull()
            .Message.ShouldBe("There is no budget 1.");
    }

    [Fact]
    public void A_file_makes_all_of_its_budgets()
    {
        var count = _world.Book.Import(
            new StringReader(
                """
                Name,Amount,Currency,period,start,fiscal_month,filter,thresholds,rollover
                Search,"12,000.50",USD,month,2026-11,,ServiceName=Amazon EC2|AWS Lambda & tag:team=search,actual 90%;forecast 100%,yes
                Year,5000000,EUR,year,2026-04-01,4,,,
                """
            )
        );

        count.Value.ShouldBe(2);
        var search = _world.Book.All().Single(b => b.Name == "Search");
        search.Amount.ShouldBe(12000.50m);
        search.Rollover.ShouldBeTrue();
        search.Thresholds.Select(t => t.Text).ShouldBe(["actual 90%", "forecast 100%"]);
        search.Scope.Filter.Sets.Single().Conditions.Count.ShouldBe(2);
        _world
            .Book.All()
            .Single(b => b.Name == "Year")
            .Calendar.First.ShouldBe(new DateOnly(2026, 4, 1));
    }

    [Theory]
    [InlineData("name,amount\nA,1", "The column currency is missing.")]
    [InlineData("name,amount,currency,colour\nA,1,USD,red", "There is no column 'colour'")]
    [InlineData("name,amount,currency,start\nA,x,USD,2026-11", "Row 2: 'x' is no amount.")]
    [InlineData(
        "name,amount,currency,start\nA,1,USD,2026-11\nA,1,USD,2026-11",
        "Row 3: There is a budget named 'A' already."
    )]
    [InlineData("name,amount,currency,start,filter\nA,1,USD,2026-11,Colour=red", "Row 2:")]
    [InlineData("name,amount,currency,start,period\nA,1,USD,2026-11,week", "'week' is no period.")]
    [InlineData(
        "name,amount,currency,start,thresholds\nA,1,USD,2026-11,at 80%",
        "'at 80%' is no threshold."
    )]
    [InlineData("", "The file is empty.")]
    public void A_file_with_a_wrong_row_makes_none(string csv, string said)
    {
        _world
            .Book.Import(new StringReader(csv))
            .Problem.ShouldNotBeNull()
            .Message.ShouldContain(said);
        _world.Book.All().ShouldBeEmpty();
    }

    public void Dispose() => _world.Dispose();
}
