using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;

namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>Words what could not be read, and what to do about it.</summary>
internal static class Gap
{
    public static ScanGap Of(string account, string? region, string subject, AwsCallException e) =>
        new(account, region, subject, e.Call, Cause(e), Fix(e));

    private static string Cause(AwsCallException e) =>
        e.Code.Length == 0 || e.Code is "Credentials" or "Unreadable"
            ? e.Message
            : $"{e.Code}: {e.Message}";

    private static string Fix(AwsCallException e) =>
        e switch
        {
            { IsDenied: true }
                when e.Message.Contains("service control policy", StringComparison.Ordinal) =>
                $"A service control policy of the organisation denies {e.Call}: allow it there, or leave the region out.",
            { IsDenied: true } =>
                $"Allow {e.Call} in the policy of the role that reads this account.",
            { IsThrottled: true } =>
                "AWS turned the calls away as too many: scan at another hour, or fewer regions.",
            {
                Code: "AuthFailure"
                    or "OptInRequired"
                    or "InvalidClientTokenId"
                    or "UnrecognizedClientException"
            } => "The region may be switched off in this account: switch it on, or leave it out.",
            { Code: "ExpiredToken" or "ExpiredTokenException" or "RequestExpired" } =>
                "Renew the session that this machine signs in with, and check its clock.",
            { Code: "Credentials" } =>
                "Check the identity that this machine signs in with, and the role's trust policy.",
            { IsPassing: true } =>
                "It may pass by itself: scan again; if it stays, check network, proxy and endpoint.",
            _ => "AWS refuses the call as such: the next version of Outlay may know why.",
        };
}
