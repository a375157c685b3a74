using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>Says AWS's errors in terms of the settings that mend them.</summary>
internal static class AwsErrors
{
    /// <summary>Makes calls; the problem when AWS, the line or the settings stand in the way.</summary>
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
        catch (AmazonServiceException e)
        {
            return Of(settings, e);
        }
        catch (AmazonClientException e)
        {
            return e.InnerException is HttpRequestException or IOException or TimeoutException
                ? Line(e.InnerException)
                : NoCredentials(e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
        {
            return Line(e);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            return Line(e);
        }
    }

    private static Problem Of(SettingValues settings, AmazonServiceException e) =>
        OfBucket(settings, e) ?? OfKey(e) ?? OfStatus(settings, e);

    private static Problem? OfBucket(SettingValues settings, AmazonServiceException e)
    {
        var bucket = settings[AwsFields.Bucket.Name];
        return e.ErrorCode switch
        {
            "NoSuchBucket" => new(
                ProblemKind.NotFound,
                $"There is no bucket {bucket}.",
                "Check the spelling; the name stands without s3:// and without the path.",
                AwsFields.Bucket.Name
            ),
            "NoSuchKey" => new(
                ProblemKind.NotFound,
                $"The file is not in bucket {bucket} any more.",
                "A new delivery may be on its way; the next sync looks again."
            ),
            "PermanentRedirect"
            or "AuthorizationHeaderMalformed"
            or "IllegalLocationConstraintException" => new(
                ProblemKind.Invalid,
                $"Bucket {bucket} is not in {AwsSession.RegionOf(settings)}{Elsewhere(e)}.",
                "Set the region that the S3 console shows for the bucket.",
                AwsFields.Region.Name
            ),
            "PreconditionFailed" => new(
                ProblemKind.Conflict,
                "The file was replaced while it was read: a new delivery came.",
                "The next sync reads the new one."
            ),
            _ => null,
        };
    }

    private static Problem? OfKey(AmazonServiceException e) =>
        e.ErrorCode switch
        {
            "InvalidAccessKeyId" or "InvalidClientTokenId" or "UnrecognizedClientException" => new(
                ProblemKind.Forbidden,
                "AWS does not know the access key.",
                "It was deleted or switched off, or has a typing error: enter a valid key.",
                AwsFields.AccessKey.Name
            ),
            "SignatureDoesNotMatch" => new(
                ProblemKind.Forbidden,
                "The secret access key does not belong to the access key id.",
                "Enter both again, from the same key.",
                AwsFields.SecretKey.Name
            ),
            "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" or "InvalidToken" =>
                new(
                    ProblemKind.Forbidden,
                    "The credentials have expired.",
                    "Renew the profile or session that this machine signs in with; temporary keys do not suit a schedule."
                ),
            "RequestTimeTooSkewed" or "RequestExpired" => new(
                ProblemKind.Invalid,
                "This machine's clock is more than five minutes wrong, so AWS refuses its signature.",
                "Set the clock, for example by chrony or systemd-timesyncd."
            ),
            _ => null,
        };

    private static Problem OfStatus(SettingValues settings, AmazonServiceException e)
    {
        if (e.StatusCode is HttpStatusCode.Forbidden || e.ErrorCode is "AccessDenied")
        {
            return Denied(settings, e);
        }

        var passing =
            e.StatusCode
                is HttpStatusCode.TooManyRequests
                    or HttpStatusCode.RequestTimeout
                    or >= HttpStatusCode.InternalServerError
            || e.StatusCode == default
            || e.ErrorCode
                is "SlowDown"
                    or "Throttling"
                    or "ThrottlingException"
                    or "RequestTimeout";
        return passing
            ? new(
                ProblemKind.Unavailable,
                $"AWS is busy: {e.ErrorCode ?? e.StatusCode.ToString()}.",
                "Outlay tries again by itself."
            )
            : new(
                ProblemKind.Invalid,
                $"AWS refuses the call: {e.ErrorCode}: {e.Message}",
                "Check bucket, path and region."
            );
    }

    private static Problem Denied(SettingValues settings, AmazonServiceException e)
    {
        if (e is AmazonSecurityTokenServiceException)
        {
            return settings[AwsFields.Role.Name] is { } role
                ? new(
                    ProblemKind.Forbidden,
                    $"The role {role} may not be assumed.",
                    settings[AwsFields.ExternalId.Name] is null
                        ? "Its trust policy must name the identity of Outlay; if it asks for an external id, enter that too."
                        : "Its trust policy must name the identity of Outlay and the same external id.",
                    AwsFields.Role.Name
                )
                : new(
                    ProblemKind.Forbidden,
                    "The identity may not even ask who it is.",
                    "Remove the explicit denial of sts:GetCallerIdentity, or use another key.",
                    AwsFields.AccessKey.Name
                );
        }

        var listing =
            e is AmazonS3Exception && e.Message.Contains("ListBucket", StringComparison.Ordinal);
        return new(
            ProblemKind.Forbidden,
            $"The identity may not {(listing ? "list" : "read")} bucket {settings[AwsFields.Bucket.Name]}.",
            "Attach the policy shown here: s3:ListBucket on the bucket and s3:GetObject on its objects. If the bucket is encrypted by an own KMS key, kms:Decrypt on that key as well.",
            AwsFields.Bucket.Name
        );
    }

    private static string Elsewhere(AmazonServiceException e)
    {
        // S3 names the right region in its answer, in words or as the host to use.
        const string Expecting = "expecting '";
        var at = e.Message.IndexOf(Expecting, StringComparison.Ordinal);
        if (at < 0)
        {
            return "";
        }

        var rest = e.Message[(at + Expecting.Length)..];
        return $" but in {rest[..Math.Max(0, rest.IndexOf('\'', StringComparison.Ordinal))]}";
    }

    private static Problem Line(Exception e) =>
        new(
            ProblemKind.Unavailable,
            $"The line to AWS broke: {e.Message}",
            "Outlay tries again by itself; if it stays, check network, proxy and endpoint."
        );

    private static Problem NoCredentials(AmazonClientException e) =>
        new(
            ProblemKind.Forbidden,
            $"This machine has no AWS credentials to sign in with: {e.Message}",
            "Give the machine an instance or container role, name a profile, or enter an access key.",
            AwsFields.Access.Name
        );
}
