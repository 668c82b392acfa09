using System.Text.Json;
using Xunit;

namespace Inquit.Tests;

/// <summary>The schemas of an OpenAPI document, against which answers are held: types, what must be there, and nothing that is not named.</summary>
internal sealed class Shapes(JsonElement document)
{
    public static async Task<Shapes> OfAsync(RunningServer server) => new(await server.JsonAsync("/openapi/v1.json"));

    /// <summary>Holds the answer of an operation against its schema.</summary>
    public void Check(string operation, JsonElement answer)
    {
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).Single(candidate => candidate.Value.GetProperty("operationId").GetString() == operation).Value;
        var response = described.GetProperty("responses").EnumerateObject().First(candidate => candidate.Name[0] == '2').Value;
        Check(response.GetProperty("content").GetProperty("application/json").GetProperty("schema"), answer, operation);
    }

    private void Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), value, at);
            return;
        }

        if (schema.TryGetProperty("oneOf", out var choices))
        {
            var isNull = value.ValueKind == JsonValueKind.Null;
            Assert.True(choices.EnumerateArray().Any(choice => IsNull(choice) == isNull), $"{at}: {value.ValueKind} is none of {choices}");
            if (!isNull)
            {
                Check(choices.EnumerateArray().First(choice => !IsNull(choice)), value, at);
            }

            return;
        }

        if (schema.TryGetProperty("type", out var type))
        {
            string?[] types = type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString())] : [type.GetString()];
            Assert.True(types.Any(one => IsOf(value, one)), $"{at}: {value} is no {string.Join(" or ", types)}");
        }

        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
        {
            var names = value.EnumerateObject().Select(property => property.Name).ToList();
            Assert.Empty(names.Except(properties.EnumerateObject().Select(property => property.Name)).Select(name => $"{at}: {name} is not described"));
            Assert.Empty((schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()!) : []).Except(names).Select(name => $"{at}: {name} is missing"));
            foreach (var property in value.EnumerateObject())
            {
                Check(properties.GetProperty(property.Name), property.Value, $"{at}.{property.Name}");
            }
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Check(items, item, $"{at}[{index}]");
            }
        }
    }

    private static bool IsNull(JsonElement schema) => schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null";

    private static bool IsOf(JsonElement value, string? type) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };
}
