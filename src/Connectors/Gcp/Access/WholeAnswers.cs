namespace Outlay.Connectors.Gcp.Access;

/// <summary>
/// Receives the answers of small requests whole before anybody reads them, so that one which breaks off is asked for again like one that
/// never came: a query's page costs nothing the second time, the query would.
/// </summary>
internal sealed class WholeAnswers : DelegatingHandler
{
    private static readonly HttpRequestOptionsKey<bool> Whole = new("whole");

    /// <summary>The request, marked as one whose answer is small.</summary>
    public static HttpRequestMessage Of(HttpRequestMessage request)
    {
        request.Options.Set(Whole, true);
        return request;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.Options.TryGetValue(Whole, out var whole) && whole)
        {
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
        }

        return answer;
    }
}
