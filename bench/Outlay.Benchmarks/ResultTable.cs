using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Spectre.Console;

namespace Outlay.Benchmarks;

/// <summary>Shows the measures, and keeps them as a page of the documentation.</summary>
internal static class ResultTable
{
    public static void Print(IReadOnlyList<Measure> measures)
    {
        var table = new Table().AddColumns("Measure", "Outlay", "Bare engine", "Bar", "Result", "");
        foreach (var m in measures)
        {
            table.AddRow(
                Markup.Escape(m.Name),
                Markup.Escape(m.Ours),
                Markup.Escape(m.Baseline),
                Markup.Escape(m.Bar),
                Markup.Escape(m.Ratio),
                m.Met ? "[green]met[/]" : "[red]missed[/]"
            );
        }

        AnsiConsole.Write(table);
    }

    public static void Write(string path, IReadOnlyList<Measure> measures, long rows)
    {
        // Lines of measures that this run did not make stay as they were.
        var others = File.Exists(path)
            ? File.ReadLines(path)
                .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
                .Skip(1)
                .Where(l =>
                    !measures.Any(m => l.StartsWith($"| {m.Name} |", StringComparison.Ordinal))
                )
                .ToList()
            : [];
        var page = new StringBuilder();
        page.AppendLine("# Benchmarks").AppendLine();
        page.AppendLine(
            CultureInfo.InvariantCulture,
            $"Made by `dotnet run -c Release --project bench/Outlay.Benchmarks -- --rows {rows}` on {Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.FrameworkDescription}."
        );
        page.AppendLine(
            "The bare engine is DuckDB of the same version over the same data in the same run; see `bench/Outlay.Benchmarks` for both sides."
        );
        page.AppendLine()
            .AppendLine("| measure | Outlay | bare engine | bar | result | |")
            .AppendLine("|---|---|---|---|---|---|");
        foreach (var m in measures)
        {
            page.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {m.Name} | {m.Ours} | {m.Baseline} | {m.Bar} | {m.Ratio} | {(m.Met ? "met" : "**missed**")} |"
            );
        }

        foreach (var line in others)
        {
            page.AppendLine(line);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
        File.WriteAllText(path, page.ToString());
    }
}
