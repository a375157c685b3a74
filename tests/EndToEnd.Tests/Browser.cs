using Microsoft.Playwright;

namespace Outlay.EndToEnd.Tests;

/// <summary>One Chromium for all tests of a class.</summary>
public sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) =>
        (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath =
                    Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            }
        );
        return new Browser(playwright, browser);
    }

    /// <summary>A fresh profile of a width and theme. Axe injects its script, so its pages must bypass the CSP that the others prove.</summary>
    public async Task<IBrowserContext> ContextAsync(
        int width,
        ColorScheme scheme,
        bool bypassCsp = false,
        bool script = true
    ) =>
        await _browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
                ColorScheme = scheme,
                BypassCSP = bypassCsp,
                JavaScriptEnabled = script,
                ReducedMotion = ReducedMotion.Reduce,
                Locale = "en-US",
            }
        );

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
