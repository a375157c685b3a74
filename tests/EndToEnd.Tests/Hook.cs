using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outlay.EndToEnd.Tests;

/// <summary>A program of somebody else's that takes webhooks.</summary>
internal sealed class Hook : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _bodies = new();

    private Hook(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single() + "/hook";

    public static async Task<Hook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var hook = new Hook(builder.Build());
        hook._app.Run(hook.TakeAsync);
        await hook._app.StartAsync();
        return hook;
    }

    /// <summary>The first message that has some words in it.</summary>
    public async Task<string> WaitAsync(string words)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (
                _bodies.FirstOrDefault(b => b.Contains(words, StringComparison.Ordinal)) is { } body
            )
            {
                return body;
            }

            await Task.Delay(100, limit.Token);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        _bodies.Enqueue(await reader.ReadToEndAsync());
        await context.Response.WriteAsync("thanks");
    }
}
