using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Outlay.Connections.Tests.Lines;

/// <summary>A line between the program and a provider's server that breaks when a test says so.</summary>
internal sealed class FaultyLine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly ConcurrentQueue<Fault> _faults = new();

    private FaultyLine(WebApplication app, Uri target)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = target };
        app.Run(ForwardAsync);
    }

    /// <summary>Where the program finds it.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>Requests that came so far, as method and path.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<FaultyLine> ToAsync(string target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(k => k.AllowSynchronousIO = true);
        var line = new FaultyLine(builder.Build(), new Uri(target));
        await line._app.StartAsync();
        return line;
    }

    /// <summary>The next request whose path has this in it fails so; each fault happens once.</summary>
    public void Fail(string path, Func<HttpContext, byte[], Task> how, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _faults.Enqueue(new Fault(path, how));
        }
    }

    /// <summary>Answers with a provider's error.</summary>
    public static Func<HttpContext, byte[], Task> Answer(HttpStatusCode status, string body) =>
        async (context, _) =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.ContentType = "application/xml";
            await context.Response.WriteAsync(body);
        };

    /// <summary>Breaks off in the middle of the answer.</summary>
    public static Func<HttpContext, byte[], Task> Drop =>
        async (context, body) =>
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        Requests.Enqueue($"{context.Request.Method} {path}");
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method),
            context.Features.Get<IHttpRequestFeature>()!.RawTarget
        );
        var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        request.Content = new ByteArrayContent(bytes.ToArray());
        foreach (var header in context.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(header.Key, header.Value.ToArray());
            }
        }

        using var answer = await _client.SendAsync(request);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (Take(context.Request.Path) is { } fault)
        {
            await fault.How(context, body);
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var header in answer.Headers.Concat(answer.Content.Headers))
        {
            if (header.Key is not ("Transfer-Encoding" or "Connection" or "Content-Length"))
            {
                context.Response.Headers[header.Key] = header.Value.ToArray();
            }
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body);
        }
    }

    private Fault? Take(PathString path)
    {
        for (var i = _faults.Count; i > 0 && _faults.TryDequeue(out var fault); i--)
        {
            if (path.Value!.Contains(fault.Path, StringComparison.Ordinal))
            {
                return fault;
            }

            _faults.Enqueue(fault);
        }

        return null;
    }

    private sealed record Fault(string Path, Func<HttpContext, byte[], Task> How);
}
