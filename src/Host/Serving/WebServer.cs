using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;
using Outlay.Alerts;
using Outlay.Api;
using Outlay.Connections;
using Outlay.Forecast;
using Outlay.Kernel;
using Outlay.Mcp;
using Outlay.Optimization;
using Outlay.State;
using Outlay.Web;

namespace Outlay.Host.Serving;

/// <summary>The server: pages, API and MCP over one data folder, on loopback.</summary>
internal static class WebServer
{
    private const long MaxBody = 2L * 1024 * 1024;

    /// <summary>Names a browser may call it by. A foreign name that resolves to loopback is an attack on the person at the browser.</summary>
    private static readonly string[] Hosts = ["localhost", "127.0.0.1", "[::1]"];

    public static WebApplication Build(
        IConfiguration configuration,
        Settings settings,
        DataFolder folder,
        Action<IServiceCollection> more
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = "outlay",
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
            }
        );
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true);
        // A failure to start reaches the caller, who words it; what fails later is logged.
        var isUp = false;
        builder.Logging.AddFilter(
            "Microsoft.Extensions.Hosting.Internal.Host",
            level => isUp && level >= LogLevel.Warning
        );
        builder.WebHost.UseStaticWebAssets();
        // The settings are checked: loopback only, and no addresses in a section of the server itself.
        builder.WebHost.UseUrls(LoopbackRule.Addresses(settings.Urls));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        AddServices(builder.Services, configuration, folder);
        more(builder.Services);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => isUp = true);
        Map(app);
        return app;
    }

    /// <summary>Starts it; a taken port is a problem, not a crash.</summary>
    public static async Task<Result<IReadOnlyList<string>>> StartAsync(
        WebApplication app,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await app.StartAsync(cancellationToken);
            app.Services.GetRequiredService<AlertAddress>().Own = new Uri(app.Urls.First());
            return app.Urls.ToList();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"Another program listens there already: {e.Message}",
                "Stop it, or choose another port, such as --port 5081."
            );
        }
    }

    private static void AddServices(
        IServiceCollection services,
        IConfiguration configuration,
        DataFolder folder
    )
    {
        services.AddOutlay(configuration, folder);
        services
            .AddImportWorker()
            .AddSyncWorker(folder)
            .AddAlertWorker()
            .AddForecastWorker()
            .AddScanWorker();
        services.AddApi();
        services.AddMcpFace();
        services.AddWeb(o =>
        {
            o.DataFolder = folder.Root;
            o.Version = typeof(WebServer).Assembly.GetName().Version?.ToString(fieldCount: 3) ?? "";
        });
        services.AddSingleton<IConfigureOptions<WebOptions>, EngineLimits>();
        services.Configure<HostFilteringOptions>(o =>
        {
            o.AllowedHosts = Hosts;
            o.AllowEmptyHosts = false;
        });
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
    }

    private static void Map(WebApplication app)
    {
        app.UseHostFiltering();
        app.Use(next => context => SameOriginGuard.InvokeAsync(context, next));
        app.MapWeb();
        app.MapApi();
        app.MapMcpFace();
        app.MapGet("/healthz", () => TypedResults.Text("ok")).ExcludeFromDescription();
    }
}
