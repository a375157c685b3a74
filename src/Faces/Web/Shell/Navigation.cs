namespace Outlay.Web.Shell;

/// <summary>One page of the side bar.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Href">Its address.</param>
/// <param name="Icon">Name of its icon.</param>
/// <param name="Key">The letter that follows <c>g</c>.</param>
/// <param name="ShowsCost">Whether period, metric and currency mean anything on it.</param>
public sealed record NavigationItem(
    string Title,
    string Href,
    string Icon,
    char Key,
    bool ShowsCost = true
)
{
    /// <summary>Whether a path lies on this page or under it.</summary>
    public bool Holds(string path) =>
        Href == "/" ? path == "/" : Under(Href, path) || Also.Any(a => Under(a, path));

    /// <summary>Paths elsewhere that belong to it.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    private static bool Under(string href, string path) =>
        path.Equals(href, StringComparison.OrdinalIgnoreCase)
        || path.StartsWith(href + "/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The eight pages, in the order of the side bar. A new page gets its line here.</summary>
public static class Navigation
{
    /// <summary>The pages.</summary>
    public static IReadOnlyList<NavigationItem> Items { get; } =
    [
        new("Setup", "/setup", "setup", 'u', ShowsCost: false),
        new("Overview", "/", "overview", 'o'),
        new("Spend", "/spend", "spend", 's'),
        new("Budgets & Forecast", "/budgets", "budgets", 'b') { Also = ["/alerts"] },
        new("Optimization", "/optimization", "optimization", 'p'),
        new("Governance", "/governance", "governance", 'v'),
        new("Chargeback", "/chargeback", "chargeback", 'c'),
        new("Settings", "/settings", "settings", 'e', ShowsCost: false),
    ];
}
