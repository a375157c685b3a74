using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Outlay.Inventory.Calls;

/// <summary>Makes calls of REST APIs with tokens, as patiently as <see cref="CallLoop"/> is.</summary>
/// <param name="cloud">What people call the cloud.</param>
/// <param name="token">Gives a token for a scope, and fails with a <see cref="RestException"/> alone.</param>
/// <param name="time">The clock of the waits.</param>
public sealed class RestWire(
    string cloud,
    Func<string, CancellationToken, ValueTask<string>> token,
    TimeProvider time
) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CallLoop _loop = new(time);

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            AutomaticDecompression = System.Net.DecompressionMethods.All,
        }
    )
    {
        Timeout = Patience,
    };

    /// <summary>The calls so far.</summary>
    public CallLedger Ledger => _loop.Ledger;

    /// <summary>Makes a call and gives its whole answer.</summary>
    /// <exception cref="RestException">It failed for good.</exception>
    public Task<JsonElement> JsonAsync(RestCall call, CancellationToken cancellationToken) =>
        AskAsync(
            call,
            async (stream, cancel) =>
            {
                using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancel);
                return json.RootElement.Clone();
            },
            cancellationToken
        );

    /// <summary>Makes a call and all that its answers lead on to.</summary>
    /// <param name="first">The first call.</param>
    /// <param name="next">Where an answer leads; null for the last.</param>
    /// <param name="cancellationToken">Stops them.</param>
    /// <exception cref="RestException">One failed for good, or an answer leads to another host, which the token is not for.</exception>
    public async IAsyncEnumerable<JsonElement> PagesAsync(
        RestCall first,
        Func<JsonElement, Uri?> next,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(next);
        var call = first;
        while (true)
        {
            var page = await JsonAsync(call, cancellationToken);
            yield return page;
            if (next(page) is not { } address)
            {
                yield break;
            }

            if (address.Authority != first.Address.Authority || address == call.Address)
            {
                throw new RestException(
                    first.Operation,
                    RestException.Unreadable,
                    $"The next page of the answer of {cloud} is not at {first.Address.Authority}, or is the same again.",
                    default
                );
            }

            call = call with { Address = address };
        }
    }

    /// <summary>Makes a call and reads its answer as it comes.</summary>
    /// <exception cref="RestException">It failed for good.</exception>
    public async Task<T> AskAsync<T>(
        RestCall call,
        Func<Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(read);
        return await _loop.RunAsync(
            (call.AccountId, call.Region, call.Operation, call.PriceUsd),
            call.Address.Authority,
            () => OnceAsync(call, read, cancellationToken),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<T> OnceAsync<T>(
        RestCall call,
        Func<Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        // The client's own patience ends with the headers; an answer may stall after them.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var message = new HttpRequestMessage(
                call.Body is null ? HttpMethod.Get : HttpMethod.Post,
                call.Address
            );
            message.Headers.Authorization = new("Bearer", await token(call.Scope, patience.Token));
            if (call.Body is not null)
            {
                message.Content = new ByteArrayContent(
                    JsonSerializer.SerializeToUtf8Bytes(call.Body)
                );
                message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }

            using var answer = await _http.SendAsync(
                message,
                HttpCompletionOption.ResponseHeadersRead,
                patience.Token
            );
            if (!answer.IsSuccessStatusCode)
            {
                throw await RestException.OfAsync(call.Operation, answer, patience.Token);
            }

            await using var body = await answer.Content.ReadAsStreamAsync(patience.Token);
            return await read(body, patience.Token);
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or TimeoutException
                || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            )
        {
            throw new RestException(
                call.Operation,
                "",
                $"The line to {cloud} broke: {e.Message}",
                default,
                e
            );
        }
        catch (JsonException e)
        {
            throw new RestException(
                call.Operation,
                RestException.Unreadable,
                $"The answer of {cloud} cannot be read: {e.Message}",
                default,
                e
            );
        }
    }
}
