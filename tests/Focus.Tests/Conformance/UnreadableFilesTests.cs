using System.IO.Compression;
using System.Text;
using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Focus.Tests.Conformance;

public class UnreadableFilesTests
{
    private static async Task<Problem> Refused(string path)
    {
        var result = await MadeFile.CheckAsync(path);
        var problem = result.Problem.ShouldNotBeNull();
        problem.Message.ShouldContain(path);
        problem.Fix.ShouldNotBeNullOrWhiteSpace();
        return problem;
    }

    private static string Lines(int rows) =>
        string.Join(
            '\n',
            MadeFile.Lines(
                MadeFile.Columns(FocusVersion.V1_2),
                [.. Enumerable.Repeat(Charge.Usage, rows)]
            )
        );

    [Fact]
    public async Task A_missing_file()
    {
        using var folder = new TestFolder();

        (await Refused(folder.File("none.csv"))).Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task A_folder()
    {
        using var folder = new TestFolder();

        (await Refused(folder.Root)).Message.ShouldContain("folder");
    }

    [Fact]
    public async Task An_empty_file()
    {
        using var folder = new TestFolder();

        (await Refused(folder.Write("empty.csv", ""))).Message.ShouldContain("empty");
    }

    [Fact]
    public async Task Bytes_that_are_no_text()
    {
        using var folder = new TestFolder();
        var path = folder.File("sheet.csv");
        await File.WriteAllBytesAsync(
            path,
            [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0x08],
            TestContext.Current.CancellationToken
        );

        (await Refused(path)).Message.ShouldContain("neither");
    }

    [Fact]
    public async Task Another_format()
    {
        using var folder = new TestFolder();
        var path = folder.Write(
            "cur.csv",
            "line_item_usage_amount,line_item_unblended_cost\n1,2\n"
        );

        (await Refused(path)).Message.ShouldContain("no FOCUS file");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5000)]
    public async Task A_packed_file_that_was_cut_off(int missing)
    {
        using var folder = new TestFolder();
        var path = folder.File("cut.csv.gz");
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            var cancel = TestContext.Current.CancellationToken;
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Lines(200)), cancel);
            // Bytes that do not pack, so that there is much to cut.
            var noise = new StringBuilder();
            var random = new Random(1);
            for (var i = 0; i < 200; i++)
            {
                noise.Append("\n1,").Append(random.NextInt64()).Append(',', 55);
            }

            await gzip.WriteAsync(Encoding.UTF8.GetBytes(noise.ToString()), cancel);
        }

        var bytes = packed.ToArray();
        await File.WriteAllBytesAsync(
            path,
            bytes[..^Math.Min(missing, bytes.Length / 2)],
            TestContext.Current.CancellationToken
        );

        (await Refused(path)).Message.ShouldContain("cut off");
    }

    [Fact]
    public async Task A_packed_file_that_is_whole_is_read()
    {
        using var folder = new TestFolder();
        var path = folder.File("whole.csv.gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionMode.Compress))
        {
            await gzip.WriteAsync(
                Encoding.UTF8.GetBytes(Lines(200)),
                TestContext.Current.CancellationToken
            );
        }

        var report = await MadeFile.CheckAsync(path);

        report.Value.Rows.ShouldBe(200);
    }

    [Fact]
    public async Task A_line_with_too_few_values()
    {
        using var folder = new TestFolder();
        var path = folder.Write("ragged.csv", "BilledCost,ChargeCategory\n1,Usage\n2\n");

        (await Refused(path)).Message.ShouldContain(
            "line 3 has 1 values where the header has 2 columns"
        );
    }

    [Fact]
    public async Task A_quote_that_never_closes()
    {
        using var folder = new TestFolder();
        var path = folder.Write("quote.csv", "BilledCost,ChargeCategory\n1,\"Usage\n");

        (await Refused(path)).Message.ShouldContain("never closed");
    }

    [Fact]
    public async Task Bytes_of_another_encoding()
    {
        using var folder = new TestFolder();
        var path = folder.File("latin.csv");
        await File.WriteAllBytesAsync(
            path,
            Encoding.Latin1.GetBytes("BilledCost,ChargeCategory\n1,Caf\u00e9\n"),
            TestContext.Current.CancellationToken
        );

        (await Refused(path)).Message.ShouldContain("UTF-8");
    }

    [Fact]
    public async Task A_Parquet_file_that_was_cut_off()
    {
        using var folder = new TestFolder();
        var path = folder.File("cut.parquet");
        await File.WriteAllBytesAsync(
            path,
            [.. "PAR1"u8, .. new byte[500]],
            TestContext.Current.CancellationToken
        );

        (await Refused(path)).Message.ShouldContain("cut off or damaged");
    }

    [Fact]
    public async Task A_header_without_rows_is_a_clean_file()
    {
        using var folder = new TestFolder();

        var report = await MadeFile.CheckAsync(folder.Write("none.csv", Lines(0)));

        report.Value.Rows.ShouldBe(0);
        report.Value.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public async Task Other_delimiters_are_understood(string delimiter)
    {
        using var folder = new TestFolder();
        var path = folder.Write(
            "other.csv",
            $"\uFEFFBilledCost{delimiter}ChargeCategory\r\n1{delimiter}usage\r\n"
        );

        var report = await MadeFile.CheckAsync(path);

        report
            .Value.Findings.Single(f => f.RuleId == "ChargeCategory-C-003-M")
            .Examples.Single()
            .Value.ShouldBe("usage");
    }
}
