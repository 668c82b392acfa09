using System.Security.Cryptography;
using Inquit.App.Serving;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Inquit.App.Api;

/// <summary>The description of the API, and a page to try it.</summary>
internal static class OpenApiPage
{
    private const string ShapeSuffix = "Shape";

    /// <summary>What values of an address may be, where it is not any text.</summary>
    private static readonly Dictionary<string, Func<OpenApiSchema>> Values = new(StringComparer.Ordinal)
    {
        ["limit"] = () => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1" },
        ["minConfidence"] = () => new OpenApiSchema { Type = JsonSchemaType.Number, Minimum = "0", Maximum = "1" },
        ["allVersions"] = () => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ["facets"] = () => new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = true },
        ["kind"] = () => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["direct", "indirect", "mixed"] },
        ["country"] = () => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z]{2}$" },
        ["format"] = () => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["csv", "jsonl"] },
    };

    /// <summary>How the document is made.</summary>
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
            ? name.EndsWith(ShapeSuffix, StringComparison.Ordinal) ? name[..^ShapeSuffix.Length] : name
            : null;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Inquit",
                Version = "v1",
                Description = "Who said what: articles, statements and speakers of a ledger. The same JSON as the command line writes.",
            };
            document.Servers = [];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                ["key"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The key for reading or for writing, where the server has one." },
            };
            document.Security = [new OpenApiSecurityRequirement(), new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", document)] = [] }];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellation) =>
        {
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
            {
                if (Values.TryGetValue(parameter.Name!, out var schema))
                {
                    parameter.Schema = schema();
                }
            }

            if (operation.OperationId is "read" or "addArticle")
            {
                var text = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
                operation.RequestBody = new OpenApiRequestBody
                {
                    Description = $"The article, in UTF-8, at most {BodyLimit.Bytes:N0} bytes.",
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["text/plain"] = text,
                        ["text/html"] = text,
                        ["application/json"] = new() { Schema = await context.GetOrCreateSchemaAsync(typeof(ArticleShape), cancellationToken: cancellation).ConfigureAwait(false) },
                    },
                };
            }
        });
    }

    /// <summary>Maps the document and the page.</summary>
    public static void Map(WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/api", (options, context) =>
        {
            // The script that starts the page stands in it, and the page makes its own styles: both hold for this page only. All that would
            // ask another host is off.
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Policy
                .Replace("script-src 'self'", $"script-src 'self' 'nonce-{nonce}'", StringComparison.Ordinal)
                .Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);
            options.WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().AddDocument("v1");
            options.Title = "Inquit API";
            options.Favicon = "/icon.svg";
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true;
        }).AllowAnonymous();
    }
}
