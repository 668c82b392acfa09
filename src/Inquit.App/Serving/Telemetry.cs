using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Inquit.App.Serving;

/// <summary>What the server tells of itself by OpenTelemetry: nothing, unless the environment says whom (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).</summary>
internal static class Telemetry
{
    /// <summary>The environment variable that says where it is sent.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Name = "Inquit";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Articles = Meter.CreateCounter<long>("inquit.articles.read", "{article}", "Articles that the engine read.");
    private static readonly Counter<long> Statements = Meter.CreateCounter<long>("inquit.statements.found", "{statement}", "Statements that it found.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("inquit.read.duration", "s", "How long it took for one article.");

    /// <summary>What the environment says of telemetry.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings() =>
        from System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables()
        let name = (string)entry.Key
        where name.StartsWith("OTEL_", StringComparison.Ordinal)
        select KeyValuePair.Create(name, (string?)entry.Value);

    /// <summary>Sends what is measured, where the environment says whom.</summary>
    public static void AddTo(IServiceCollection services)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable)))
        {
            return;
        }

        Send(services);
    }

    /// <summary>Reads an article, measured.</summary>
    public static Analysis Measure(Func<Article, Analysis> read, Article article)
    {
        using var activity = Source.StartActivity("read article");
        var start = Stopwatch.GetTimestamp();
        var analysis = read(article);
        Duration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        Articles.Add(1);
        Statements.Add(analysis.Statements.Length);
        activity?.SetTag("inquit.statements", analysis.Statements.Length);
        return analysis;
    }

    private static void Send(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("inquit", serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3)))
        .WithTracing(traces => traces.AddSource(Name, "Npgsql").AddAspNetCoreInstrumentation().AddOtlpExporter())
        .WithMetrics(metrics => metrics.AddMeter(Name, "Npgsql", "System.Runtime").AddAspNetCoreInstrumentation().AddOtlpExporter());
}
