using System.Net;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>A call that failed for good.</summary>
/// <param name="call">Service and permission.</param>
/// <param name="code">AWS's name of the error; empty when there was no answer.</param>
/// <param name="message">AWS's words.</param>
/// <param name="status">The status; default when there was no answer.</param>
/// <param name="inner">What the line or the credentials said.</param>
internal sealed class AwsCallException(
    string call,
    string code,
    string message,
    HttpStatusCode status,
    Exception? inner = null
) : Exception(message, inner), ICallFailure
{
    /// <summary>Service and permission, such as <c>ec2:DescribeInstances</c>.</summary>
    public string Call => call;

    /// <summary>AWS's name of the error.</summary>
    public string Code => code;

    /// <summary>How long AWS asks to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether AWS turned the call away as one too many.</summary>
    public bool IsThrottled =>
        status == HttpStatusCode.TooManyRequests
        || code
            is "Throttling"
                or "ThrottlingException"
                or "ThrottledException"
                or "RequestThrottled"
                or "RequestThrottledException"
                or "RequestLimitExceeded"
                or "TooManyRequestsException"
                or "LimitExceededException"
                or "BandwidthLimitExceeded"
                or "SlowDown"
                or "EC2ThrottledException"
                or "PriorRequestNotComplete";

    /// <summary>Whether the same call may work in a moment.</summary>
    public bool IsPassing =>
        IsThrottled
        || code is "RequestTimeout" or "RequestTimeoutException" or "InternalFailure"
        || (status == default && code.Length == 0)
        || (status >= HttpStatusCode.InternalServerError && status != HttpStatusCode.NotImplemented)
        || status == HttpStatusCode.RequestTimeout;

    /// <summary>Whether the identity may not make the call.</summary>
    public bool IsDenied =>
        code
            is "AccessDenied"
                or "AccessDeniedException"
                or "UnauthorizedOperation"
                or "UnauthorizedException"
                or "NotAuthorized"
                or "Client.UnauthorizedOperation"
        || (status == HttpStatusCode.Forbidden && code.Length == 0);

    /// <summary>Whether what was asked for is not there.</summary>
    public bool IsAbsent => status == HttpStatusCode.NotFound;
}
