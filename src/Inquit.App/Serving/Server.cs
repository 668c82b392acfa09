using System.IO.Compression;
using System.Net.Sockets;
using Inquit.App.Api;
using Inquit.Ledger;
using Inquit.Reading.Fetching;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.ResponseCompression;

namespace Inquit.App.Serving;

/// <summary>The ledger over HTTP: pages for people, an API for programs. Composed here, in the order in which a request passes.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(10);

    private readonly WebApplication app;

    private Server(WebApplication app) => this.app = app;

    /// <summary>Where it can be opened, as <c>http://localhost:8350</c>; with the port that was found where any would do.</summary>
    public required IReadOnlyList<string> Addresses { get; init; }

    /// <summary>Opens the ledger and begins to answer.</summary>
    /// <exception cref="BrokenEnvironmentException">It cannot listen there.</exception>
    /// <exception cref="LedgerException">The ledger cannot be used.</exception>
    public static async Task<Server> StartAsync(ServeOptions options, Models models, CancellationToken cancellation = default)
    {
        var ledger = await Ledgers.OpenAsync(options.Ledger, create: !options.IsReadOnly, cancellation).ConfigureAwait(false);
        var app = Compose(options, models, ledger);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or SocketException or InvalidOperationException)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw new BrokenEnvironmentException($"The server cannot listen on {string.Join(", ", options.Addresses.Select(address => $"{address.Host}:{address.Port}"))}: {(failure.InnerException ?? failure).Message} Choose another --port or --url.");
        }

        var found = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        app.Services.GetRequiredService<SharedEngine>().Prepare();
        return new Server(app) { Addresses = [.. found.Select(address => new Uri(address.Replace("[::]", "localhost", StringComparison.Ordinal)).GetLeftPart(UriPartial.Authority))] };
    }

    /// <summary>Answers what has come, and no more.</summary>
    public async Task StopAsync()
    {
        using var patience = new CancellationTokenSource(PatienceAtTheEnd);
        await app.StopAsync(patience.Token).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static WebApplication Compose(ServeOptions options, Models models, ILedger ledger)
    {
        // Nothing is taken from the environment or from files but what the command line says, and whom telemetry is sent to.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
            EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(Telemetry.Settings());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.Bytes;
            foreach (var address in options.Addresses)
            {
                if (address.Address is { } ip)
                {
                    kestrel.Listen(ip, address.Port);
                }
                else
                {
                    kestrel.ListenLocalhost(address.Port);
                }
            }
        });
        if (File.Exists(Path.Join(AppContext.BaseDirectory, "inquit.staticwebassets.runtime.json")))
        {
            builder.WebHost.UseStaticWebAssets(); // as it is built; published, the files are beside the program
        }

        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error) // its keys live as long as the server, and are stored nowhere
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // that it cannot listen is said below
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        AddServices(builder.Services, options, models, ledger);
        Telemetry.AddTo(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostGuard>();
        app.UseMiddleware<OriginGuard>();
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", AllowStatusCode404Response = true, CreateScopeForErrors = true });
        app.UseResponseCompression();
        app.UseWhen(context => ApiRoutes.IsApi(context.Request.Path), api => api.UseStatusCodePages(answer => Problems.Of(answer.HttpContext.Response.StatusCode, ApiRoutes.Explain(answer.HttpContext)).ExecuteAsync(answer.HttpContext)));
        app.UseWhen(context => !ApiRoutes.IsApi(context.Request.Path) && HttpMethods.IsGet(context.Request.Method), pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        ApiRoutes.Map(app);
        Web.PageRoutes.Map(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeOptions options, Models models, ILedger ledger)
    {
        services.AddSingleton(options);
        services.AddSingleton(models);
        services.AddSingleton<ILedger>(_ => new ServedLedger(ledger, TimeProvider.System)); // made by the container, so that it is closed with it
        services.AddSingleton<SharedEngine>();
        services.AddSingleton(_ => new WebFetcher(options.Fetching));
        services.AddSingleton<IHostLifetime, QuietLifetime>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = PatienceAtTheEnd);
        services.AddRouting();
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.AddHealthChecks().AddCheck<LedgerHealth>("ledger");
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "inquit-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/x-ndjson", "application/atom+xml", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        Access.AddTo(services);
        ApiRoutes.AddTo(services);
        Web.PageRoutes.AddTo(services);
    }

    /// <summary>Whoever runs the server ends it.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
