using System.Globalization;
using System.Net;
using System.Text.Json;
using Google.Apis.Auth.OAuth2.Responses;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Access;

/// <summary>Says Google's errors in terms of the settings that mend them.</summary>
internal static class GoogleErrors
{
    /// <summary>Makes calls; the problem when Google, the line or the settings stand in the way.</summary>
    /// <param name="call">The calls.</param>
    /// <param name="byKey">Whether a key signs in, and not the machine.</param>
    /// <param name="cancellationToken">Stops them.</param>
    public static async Task<Result<T>> GuardAsync<T>(
        Func<Task<T>> call,
        bool byKey,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return Result.Of(await call());
        }
        catch (GoogleFailure e)
        {
            return e.Reasons.Select(r => OfReason(r)).FirstOrDefault(p => p is not null)
                ?? OfStatus(e, byKey);
        }
        catch (TokenResponseException e)
        {
            return OfToken(e, byKey);
        }
        catch (JsonException)
        {
            return Line("the answer broke off");
        }
        catch (InvalidOperationException e)
            when (e.Message.Contains("default credentials", StringComparison.OrdinalIgnoreCase))
        {
            return new Problem(
                ProblemKind.Forbidden,
                "This machine has no Google identity to sign in with.",
                "Attach a service account, set up workload identity federation, or paste a key.",
                GoogleFields.Access.Name
            );
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

    private static Problem? OfReason(string reason) =>
        reason switch
        {
            "accessNotConfigured" or "SERVICE_DISABLED" => new(
                ProblemKind.Forbidden,
                "The API is not enabled in the project.",
                "Enable it: gcloud services enable bigquery.googleapis.com storage.googleapis.com; it takes some minutes."
            ),
            "bytesBilledLimitExceeded" => new(
                ProblemKind.Invalid,
                "The query would read more than the limit that is set for this connection.",
                "Raise the limit of bytes a query.",
                "max-gb"
            ),
            "rateLimitExceeded" or "backendError" or "internalError" or "jobBackendError" => new(
                ProblemKind.Unavailable,
                $"Google is busy: {reason}.",
                "Outlay tries again by itself."
            ),
            "quotaExceeded" => new(
                ProblemKind.Invalid,
                "The project's quota is used up.",
                "Raise it under IAM, Quotas, or synchronise less often."
            ),
            "conditionNotMet" => Replaced(),
            _ => null,
        };

    private static Problem OfStatus(GoogleFailure e, bool byKey) =>
        e.Status switch
        {
            HttpStatusCode.PreconditionFailed => Replaced(),
            HttpStatusCode.Forbidden => Denied(e.Message),
            HttpStatusCode.Unauthorized => new(
                ProblemKind.Forbidden,
                "Google does not accept the credentials any more.",
                byKey
                    ? "The key was deleted, or the account was switched off: enter a new key."
                    : "Check the service account or federation that this machine signs in with.",
                Setting(byKey)
            ),
            HttpStatusCode.NotFound => new(
                ProblemKind.NotFound,
                $"Google does not find it: {e.Message}",
                "Check project, dataset and table or bucket, and the location of the dataset."
            ),
            HttpStatusCode.TooManyRequests
            or HttpStatusCode.RequestTimeout
            or >= HttpStatusCode.InternalServerError => new(
                ProblemKind.Unavailable,
                string.Create(CultureInfo.InvariantCulture, $"Google is busy: {(int)e.Status}."),
                "Outlay tries again by itself."
            ),
            _ => new(
                ProblemKind.Invalid,
                $"Google refuses the call: {e.Message}",
                "Check the settings."
            ),
        };

    // Google names the missing permission in its message.
    private static Problem Denied(string message)
    {
        var role =
            message.Contains("bigquery.jobs.create", StringComparison.Ordinal)
                ? "roles/bigquery.jobUser in the project that runs the queries"
            : message.Contains("bigquery.", StringComparison.Ordinal)
                ? "roles/bigquery.dataViewer on the dataset"
            : message.Contains("storage.", StringComparison.Ordinal)
                ? "roles/storage.objectViewer on the bucket"
            : "the roles shown here";
        return new(
            ProblemKind.Forbidden,
            $"The service account may not do it: {message}",
            $"Give it {role}."
        );
    }

    private static Problem OfToken(TokenResponseException e, bool byKey)
    {
        var why = e.Error?.ErrorDescription ?? "";
        if (why.Contains("short-lived", StringComparison.OrdinalIgnoreCase))
        {
            return new(
                ProblemKind.Invalid,
                "This machine's clock is wrong, so Google refuses its signature.",
                "Set the clock, for example by chrony or systemd-timesyncd."
            );
        }

        return
            e.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            ? Line("the token service is busy")
            : new(
                ProblemKind.Forbidden,
                $"Google does not accept {(byKey ? "the key" : "this machine's identity")}: {e.Error?.Error}.",
                byKey
                    ? "It was deleted, or its service account was: make a new key and enter it."
                    : "Check the attached service account, or the workload identity federation and its provider.",
                Setting(byKey)
            );
    }

    private static string Setting(bool byKey) =>
        byKey ? GoogleFields.Key.Name : GoogleFields.Access.Name;

    private static Problem Replaced() =>
        new(
            ProblemKind.Conflict,
            "The file was replaced while it was read.",
            "The next sync reads the new one."
        );

    private static Problem Line(string message) =>
        new(
            ProblemKind.Unavailable,
            $"The line to Google broke: {message}",
            "Outlay tries again by itself; if it stays, check network, proxy and endpoint."
        );
}
