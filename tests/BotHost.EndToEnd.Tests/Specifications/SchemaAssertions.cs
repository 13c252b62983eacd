using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>The keywords of a schema that look at one value and into none. Pure.</summary>
internal static class SchemaAssertions
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    /// <summary>Null where the value keeps to the keyword, or the keyword is about values of another kind.</summary>
    /// <exception cref="NotSupportedException">Nobody knows this keyword here.</exception>
    public static string? Breach(string keyword, JsonElement limit, JsonElement value) => keyword switch
    {
        "type" => TypesOf(limit).Any(type => IsOfType(value, type)) ? null : $"is {Name(value)} and not {string.Join(" or ", TypesOf(limit))}",
        "enum" => limit.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)) ? null : $"{value.GetRawText()} is none of {limit.GetRawText()}",
        "const" => JsonElement.DeepEquals(limit, value) ? null : $"{value.GetRawText()} is not {limit.GetRawText()}",
        "required" => WhatIsMissing(limit, value),
        "minProperties" => AtLeast(limit, value.ValueKind is JsonValueKind.Object ? value.EnumerateObject().Count() : null, "properties"),
        "maxProperties" => AtMost(limit, value.ValueKind is JsonValueKind.Object ? value.EnumerateObject().Count() : null, "properties"),
        "minItems" => AtLeast(limit, value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : null, "items"),
        "maxItems" => AtMost(limit, value.ValueKind is JsonValueKind.Array ? value.GetArrayLength() : null, "items"),
        "uniqueItems" => limit.GetBoolean() && value.ValueKind is JsonValueKind.Array && HasRepeats(value) ? "has an item twice" : null,
        "minLength" => AtLeast(limit, CodePoints(value), "characters"),
        "maxLength" => AtMost(limit, CodePoints(value), "characters"),
        "minimum" => AtLeast(limit, Number(value), "as a value"),
        "maximum" => AtMost(limit, Number(value), "as a value"),
        "pattern" => Text(value) is not { } text || Regex.IsMatch(text, limit.GetString()!, RegexOptions.CultureInvariant, LongestMatch)
            ? null
            : $"\"{text}\" does not match {limit.GetString()}",
        "format" => HasFormat(limit.GetString()!, value) ? null : $"{value.GetRawText()} is no {limit.GetString()}",
        _ => throw new NotSupportedException($"The judge does not know the schema keyword \"{keyword}\"."),
    };

    private static IEnumerable<string> TypesOf(JsonElement limit) =>
        limit.ValueKind is JsonValueKind.Array ? limit.EnumerateArray().Select(type => type.GetString()!) : [limit.GetString()!];

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind is JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => Number(value) is { } number && number == decimal.Truncate(number),
        "number" => value.ValueKind is JsonValueKind.Number,
        "string" => value.ValueKind is JsonValueKind.String,
        "array" => value.ValueKind is JsonValueKind.Array,
        "object" => value.ValueKind is JsonValueKind.Object,
        _ => throw new NotSupportedException($"The judge does not know the schema type \"{type}\"."),
    };

    private static bool HasFormat(string format, JsonElement value) => format switch
    {
        "int32" => Number(value) is not { } number || (number >= int.MinValue && number <= int.MaxValue),
        "int64" => Number(value) is not { } number || (number >= long.MinValue && number <= long.MaxValue),
        "snowflake" => Text(value) is not { } text || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "uri" => Text(value) is not { } text || Uri.TryCreate(text, UriKind.Absolute, out _),
        "date-time" => Text(value) is null || value.TryGetDateTimeOffset(out _),
        "double" or "nonce" => true,
        _ => throw new NotSupportedException($"The judge does not know the schema format \"{format}\"."),
    };

    private static string? WhatIsMissing(JsonElement limit, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        var missing = limit.EnumerateArray().Select(name => name.GetString()!).Where(name => !value.TryGetProperty(name, out _)).ToList();
        return missing.Count == 0 ? null : $"lacks {string.Join(", ", missing)}";
    }

    private static bool HasRepeats(JsonElement list)
    {
        var items = list.EnumerateArray().ToList();
        return items.Where((item, index) => items.Take(index).Any(earlier => JsonElement.DeepEquals(earlier, item))).Any();
    }

    private static string? AtLeast(JsonElement limit, decimal? measured, string unit) =>
        measured < limit.GetDecimal() ? $"has {measured} {unit}, at least {limit.GetRawText()} are needed" : null;

    private static string? AtMost(JsonElement limit, decimal? measured, string unit) =>
        measured > limit.GetDecimal() ? $"has {measured} {unit}, at most {limit.GetRawText()} are allowed" : null;

    private static decimal? CodePoints(JsonElement value) => Text(value)?.EnumerateRunes().Count();

    private static string? Text(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
