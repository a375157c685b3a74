using System.CommandLine;
using Outlay.Cli.Console;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Cli.Costs;

/// <summary>The options of a cost query: the words of its URL form, in the dress of the command line.</summary>
internal sealed class QueryOptions
{
    private readonly IReadOnlyList<(string Parameter, Option<string[]> Option)> _every =
    [
        Word("period", $"Range up to today: {Words(CostWords.Periods.Words)} (mtd)"),
        (
            "from",
            CommonOptions.Texts("--from", "DAY", "First day, such as 2026-11-01; goes with --to")
        ),
        ("to", CommonOptions.Texts("--to", "DAY", "Last day, which is in the range")),
        Word("metric", $"Cost metric: {Words(CostWords.Metrics.Words)} (effective)"),
        (
            "currency",
            CommonOptions.Texts(
                "--currency",
                "CODE",
                "Report one billing currency; without it each has its own rows"
            )
        ),
        (
            "convert",
            CommonOptions.Texts(
                "--convert",
                "HOW",
                "month-average converts other currencies to --currency; what has no rate stays apart"
            )
        ),
        Word("grain", $"Time buckets: {Words(CostWords.Grains.Words)}"),
        (
            "groupBy",
            CommonOptions.Texts(
                "--group-by",
                "DIMENSION",
                "Split by a FOCUS column or a tag (tag:team); repeat it, up to three"
            )
        ),
        (
            "filter",
            CommonOptions.Texts(
                "--filter",
                "CONDITION",
                "'ServiceName=A|B', != not, ~ contains, ^ starts with, 'tag:team?' has a value, 'tag:team!?' has none; repeat it for and, --filter or between sets"
            )
        ),
        (
            "exclude",
            CommonOptions.Texts(
                "--exclude",
                "KIND",
                $"Leave charges out: {Words(CostWords.Excludes.Words)}"
            )
        ),
        (
            "compare",
            CommonOptions.Texts(
                "--compare",
                "WITH",
                "prior, or days such as 2026-10-01..2026-10-31"
            )
        ),
        ("top", CommonOptions.Texts("--top", "N", "Keep the N largest groups and sum the rest")),
        (
            "sort",
            CommonOptions.Texts(
                "--sort",
                "KEY",
                $"{Words(CostWords.Sorts.Words)}; a minus before it puts the largest first (-cost)"
            )
        ),
        ("page", CommonOptions.Texts("--page", "N", "Page of the groups")),
        ("size", CommonOptions.Texts("--size", "N", "Groups a page, 1 to 1000 (50)")),
    ];

    private readonly IReadOnlyList<(string Parameter, Option<string[]> Option)> _all;

    /// <summary>Those of some parameters, or all.</summary>
    public QueryOptions(params IReadOnlyList<string> only) =>
        _all = [.. _every.Where(o => only.Count == 0 || only.Contains(o.Parameter))];

    public IEnumerable<Option> All => _all.Select(o => o.Option);

    /// <summary>Whether time buckets were asked for.</summary>
    public bool HasGrain(CommandContext context) => Given(context, "grain").Length > 0;

    public Result<CostQuery> Read(CommandContext context) =>
        CostQueryUrl
            .Parse(
                _all.SelectMany(o =>
                    (context.Get(o.Option) ?? []).Select(text =>
                        KeyValuePair.Create(o.Parameter, text)
                    )
                )
            )
            .Match<Result<CostQuery>>(query => query, problem => Reworded(problem));

    private string[] Given(CommandContext context, string parameter) =>
        context.Get(_all.First(o => o.Parameter == parameter).Option) ?? [];

    /// <summary>Names the option where the query's rules name the field.</summary>
    private Problem Reworded(Problem problem)
    {
        var option = _all.FirstOrDefault(o => o.Parameter == problem.Field).Option;
        return option is null
            ? problem
            : problem with
            {
                Message = $"{option.Name}: {problem.Message}",
            };
    }

    private static (string Parameter, Option<string[]> Option) Word(string name, string meaning) =>
        (name, CommonOptions.Texts("--" + name, name.ToUpperInvariant(), meaning));

    private static string Words(IEnumerable<string> words) => string.Join(", ", words);
}
