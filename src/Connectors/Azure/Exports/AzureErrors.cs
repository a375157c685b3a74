using Azure;
using Azure.Identity;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>Says Azure's errors in terms of the settings that mend them.</summary>
internal static class AzureErrors
{
    /// <summary>Makes calls; the problem when Azure, the line or the settings stand in the way.</summary>
    public static async Task<Result<T>> GuardAsync<T>(
        SettingValues settings,
        Func<Task<T>> call,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Result.Of(await call());
        }
        catch (RequestFailedException e)
        {
            return OfCode(settings, e) ?? OfStatus(settings, e);
        }
        catch (CredentialUnavailableException)
        {
            return NoIdentity;
        }
        catch (AuthenticationFailedException e)
        {
            return OfSignIn(e);
        }
        catch (AggregateException e)
            when (e.InnerExceptions.All(i => i is RequestFailedException or IOException))
        {
            return Line(e.InnerExceptions[^1].Message);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return Line(e.Message);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return Line(e.Message);
        }
    }

    /// <summary>The machine itself is nobody at Azure.</summary>
    public static Problem NoIdentity { get; } =
        new(
            ProblemKind.Forbidden,
            "This machine has no Azure identity to sign in with.",
            "Give it a managed identity, or sign in by another way.",
            AzureFields.Access.Name
        );

    private static Problem? OfCode(SettingValues settings, RequestFailedException e)
    {
        var container = settings[AzureFields.Container.Name];
        return e.ErrorCode switch
        {
            "ContainerNotFound" => new(
                ProblemKind.NotFound,
                $"There is no container {container} in {settings[AzureFields.Account.Name]}.",
                "Check the spelling; the directory is a setting of its own.",
                AzureFields.Container.Name
            ),
            "BlobNotFound" => new(
                ProblemKind.NotFound,
                "The file is not in the container any more.",
                "A new run may be on its way; the next sync looks again."
            ),
            "ConditionNotMet" => new(
                ProblemKind.Conflict,
                "The file was replaced while it was read: a new run came.",
                "The next sync reads the new one."
            ),
            "AuthenticationFailed" => new(
                ProblemKind.Forbidden,
                e.Message.Contains("time frame", StringComparison.OrdinalIgnoreCase)
                    ? "The shared access signature has expired, or is not valid yet by this machine's clock."
                    : "Azure does not accept the shared access signature.",
                "Make a new one for the container, with the permissions read and list, and check this machine's clock.",
                AzureFields.Sas.Name
            ),
            "AuthorizationPermissionMismatch" => Denied(settings),
            "AuthorizationResourceTypeMismatch" or "AuthorizationServiceMismatch" => new(
                ProblemKind.Forbidden,
                "The shared access signature is of another service or of single blobs.",
                "Make one of the container (or of the account with the service blob and the resource types container and object).",
                AzureFields.Sas.Name
            ),
            "AuthorizationFailure" => new(
                ProblemKind.Forbidden,
                $"The storage account {settings[AzureFields.Account.Name]} refuses this machine, or its signature for container {container}.",
                "Allow the machine's address under Networking of the storage account or use a private endpoint, and check that the signature is of this container.",
                AzureFields.Account.Name
            ),
            _ => null,
        };
    }

    private static Problem OfStatus(SettingValues settings, RequestFailedException e) =>
        e.Status switch
        {
            0 => Line(e.Message),
            401 or 403 => Denied(settings),
            404 => new(
                ProblemKind.NotFound,
                $"There is nothing at {AzureContainer.Endpoint(settings)}/{settings[AzureFields.Container.Name]}.",
                "Check storage account, container and endpoint.",
                AzureFields.Account.Name
            ),
            408 or 429 or >= 500 => new(
                ProblemKind.Unavailable,
                $"Azure is busy: {e.ErrorCode ?? e.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)}.",
                "Outlay tries again by itself."
            ),
            _ => new(
                ProblemKind.Invalid,
                $"Azure refuses the call: {e.ErrorCode}.",
                "Check account, container and directory."
            ),
        };

    /// <summary>Why the sign-in service turned an identity away.</summary>
    public static Problem OfSignIn(AuthenticationFailedException e)
    {
        foreach (var (code, message, fix, field) in SignInFailures)
        {
            if (e.Message.Contains(code, StringComparison.Ordinal))
            {
                return new(ProblemKind.Forbidden, message, fix, field);
            }
        }

        return new(
            ProblemKind.Forbidden,
            "Azure does not let the app registration sign in.",
            "Check tenant, client id and secret, and that this machine reaches login.microsoftonline.com.",
            AzureFields.Client.Name
        );
    }

    // Codes of the sign-in service: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
    private static readonly (
        string Code,
        string Message,
        string Fix,
        string Field
    )[] SignInFailures =
    [
        (
            "AADSTS7000222",
            "The client secret has expired.",
            "Make a new one in the app registration and enter its value.",
            AzureFields.ClientSecret.Name
        ),
        (
            "AADSTS7000215",
            "The client secret is wrong.",
            "Enter the secret's value, which is shown once, not its id.",
            AzureFields.ClientSecret.Name
        ),
        (
            "AADSTS700016",
            "The tenant has no application with this client id.",
            "Copy the application (client) id, and check the tenant.",
            AzureFields.Client.Name
        ),
        (
            "AADSTS90002",
            "There is no such tenant.",
            "Copy the directory (tenant) id of the app registration.",
            AzureFields.Tenant.Name
        ),
        (
            "AADSTS900023",
            "The tenant id is no id.",
            "Copy the directory (tenant) id of the app registration.",
            AzureFields.Tenant.Name
        ),
    ];

    private static Problem Denied(SettingValues settings) =>
        settings.Choice(AzureFields.Access) == AzureFields.BySas
            ? new(
                ProblemKind.Forbidden,
                "The shared access signature lacks a permission.",
                "Make one of the container with the permissions read and list.",
                AzureFields.Sas.Name
            )
            : new(
                ProblemKind.Forbidden,
                $"The identity may not read container {settings[AzureFields.Container.Name]}.",
                "Give it the role Storage Blob Data Reader on the container; a new role takes some minutes to count.",
                AzureFields.Container.Name
            );

    private static Problem Line(string message) =>
        new(
            ProblemKind.Unavailable,
            $"The line to Azure broke: {message.Split('\n')[0].Trim()}",
            "Outlay tries again by itself; if it stays, check storage account, network, proxy and endpoint."
        );
}
