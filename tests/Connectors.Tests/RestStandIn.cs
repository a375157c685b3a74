using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Outlay.Connectors.Tests;

/// <summary>A call as it came to a stand-in.</summary>
public sealed record RestAsked(string Method, string Path, string Query, string Body, string? Token)
{
    /// <summary>A parameter of the address; null without it.</summary>
    public string? Parameter(string name) => System.Web.HttpUtility.ParseQueryString(Query)[name];
}

/// <summary>What a stand-in says.</summary>
public sealed record RestAnswer(string Body, int Status = 200);

/// <summary>A server of the loopback that answers as a test tells it to, and notes what it was asked.</summary>
public sealed class RestStandIn : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public RestStandIn(Func<RestAsked, RestAnswer> answer)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Address + "/");
        _listener.Start();
        _serving = Task.Run(() => ServeAsync(answer));
    }

    public string Address { get; }

    public ConcurrentQueue<RestAsked> Asked { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync(Func<RestAsked, RestAnswer> answer)
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => AnswerAsync(context, answer));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context, Func<RestAsked, RestAnswer> answer)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var asked = new RestAsked(
            context.Request.HttpMethod,
            context.Request.Url!.AbsolutePath,
            context.Request.Url.Query,
            await reader.ReadToEndAsync(),
            context
                .Request.Headers["Authorization"]
                ?.Replace("Bearer ", "", StringComparison.Ordinal)
        );
        Asked.Enqueue(asked);
        var (body, status) = answer(asked);
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }
}
