using System.Text;
using Outlay.Spend.Export;

namespace Outlay.Faces.Tests.Spend;

public sealed class CsvTableTests
{
    [Fact]
    public async Task Texts_that_would_run_are_escaped_and_numbers_keep_every_digit()
    {
        using var stream = new MemoryStream();

        await CsvTable.WriteAsync(
            stream,
            ["SKU", "Change"],
            [
                ["=HYPERLINK(\"x\")", -1.000000000000000001m],
                ["a,b", null],
            ],
            TestContext.Current.CancellationToken
        );

        Encoding
            .UTF8.GetString(stream.ToArray())
            .ShouldBe(
                "SKU,Change\r\n\"'=HYPERLINK(\"\"x\"\")\",-1.000000000000000001\r\n\"a,b\",\r\n"
            );
    }
}
