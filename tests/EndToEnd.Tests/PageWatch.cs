using Microsoft.Playwright;

namespace Outlay.EndToEnd.Tests;

/// <summary>Everything a page does that it should not, and what it weighs.</summary>
public sealed class PageWatch
{
    private readonly List<string> _faults = [];
    private double _bytes;

    private PageWatch() { }

    /// <summary>Console errors, exceptions, failed and external requests.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Bytes that came over the wire, headers and compression included.</summary>
    public double Bytes => _bytes;

    /// <summary>Watches a page from before its first request.</summary>
    public static async Task<PageWatch> StartAsync(IPage page, Uri home)
    {
        var watch = new PageWatch();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                watch._faults.Add($"console {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => watch._faults.Add($"exception: {error}");
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && new Uri(request.Url).Authority != home.Authority
            )
            {
                watch._faults.Add($"external request: {request.Url}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                watch._faults.Add($"{response.Status}: {response.Url}");
            }
        };
        await page.AddInitScriptAsync(
            """
            window.faults = []; window.shift = 0;
            document.addEventListener('securitypolicyviolation', e => window.faults.push(`CSP ${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
            new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) window.shift += e.value; })
              .observe({ type: 'layout-shift', buffered: true });
            """
        );
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        session.Event("Network.loadingFinished").OnEvent += (_, json) =>
            watch._bytes += json?.GetProperty("encodedDataLength").GetDouble() ?? 0;
        return watch;
    }

    /// <summary>Adds what the page itself noticed and gives its cumulative layout shift.</summary>
    public async Task<double> FinishAsync(IPage page)
    {
        _faults.AddRange(await page.EvaluateAsync<string[]>("window.faults"));
        return await page.EvaluateAsync<double>("window.shift");
    }
}
