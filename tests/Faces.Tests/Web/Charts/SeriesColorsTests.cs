using CsCheck;
using Outlay.Web.Charts;

namespace Outlay.Faces.Tests.Web.Charts;

public sealed class SeriesColorsTests
{
    [Theory]
    [InlineData("AWS", 2)]
    [InlineData("Microsoft Azure", 1)]
    [InlineData("google cloud", 3)]
    [InlineData("Oracle", 8)]
    public void Clouds_keep_their_colour_on_every_dimension(string name, int slot)
    {
        SeriesColors.SlotFor("HostProviderName", name).ShouldBe(slot);
        SeriesColors.SlotFor("InvoiceIssuerName", name).ShouldBe(slot);
    }

    [Fact]
    public void A_name_has_the_same_colour_for_ever() =>
        // Fixed here on purpose: a change would recolour everybody's charts.
        new[] { "Amazon EC2", "Amazon S3", "AWS Lambda" }
            .Select(n => SeriesColors.SlotFor("ServiceName", n))
            .ShouldBe(Expected);

    [Fact]
    public void No_name_is_grey() => SeriesColors.SlotFor("ServiceName", null).ShouldBe(0);

    [Fact]
    public void Up_to_eight_names_in_a_chart_never_share_a_colour() =>
        Gen.String[1, 20]
            .Array[1, 8]
            .Sample(names =>
            {
                var distinct = names.Distinct(StringComparer.Ordinal).ToList();
                SeriesColors
                    .Assign("ServiceName", [.. distinct])
                    .Distinct()
                    .Count()
                    .ShouldBe(distinct.Count);
            });

    [Fact]
    public void The_larger_of_two_that_ask_for_a_colour_keeps_it() =>
        SeriesColors.Assign("HostProviderName", ["GCP", "Google Cloud"])[0].ShouldBe(3);

    private static readonly int[] Expected = [1, 7, 4];
}
