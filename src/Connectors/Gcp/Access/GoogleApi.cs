using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Apis.Auth.OAuth2;
using Microsoft.Extensions.Http.Resilience;
using Outlay.Kernel;
using Polly;

namespace Outlay.Connectors.Gcp.Access;

/// <summary>Calls of Google's REST APIs in the name of a connection, short hiccups passed over.</summary>
internal sealed class GoogleApi
{
    // The caller tries again too, with longer waits.
    private const int Retries = 2;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(300);

    private static readonly ConditionalWeakTable<SettingValues, GoogleApi> Apis = [];

    private static readonly HttpClient Http = new(
        new ResilienceHandler(
            new ResiliencePipelineBuilder<HttpResponseMessage>()
                .AddRetry(
                    new HttpRetryStrategyOptions
                    {
                        MaxRetryAttempts = Retries,
                        BackoffType = DelayBackoffType.Exponential,
                        UseJitter = true,
                        Delay = RetryDelay,
                    }
                )
                .Build()
        )
        {
            InnerHandler = new WholeAnswers
            {
                InnerHandler = new SocketsHttpHandler
                {
                    AllowAutoRedirect = false,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                },
            },
        }
    )
    {
        Timeout = TimeSpan.FromMinutes(5),
    };

    private readonly SettingValues _settings;
    private readonly string _scope;
    private ITokenAccess? _access;

    private GoogleApi(SettingValues settings, string scope) =>
        (_settings, _scope) = (settings, scope);

    /// <summary>The API of settings; the same while they live, so that a token serves many calls.</summary>
    public static GoogleApi Of(SettingValues settings, string scope) =>
        Apis.GetValue(settings, s => new GoogleApi(s, scope));

    /// <summary>Fetches a token and says whose it is.</summary>
    public Task<Result<string>> SignInAsync(CancellationToken cancellationToken) =>
        GoogleErrors.GuardAsync(
            async () =>
            {
                await TokenAsync(cancellationToken);
                return ByKey
                    ? GoogleKey.Parse(_settings[GoogleFields.Key.Name]).Value.Email
                    : "this machine's own identity";
            },
            ByKey,
            cancellationToken
        );

    /// <summary>A token to show with a call; a problem when the identity is turned away.</summary>
    public Task<Result<string>> BearerAsync(CancellationToken cancellationToken) =>
        GoogleErrors.GuardAsync(() => TokenAsync(cancellationToken), ByKey, cancellationToken);

    /// <summary>Asks for JSON; the answer is the caller's to dispose of.</summary>
    public Task<Result<JsonDocument>> GetAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(
            () => WholeAnswers.Of(new HttpRequestMessage(HttpMethod.Get, address)),
            ParseAsync,
            cancellationToken
        );

    /// <summary>Posts JSON; the answer is the caller's to dispose of.</summary>
    public Task<Result<JsonDocument>> PostAsync(
        Uri address,
        object body,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            () =>
                WholeAnswers.Of(
                    new HttpRequestMessage(HttpMethod.Post, address)
                    {
                        Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body))
                        {
                            Headers = { ContentType = new("application/json") },
                        },
                    }
                ),
            ParseAsync,
            cancellationToken
        );

    /// <summary>Copies what lies at an address, as it is stored: what is kept compressed comes compressed.</summary>
    public Task<Result<bool>> CopyAsync(
        Uri address,
        Stream target,
        RangeHeaderValue? range,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Range = range;
                request.Headers.AcceptEncoding.Add(new("gzip"));
                return request;
            },
            async (answer, token) =>
            {
                await answer.Content.CopyToAsync(target, token);
                return true;
            },
            cancellationToken
        );

    private Task<Result<T>> SendAsync<T>(
        Func<HttpRequestMessage> request,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        GoogleErrors.GuardAsync(
            async () =>
            {
                using var message = request();
                message.Headers.Authorization = new("Bearer", await TokenAsync(cancellationToken));
                using var answer = await Http.SendAsync(
                    message,
                    HttpCompletionOption.ResponseHeadersRead,
                    cancellationToken
                );
                return answer.IsSuccessStatusCode
                    ? await read(answer, cancellationToken)
                    : throw await GoogleFailure.OfAsync(answer, cancellationToken);
            },
            ByKey,
            cancellationToken
        );

    private bool ByKey => _settings.Choice(GoogleFields.Access) == GoogleFields.ByKey;

    private static async Task<JsonDocument> ParseAsync(
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        _access ??= await AccessAsync(cancellationToken);
        return await _access.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken);
    }

    private async Task<ITokenAccess> AccessAsync(CancellationToken cancellationToken)
    {
        if (ByKey)
        {
            return GoogleKey.Parse(_settings[GoogleFields.Key.Name]).Value.Credential(_scope);
        }

        var own = await GoogleCredential.GetApplicationDefaultAsync(cancellationToken);
        return own.CreateScoped(_scope);
    }
}
