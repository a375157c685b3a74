using System.Globalization;

namespace Outlay.Benchmarks;

/// <summary>Where the benchmark keeps its files between runs.</summary>
internal sealed class BenchFolder
{
    public BenchFolder(string root)
    {
        Root = Directory.CreateDirectory(root).FullName;
    }

    /// <summary>The last charge day of the generated bills; fixed, so that every run measures the same rows.</summary>
    public static DateOnly LastDay { get; } = new(2026, 10, 31);

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string BareCharges => Path.Combine(Root, "bare.parquet");

    /// <summary>The built program, beside this one.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "outlay.dll");

    public string Source(long rows) =>
        Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"focus-{rows}.csv.gz"));

    public string Report(long rows) =>
        Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"cur-{rows}.csv.gz"));

    public void EmptyData()
    {
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }
}
