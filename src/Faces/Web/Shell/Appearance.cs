using Microsoft.AspNetCore.Http;

namespace Outlay.Web.Shell;

/// <summary>How a browser wants the pages: two cookies that scripts may read, because scripts switch the theme without a reload.</summary>
public sealed class Appearance
{
    /// <summary>Cookie of the theme.</summary>
    public const string ThemeCookie = "theme";

    /// <summary>Cookie that is <c>off</c> when single-key shortcuts are off.</summary>
    public const string ShortcutsCookie = "shortcuts";

    /// <summary>Reads the request.</summary>
    public Appearance(IHttpContextAccessor accessor)
    {
        var cookies = accessor.HttpContext?.Request.Cookies;
        Theme = cookies?[ThemeCookie] is "light" or "dark" ? cookies[ThemeCookie] : null;
        Shortcuts = cookies?[ShortcutsCookie] != "off";
    }

    /// <summary><c>light</c>, <c>dark</c>, or null for what the system says.</summary>
    public string? Theme { get; }

    /// <summary>Whether single-key shortcuts work.</summary>
    public bool Shortcuts { get; }

    /// <summary>Keeps a choice for a year; the default is kept by no cookie at all.</summary>
    public static void Keep(HttpContext context, string cookie, string? value)
    {
        var options = new CookieOptions
        {
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(365),
        };
        if (value is null)
        {
            context.Response.Cookies.Delete(cookie);
        }
        else
        {
            context.Response.Cookies.Append(cookie, value, options);
        }
    }
}
