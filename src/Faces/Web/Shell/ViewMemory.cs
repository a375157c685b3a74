using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Parameter = System.Collections.Generic.KeyValuePair<string, string>;

namespace Outlay.Web.Shell;

/// <summary>Remembers period, metric and currency of the last page for pages opened without them, until the browser closes.</summary>
internal static class ViewMemory
{
    private const string Cookie = "outlay.view";
    private const int LongestValue = 32;

    // A conversion belongs to the currency it was chosen with, so it is not carried to pages with another.
    private static readonly IReadOnlyList<string> Names =
    [
        .. PageContext.Names.Where(n => n != "convert"),
    ];

    /// <summary>Sets the cookie when a page is asked for with some of them.</summary>
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        var view = Names
            .Select(n => new Parameter(n, context.Request.Query[n].ToString()))
            .Where(p => p.Value is { Length: > 0 and <= LongestValue })
            .ToList();
        if (view.Count > 0 && HttpMethods.IsGet(context.Request.Method))
        {
            var merged = Read(context)
                .Where(r => !view.Exists(p => Slot(p.Key) == Slot(r.Key)))
                .Concat(view);
            context.Response.Cookies.Append(
                Cookie,
                Address.Of("", merged).TrimStart('?'),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax }
            );
        }

        return next(context);
    }

    /// <summary>What is remembered.</summary>
    public static IReadOnlyList<Parameter> Read(HttpContext? context) =>
        context?.Request.Cookies[Cookie] is { Length: < 400 } text
            ?
            [
                .. QueryHelpers
                    .ParseQuery(text)
                    .Where(p => Names.Contains(p.Key))
                    .Select(p => new Parameter(p.Key, p.Value.ToString())),
            ]
            : [];

    /// <summary>What a parameter says something about: a preset and fixed days take each other's place.</summary>
    public static string Slot(string name) => name is "from" or "to" ? "period" : name;
}
