using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Outlay.Web.Shell;

/// <summary>What stands in for a page that threw, or for a request that was refused.</summary>
public sealed partial class ErrorPage
{
    /// <summary>HTTP status of a refused request; null when the page threw.</summary>
    [Parameter]
    public int? Code { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string? TraceId => Activity.Current?.Id ?? Http?.TraceIdentifier;

    private (string Title, string What, string Next) Words =>
        Code switch
        {
            >= 400 and < 500 => (
                "Request refused",
                "The program could not accept what was sent.",
                "A form that stood open for long may be too old. Go back, reload the page and try again."
            ),
            503 => (
                "Not available now",
                "The program is busy or a limit was reached.",
                "Try again in a moment."
            ),
            _ => (
                "Something failed",
                "This page could not be made.",
                "Try again. If it stays, look for the trace id in the log."
            ),
        };
}
