using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outlay.Alerts.Tests;

/// <summary>A real HTTP listener on a free port, which keeps what is posted to it.</summary>
internal sealed class WebHook : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebHook(WebApplication app) => _app = app;

    public string Address => $"{_app.Urls.Single()}/hook";

    public ConcurrentQueue<(string Body, string? Signature)> Posts { get; } = new();

    /// <summary>Answers for the next posts; when there is none left, 200.</summary>
    public ConcurrentQueue<HttpStatusCode> Answers { get; } = new();

    public static async Task<WebHook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var hook = new WebHook(builder.Build());
        hook._app.Run(hook.TakeAsync);
        await hook._app.StartAsync();
        return hook;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Posts.Enqueue(
            (await reader.ReadToEndAsync(), context.Request.Headers["Outlay-Signature"].ToString())
        );
        context.Response.StatusCode = (int)(
            Answers.TryDequeue(out var answer) ? answer : HttpStatusCode.OK
        );
        await context.Response.WriteAsync("said");
    }
}
