using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Outlay.Web.Budgets;
using Outlay.Web.Connections;
using Outlay.Web.Connections.Sources;
using Outlay.Web.Optimization;
using Outlay.Web.Settings;
using Outlay.Web.Shell;
using Outlay.Web.Spend;

namespace Outlay.Web;

/// <summary>Composes the web pages. The host sets the content root to the program's own folder and calls UseStaticWebAssets.</summary>
public static class WebFace
{
    /// <summary>Registers pages, antiforgery and compression.</summary>
    public static IServiceCollection AddWeb(
        this IServiceCollection services,
        Action<WebOptions>? configure = null
    )
    {
        services.AddOptions<WebOptions>().Configure(configure ?? (_ => { }));
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddAntiforgery(o => o.Cookie.Name = "outlay.antiforgery");
        services.AddResponseCompression(o =>
        {
            // Pages hold no secret but the antiforgery token, and that is masked anew in every answer.
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.AddScoped<PageContext>();
        services.AddScoped<Appearance>();
        services.AddScoped<Flash>();
        return services;
    }

    /// <summary>Adds the middleware in its order, then static files and pages. Call it before other faces are mapped.</summary>
    public static WebApplication MapWeb(this WebApplication app)
    {
        app.UseSecurityHeaders(SecurityHeaders.Policy);
        app.UseResponseCompression();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.Use(next => context => AroundPage(context, next));
        app.UseAntiforgery();
        app.Use(next => context => RefuseUntrusted(context, next));
        app.MapStaticAssets();
        app.MapImports();
        app.MapConnections();
        app.MapSpend();
        app.MapRates();
        app.MapBudgets();
        app.MapOptimization();
        app.MapPrices();
        app.MapRazorComponents<App>();
        return app;
    }

    // Pages answer a form without a valid token themselves; endpoints would fail in reading it, and so would the page of errors.
    private static Task RefuseUntrusted(HttpContext context, RequestDelegate next)
    {
        if (
            context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }
            || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        )
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "The form could not be trusted: it was too old, or what it carried is larger than allowed. Go back, reload the page and send it again.",
            context.RequestAborted
        );
    }

    private static Task AroundPage(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path;
        if (
            path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            || path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase)
        )
        {
            // Other faces word their errors themselves.
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
            return next(context);
        }

        return ViewMemory.Remember(context, next);
    }
}
