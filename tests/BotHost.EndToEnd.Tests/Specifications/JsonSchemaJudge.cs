using System.Text.Json;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>
/// Judges JSON by the part of JSON Schema that OpenAPI 3.1 documents are written in. A keyword that it does not know is an
/// exception: what it left out silently it would approve.
/// </summary>
/// <remarks>
/// Stricter than the standard in one thing: a property that no applicable schema names is a breach, even where the schema allows
/// others, because the platform would drop it without a word.
/// </remarks>
internal sealed class JsonSchemaJudge(JsonElement document)
{
    private static readonly HashSet<string> Annotations = ["title", "description", "contentEncoding", "x-discord-union"];

    /// <summary>What breaks the schema, each with its place; empty where nothing does.</summary>
    public IReadOnlyList<string> Judge(JsonElement value, JsonElement schema, string at = "$")
    {
        var opinion = new Opinion();
        Apply(value, schema, at, opinion);
        if (value.ValueKind is JsonValueKind.Object)
        {
            opinion.Breaches.AddRange(value.EnumerateObject()
                .Where(property => !opinion.Known.Contains(property.Name))
                .Select(property => $"{at}.{property.Name}: there is no such property"));
        }

        return opinion.Breaches;
    }

    private void Apply(JsonElement value, JsonElement schema, string at, Opinion opinion)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$ref":
                    Apply(value, Resolve(keyword.Value.GetString()!), at, opinion);
                    break;
                case "allOf":
                    foreach (var part in keyword.Value.EnumerateArray())
                    {
                        Apply(value, part, at, opinion);
                    }

                    break;
                case "oneOf":
                    Choose(value, keyword.Value, at, onlyOne: true, opinion);
                    break;
                case "anyOf":
                    Choose(value, keyword.Value, at, onlyOne: false, opinion);
                    break;
                case "properties" when value.ValueKind is JsonValueKind.Object:
                    foreach (var property in keyword.Value.EnumerateObject().Where(property => value.TryGetProperty(property.Name, out _)))
                    {
                        opinion.Known.Add(property.Name);
                        opinion.Breaches.AddRange(Judge(value.GetProperty(property.Name), property.Value, $"{at}.{property.Name}"));
                    }

                    break;
                case "additionalProperties" when value.ValueKind is JsonValueKind.Object && keyword.Value.ValueKind is JsonValueKind.Object:
                    foreach (var property in Others(value, schema))
                    {
                        opinion.Known.Add(property.Name);
                        opinion.Breaches.AddRange(Judge(property.Value, keyword.Value, $"{at}.{property.Name}"));
                    }

                    break;
                case "additionalProperties" when value.ValueKind is JsonValueKind.Object && keyword.Value.ValueKind is JsonValueKind.False:
                    foreach (var property in Others(value, schema))
                    {
                        opinion.Known.Add(property.Name);
                        opinion.Breaches.Add($"{at}.{property.Name}: no further property is allowed");
                    }

                    break;
                case "items" when value.ValueKind is JsonValueKind.Array:
                    opinion.Breaches.AddRange(value.EnumerateArray().SelectMany((item, index) => Judge(item, keyword.Value, $"{at}[{index}]")));
                    break;
                case "properties" or "additionalProperties" or "items":
                    break;
                default:
                    if (!Annotations.Contains(keyword.Name) && SchemaAssertions.Breach(keyword.Name, keyword.Value, value) is { } breach)
                    {
                        opinion.Breaches.Add($"{at}: {breach}");
                    }

                    break;
            }
        }
    }

    private void Choose(JsonElement value, JsonElement forms, string at, bool onlyOne, Opinion opinion)
    {
        var opinions = forms.EnumerateArray().Select(form =>
        {
            var formed = new Opinion();
            Apply(value, form, at, formed);
            return formed;
        }).ToList();
        var fitting = opinions.Where(formed => formed.Breaches.Count == 0).ToList();
        if (fitting.Count == 0)
        {
            // What any form knows is no second breach.
            opinion.Known.UnionWith(opinions.SelectMany(formed => formed.Known));
            var nearest = opinions.MinBy(formed => (formed.Breaches.Count(breach => IsOfAnotherKind(breach, at)), formed.Breaches.Count))!;
            opinion.Breaches.Add($"{at}: fits none of {opinions.Count} forms, least of all wrong: {string.Join("; ", nearest.Breaches)}");
            return;
        }

        opinion.Known.UnionWith(fitting.SelectMany(formed => formed.Known));
        if (onlyOne && fitting.Count > 1)
        {
            opinion.Breaches.Add($"{at}: fits {fitting.Count} of {opinions.Count} forms that exclude each other");
        }
    }

    /// <summary>Such a breach tells that the form was not the one that was meant: forms differ in their JSON type, or in the number in "type".</summary>
    private static bool IsOfAnotherKind(string breach, string at) =>
        breach.StartsWith($"{at}: is ", StringComparison.Ordinal) || breach.StartsWith($"{at}.type:", StringComparison.Ordinal);

    private static IEnumerable<JsonProperty> Others(JsonElement value, JsonElement schema) =>
        value.EnumerateObject().Where(property =>
            !schema.TryGetProperty("properties", out var named) || !named.TryGetProperty(property.Name, out _));

    private JsonElement Resolve(string reference) =>
        reference.Split('/') is ["#", .. var names]
            ? names.Aggregate(document, (place, name) => place.GetProperty(name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
            : throw new NotSupportedException($"{reference} points out of the document.");

    /// <summary>What one value earned so far: what is wrong with it, and which of its properties some schema named.</summary>
    private sealed class Opinion
    {
        public List<string> Breaches { get; } = [];

        public HashSet<string> Known { get; } = new(StringComparer.Ordinal);
    }
}
