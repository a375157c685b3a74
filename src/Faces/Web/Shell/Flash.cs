using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Outlay.Kernel;
using Outlay.Web.Components;

namespace Outlay.Web.Shell;

/// <summary>
/// The outcome of a posted form, said on the page that the browser is sent to next. It travels in a sealed cookie that lives for
/// a minute, so nobody can put words on a page by an address.
/// </summary>
public sealed class Flash(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Cookie = "outlay.flash";
    private readonly IDataProtector _protector = protection.CreateProtector("Outlay.Web.Flash");

    /// <summary>Says something on the next page.</summary>
    public void Say(Tone tone, string text)
    {
        var longest = text.Length > 1000 ? text[..1000] : text;
        accessor.HttpContext?.Response.Cookies.Append(
            Cookie,
            _protector.Protect($"{tone}\n{longest}"),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromMinutes(1),
            }
        );
    }

    /// <summary>Says a problem on the next page.</summary>
    public void Say(Problem problem) => Say(Tone.Bad, problem.ToString());

    /// <summary>What was said for this page, once.</summary>
    public (Tone Tone, string Text)? Take()
    {
        if (
            accessor.HttpContext is not { } context
            || context.Request.Cookies[Cookie] is not { } sealedText
        )
        {
            return null;
        }

        if (!context.Response.HasStarted)
        {
            context.Response.Cookies.Delete(Cookie);
        }

        return Open(sealedText);
    }

    private (Tone Tone, string Text)? Open(string sealedText)
    {
        try
        {
            var parts = _protector.Unprotect(sealedText).Split('\n', 2);
            return parts.Length == 2 && Enum.TryParse<Tone>(parts[0], out var tone)
                ? (tone, parts[1])
                : null;
        }
        catch (CryptographicException)
        {
            // Keys were replaced, or the cookie is not ours: there is nothing to say.
            return null;
        }
    }
}
