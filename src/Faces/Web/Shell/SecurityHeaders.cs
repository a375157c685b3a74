using Microsoft.AspNetCore.Builder;

namespace Outlay.Web.Shell;

/// <summary>Headers of every answer. No inline script or style exists anywhere, so no nonce is needed.</summary>
internal static class SecurityHeaders
{
    public static HeaderPolicyCollection Policy { get; } =
        new HeaderPolicyCollection()
            .AddContentTypeOptionsNoSniff()
            .AddFrameOptionsDeny()
            .AddReferrerPolicyStrictOriginWhenCrossOrigin()
            .AddCrossOriginOpenerPolicy(b => b.SameOrigin())
            .AddCrossOriginResourcePolicy(b => b.SameOrigin())
            .AddPermissionsPolicy(policy =>
            {
                policy.AddAccelerometer().None();
                policy.AddCamera().None();
                policy.AddDisplayCapture().None();
                policy.AddGeolocation().None();
                policy.AddGyroscope().None();
                policy.AddMagnetometer().None();
                policy.AddMicrophone().None();
                policy.AddMidi().None();
                policy.AddPayment().None();
                policy.AddUsb().None();
            })
            .RemoveServerHeader()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddFontSrc().Self();
                csp.AddConnectSrc().Self();
                csp.AddManifestSrc().Self();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            });
}
