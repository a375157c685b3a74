using Outlay.Connectors.Gcp.Access;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Inventory.Scan;

/// <summary>What the parts of a scan of Google Cloud share.</summary>
internal sealed class GcpScan : IDisposable
{
    // What may be done is a matter of roles; no narrower scope covers all three APIs.
    private const string Scope = "https://www.googleapis.com/auth/cloud-platform";

    private readonly GoogleApi _api;
    private readonly RestWire _wire;

    public GcpScan(
        SettingValues settings,
        TimeSpan window,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        Settings = settings;
        _api = GoogleApi.Of(settings, Scope);
        _wire = new RestWire("Google", TokenAsync, time);
        Rest = new RestScan(_wire, time.GetUtcNow(), window, Fix, cancellationToken);
    }

    public SettingValues Settings { get; }

    public RestScan Rest { get; }

    /// <summary>Signs in; a problem when the identity is turned away.</summary>
    public Task<Result<string>> SignInAsync() => _api.SignInAsync(Rest.Cancel);

    /// <summary>A call of one of Google's services.</summary>
    /// <param name="project">The project; empty for none.</param>
    /// <param name="service">The service's host name without its domain, such as <c>compute</c>.</param>
    /// <param name="permission">The permission it needs.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="region">The region; <c>global</c> for what has none.</param>
    public RestCall Call(
        string project,
        string service,
        string permission,
        string path,
        string region = "global"
    ) =>
        new(
            project,
            region,
            permission,
            new Uri(
                (
                    Settings[GoogleFields.Endpoint.Name]?.TrimEnd('/')
                    ?? $"https://{service}.googleapis.com"
                ) + path
            ),
            Scope
        );

    public void Dispose() => _wire.Dispose();

    private async ValueTask<string> TokenAsync(string scope, CancellationToken cancellationToken)
    {
        var token = await _api.BearerAsync(cancellationToken);
        return token.IsOk
            ? token.Value
            : throw new RestException(
                "sign-in",
                RestException.SignIn,
                token.Problem.Message,
                default
            )
            {
                Fix = token.Problem.Fix,
            };
    }

    private static string Fix(RestException e) =>
        e switch
        {
            { Code: "SERVICE_DISABLED" or "accessNotConfigured" } =>
                "Enable the API in the project: gcloud services enable compute.googleapis.com monitoring.googleapis.com cloudresourcemanager.googleapis.com; it takes some minutes.",
            { IsThrottled: true } =>
                "Google turned the calls away as too many: scan at another hour, or raise the quota of read requests.",
            { IsDenied: true } =>
                $"Give the identity {e.Operation} in the project, as the roles Compute Viewer and Monitoring Viewer do.",
            { IsAbsent: true } => "Check the project's id; it may be deleted.",
            { IsPassing: true } =>
                "It may pass by itself: scan again; if it stays, check network, proxy and endpoint.",
            _ => "Google refuses the call as such: the next version of Outlay may know why.",
        };
}
