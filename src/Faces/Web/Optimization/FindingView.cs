using System.Globalization;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>The state of the page, all of which is in its URL.</summary>
/// <param name="Query">What is listed.</param>
/// <param name="StateWord">State as the URL has it.</param>
/// <param name="Page">Page number from 1.</param>
/// <param name="Open">The finding whose evidence is open.</param>
public sealed record FindingView(FindingQuery Query, string StateWord, int Page, long? Open)
{
    /// <summary>Rows a page.</summary>
    public const int Rows = 50;

    private const string All = "all";

    /// <summary>Words of the states, the default first.</summary>
    public static IReadOnlyList<(string Word, string Label, FindingState? State)> States { get; } =
    [
        ("open", "Open", FindingState.Open),
        ("planned", "Planned", FindingState.Planned),
        ("snoozed", "Snoozed", FindingState.Snoozed),
        ("dismissed", "Dismissed", FindingState.Dismissed),
        ("done", "Done", FindingState.Done),
        (All, "All", null),
    ];

    /// <summary>Words of the orders, the default first.</summary>
    public static IReadOnlyList<(string Word, string Label, FindingOrder Order)> Orders { get; } =
    [
        ("saving", "Net saving", FindingOrder.Saving),
        ("gross", "Saving alone", FindingOrder.Gross),
        ("risk", "Least risk", FindingOrder.Risk),
        ("confidence", "Surest", FindingOrder.Confidence),
        ("newest", "Newest", FindingOrder.Newest),
    ];

    /// <summary>Whether anything but the state narrows the list.</summary>
    public bool IsFiltered =>
        (Query.Provider ?? Query.Account ?? Query.Rule ?? Query.Search) is not null
        || Query.OnlyEasy;

    /// <summary>Reads the URL; what cannot be read is left at its default.</summary>
    public static FindingView Read(PageContext context, Category? category)
    {
        ArgumentNullException.ThrowIfNull(context);
        string? Of(string name) =>
            context.Parameters.LastOrDefault(p => p.Key == name).Value is { Length: > 0 } value
                ? value
                : null;
        var state = States.FirstOrDefault(s => s.Word == Of("state"), States[0]);
        var page = int.TryParse(
            Of("page"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? Math.Max(1, number)
            : 1;
        return new FindingView(
            new FindingQuery
            {
                Category = category,
                State = state.State,
                Provider = Of("provider"),
                Account = Of("account"),
                Rule = Of("rule"),
                Search = Of("q"),
                OnlyEasy = Of("easy") == "1",
                Order = Orders.FirstOrDefault(o => o.Word == Of("sort"), Orders[0]).Order,
                Offset = (int)Math.Min((long)(page - 1) * Rows, int.MaxValue),
                Limit = Rows,
            },
            state.Word,
            page,
            long.TryParse(Of("open"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id
                : null
        );
    }
}
