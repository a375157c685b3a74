using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Outlay.Web.Components;

namespace Outlay.Faces.Tests.Web.Components;

public sealed class DataTableTests : BunitContext
{
    [Fact]
    public void Heads_say_how_rows_are_sorted_and_lead_to_the_other_order()
    {
        var table = Table();

        var cost = table.FindAll("thead th")[1];
        cost.GetAttribute("aria-sort").ShouldBe("descending");
        cost.QuerySelector("a")!.GetAttribute("href").ShouldBe("/spend?sort=cost");
        cost.ClassName.ShouldBe("num");
    }

    [Fact]
    public void The_row_header_names_its_row_and_the_total_row_is_a_foot()
    {
        var table = Table();

        table.FindAll("tbody th[scope=row]").Select(h => h.TextContent).ShouldBe(["EC2", "S3"]);
        table.FindAll("tfoot td").Single().TextContent.ShouldBe("3");
        table.Find("tfoot th").TextContent.ShouldBe("Total");
    }

    [Fact]
    public void It_scrolls_in_a_focusable_box_with_a_name()
    {
        var box = Table().Find(".scroller");

        box.GetAttribute("tabindex").ShouldBe("0");
        box.GetAttribute("aria-label").ShouldBe("Services, scrollable");
        box.QuerySelector("table")!.GetAttribute("aria-rowcount").ShouldBe("41");
    }

    [Fact]
    public void Columns_stay_in_order_when_it_is_rendered_again()
    {
        var table = Table();

        table.Render();

        table.FindAll("thead th").Select(h => h.TextContent.Trim()).ShouldBe(["Service", "Cost↓"]);
    }

    private IRenderedComponent<DataTable<(string Name, int Cost)>> Table() =>
        Render<DataTable<(string Name, int Cost)>>(p =>
            p.Add(t => t.Caption, "Services")
                .Add(t => t.Rows, [("EC2", 2), ("S3", 1)])
                .Add(t => t.RowCount, 40)
                .Add(t => t.ChildContent, Columns)
        );

    private static void Columns(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Column<(string Name, int Cost)>>(0);
        builder.AddComponentParameter(1, "Title", "Service");
        builder.AddComponentParameter(2, "RowHeader", true);
        builder.AddComponentParameter(3, "ChildContent", Cell(row => row.Name));
        builder.AddComponentParameter(4, "Foot", (RenderFragment)(b => b.AddContent(0, "Total")));
        builder.CloseComponent();
        builder.OpenComponent<Column<(string Name, int Cost)>>(5);
        builder.AddComponentParameter(6, "Title", "Cost");
        builder.AddComponentParameter(7, "Numeric", true);
        builder.AddComponentParameter(8, "SortHref", "/spend?sort=cost");
        builder.AddComponentParameter(9, "Sorted", Outlay.Web.Components.SortDirection.Descending);
        builder.AddComponentParameter(10, "ChildContent", Cell(row => row.Cost));
        builder.AddComponentParameter(11, "Foot", (RenderFragment)(b => b.AddContent(0, 3)));
        builder.CloseComponent();
    }

    private static RenderFragment<(string Name, int Cost)> Cell(
        Func<(string Name, int Cost), object> text
    ) => row => builder => builder.AddContent(0, text(row));
}
