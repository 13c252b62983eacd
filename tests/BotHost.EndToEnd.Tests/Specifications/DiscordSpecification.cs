using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>Judges requests by Discord's OpenAPI description.</summary>
internal sealed partial class DiscordSpecification
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete"];

    private readonly JsonSchemaJudge _judge;
    private readonly Dictionary<string, (JsonElement Path, JsonElement Operation)> _operations = new(StringComparer.Ordinal);

    /// <param name="document">The file as it came; it is corrected in place.</param>
    public DiscordSpecification(JsonNode document)
    {
        Correct(document);
        var root = JsonSerializer.SerializeToElement(document);
        _judge = new JsonSchemaJudge(root);
        Schemas = root.GetProperty("components").GetProperty("schemas");
        foreach (var path in root.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(member => Methods.Contains(member.Name)))
            {
                _operations[Unnamed($"{operation.Name.ToUpperInvariant()} {path.Name}")] = (path.Value, operation.Value);
            }
        }
    }

    /// <summary>The named schemas.</summary>
    public JsonElement Schemas { get; }

    /// <summary>What breaks the description; empty where nothing does.</summary>
    /// <param name="route">Method and path template; how its ids are called does not matter.</param>
    /// <param name="query">What followed the question mark, or null.</param>
    /// <param name="body">The JSON body, or null.</param>
    public IReadOnlyList<string> Judge(string route, string? query, JsonElement? body) =>
        _operations.TryGetValue(Unnamed(route), out var found)
            ? [.. JudgeQuery(found.Path, found.Operation, query), .. JudgeBody(found.Operation, body)]
            : ["there is no such route"];

    /// <summary>
    /// Where the description is known to be wrong. Each correction names what it replaces, so that it fails once Discord has mended it.
    /// </summary>
    private static void Correct(JsonNode document)
    {
        // Permission sets have more bits than a JSON number keeps, and are strings in every request and answer of the API's own
        // reference; the description speaks of the integer that the server reads from them.
        var command = document["components"]!["schemas"]!["ApplicationCommandUpdateRequest"]!["properties"]!;
        Replace(command, "default_member_permissions", """["integer","null"]""", """{"type":["string","null"],"pattern":"^(0|[1-9][0-9]*)$","maxLength":20}""");
    }

    private static void Replace(JsonNode properties, string name, string wrongType, string right)
    {
        if (properties[name]?["type"]?.ToJsonString() != wrongType)
        {
            throw new InvalidOperationException($"{name} is no longer of type {wrongType}: take its correction away.");
        }

        properties[name] = JsonNode.Parse(right);
    }

    private IEnumerable<string> JudgeBody(JsonElement operation, JsonElement? body)
    {
        if (!operation.TryGetProperty("requestBody", out var described))
        {
            return body is null ? [] : ["$: this route takes no body"];
        }

        if (body is { } value)
        {
            return _judge.Judge(value, described.GetProperty("content").GetProperty("application/json").GetProperty("schema"));
        }

        return described.TryGetProperty("required", out var required) && required.GetBoolean() ? ["$: the body is missing"] : [];
    }

    private IEnumerable<string> JudgeQuery(JsonElement path, JsonElement operation, string? query)
    {
        var described = Parameters(path).Concat(Parameters(operation)).Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .ToDictionary(parameter => parameter.GetProperty("name").GetString()!);
        var given = (query ?? "").Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Name: Uri.UnescapeDataString(pair[0]), Value: Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? "")))
            .ToList();
        var missing = described.Where(one => one.Value.TryGetProperty("required", out var required) && required.GetBoolean() && given.All(pair => pair.Name != one.Key))
            .Select(one => $"?{one.Key}: is missing");
        return missing.Concat(given.SelectMany(pair => described.TryGetValue(pair.Name, out var parameter)
            ? JudgeParameter(pair.Value, parameter.GetProperty("schema"), $"?{pair.Name}")
            : [$"?{pair.Name}: there is no such parameter"]));
    }

    /// <summary>A query knows only text, so a value counts as what it can be read as.</summary>
    private IReadOnlyList<string> JudgeParameter(string value, JsonElement schema, string at)
    {
        var asText = _judge.Judge(JsonSerializer.SerializeToElement(value), schema, at);
        return asText.Count > 0 && NumberOrFlag().IsMatch(value) ? _judge.Judge(JsonDocument.Parse(value).RootElement, schema, at) : asText;
    }

    private static JsonElement[] Parameters(JsonElement owner) =>
        owner.TryGetProperty("parameters", out var list) ? [.. list.EnumerateArray()] : [];

    private static string Unnamed(string route) => PlaceholderName().Replace(route, "{}");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex PlaceholderName();

    [GeneratedRegex("^(true|false|-?(0|[1-9][0-9]*))$")]
    private static partial Regex NumberOrFlag();
}
