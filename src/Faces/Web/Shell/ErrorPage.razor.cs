using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Outlay.Web.Shell;

/// <summary>What stands in for a page that threw.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private string? TraceId => Activity.Current?.Id ?? Http?.TraceIdentifier;
}
