using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Outlay.EndToEnd.Tests;

/// <summary>What every page is held to.</summary>
internal static class PageRules
{
    /// <summary>WCAG 2.2 AA and axe's best practices; the page must bypass the CSP, because axe injects its script.</summary>
    public static async Task CheckAccessibilityAsync(IPage page)
    {
        var result = await page.RunAxe(
            new()
            {
                RunOnly = new()
                {
                    Type = "tag",
                    Values =
                    [
                        "wcag2a",
                        "wcag2aa",
                        "wcag21a",
                        "wcag21aa",
                        "wcag22aa",
                        "best-practice",
                    ],
                },
            }
        );
        result
            .Violations.Select(v =>
                $"{v.Id}: {v.Help} ({string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))})"
            )
            .ShouldBeEmpty();
    }
}
