using Azure.Core;
using Azure.Identity;
using Outlay.Connectors.Azure.Exports;
using Outlay.Connectors.Azure.SignIn;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Inventory.Scan;

/// <summary>What the parts of a scan of Azure share.</summary>
internal sealed class AzureScan : IDisposable
{
    private readonly TokenCredential _credential;
    private readonly RestWire _wire;

    public AzureScan(
        SettingValues settings,
        TimeSpan window,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        Settings = settings;
        Arm = InventoryFields.ArmOf(settings);
        ArmScope = $"{new Uri(Arm).GetLeftPart(UriPartial.Authority)}/.default";
        _credential =
            AzureSignIn.Credential(settings.Choice(InventoryFields.Access), settings)
            ?? throw new ArgumentException("No way to sign in is set.", nameof(settings));
        _wire = new RestWire("Azure", TokenAsync, time);
        Rest = new RestScan(_wire, time.GetUtcNow(), window, Fix, cancellationToken);
    }

    public SettingValues Settings { get; }

    public RestScan Rest { get; }

    /// <summary>Address of Resource Manager.</summary>
    public string Arm { get; }

    /// <summary>What tokens for Resource Manager must be good for.</summary>
    public string ArmScope { get; }

    /// <summary>Fetches a token for Resource Manager; a problem when the identity is turned away.</summary>
    public async Task<Result<bool>> SignInAsync()
    {
        try
        {
            await TokenAsync(ArmScope, Rest.Cancel);
            return true;
        }
        catch (RestException e)
        {
            return new Problem(ProblemKind.Forbidden, e.Message, e.Fix);
        }
    }

    public void Dispose() => _wire.Dispose();

    private async ValueTask<string> TokenAsync(string scope, CancellationToken cancellationToken)
    {
        try
        {
            var token = await _credential.GetTokenAsync(
                new TokenRequestContext([scope]),
                cancellationToken
            );
            return token.Token;
        }
        catch (CredentialUnavailableException e)
        {
            throw Turned(AzureErrors.NoIdentity, e);
        }
        catch (AuthenticationFailedException e)
        {
            throw Turned(AzureErrors.OfSignIn(e), e);
        }
    }

    private static RestException Turned(Problem problem, Exception inner) =>
        new("sign-in", RestException.SignIn, problem.Message, default, inner) { Fix = problem.Fix };

    private static string Fix(RestException e) =>
        e switch
        {
            { IsDenied: true, Operation: var operation }
                when operation.StartsWith("Microsoft.Capacity", StringComparison.Ordinal)
                    || operation.StartsWith(
                        "Microsoft.BillingBenefits",
                        StringComparison.Ordinal
                    ) =>
                "Give the identity the roles Reservations Reader and Savings plan Reader in the tenant; without them it is not known when commitments end.",
            { IsDenied: true } =>
                $"Give the identity {e.Operation} on the subscription, as the role Reader does; a new role takes some minutes to count.",
            { IsThrottled: true } =>
                "Azure turned the calls away as too many: scan at another hour, or fewer subscriptions.",
            { IsAbsent: true } =>
                "The subscription may be closed, or its resource provider not registered: leave it out, or register it.",
            { IsPassing: true } =>
                "It may pass by itself: scan again; if it stays, check network, proxy and endpoint.",
            _ => "Azure refuses the call as such: the next version of Outlay may know why.",
        };
}
