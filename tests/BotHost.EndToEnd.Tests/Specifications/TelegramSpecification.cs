using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>Judges calls by the description of Telegram's Bot API.</summary>
/// <remarks>Lengths and fixed words stand only in the description's prose, in few forms that are always the same; those are read as well.</remarks>
internal sealed partial class TelegramSpecification(JsonNode document)
{
    private const string ListPrefix = "Array of ";

    private readonly Dictionary<string, TelegramShape> _methods = Read(document["methods"]);

    private readonly Dictionary<string, TelegramShape> _types = Read(document["types"]);

    /// <summary>What breaks the description; empty where nothing does.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="arguments">The JSON body; null for a call without arguments.</param>
    public IReadOnlyList<string> Judge(string method, JsonElement? arguments) =>
        _methods.TryGetValue(method, out var shape)
            ? [.. JudgeFields(arguments ?? JsonSerializer.SerializeToElement(new JsonObject()), shape, "$")]
            : ["there is no such method"];

    private IEnumerable<string> JudgeFields(JsonElement value, TelegramShape shape, string at)
    {
        if (value.ValueKind is not JsonValueKind.Object)
        {
            return [$"{at}: is {value.ValueKind} and no {shape.Name}"];
        }

        var fields = shape.Fields.ToDictionary(field => field.Name);
        var missing = shape.Fields.Where(field => field.Required && !value.TryGetProperty(field.Name, out _)).Select(field => $"{at}: lacks {field.Name}");
        return missing.Concat(value.EnumerateObject().SelectMany(given => fields.TryGetValue(given.Name, out var field)
            ? JudgeField(given.Value, field, $"{at}.{given.Name}")
            : [$"{at}.{given.Name}: {shape.Name} has no such field"]));
    }

    private IEnumerable<string> JudgeField(JsonElement value, TelegramField field, string at)
    {
        var breaches = AnyOf(value, field.Types, at);
        return breaches.Count == 0 && value.ValueKind is JsonValueKind.String ? JudgeWords(value.GetString()!, field.Description, at) : breaches;
    }

    private List<string> AnyOf(JsonElement value, IReadOnlyList<string> types, string at)
    {
        var opinions = types.Select(type => OfType(value, type, at).ToList()).ToList();
        var nearest = opinions.MinBy(breaches => breaches.Count)!;
        return nearest.Count == 0 || types.Count == 1
            ? nearest
            : [$"{at}: is none of {string.Join(", ", types)}, least of all wrong: {string.Join("; ", nearest)}"];
    }

    private IEnumerable<string> OfType(JsonElement value, string type, string at)
    {
        if (type.StartsWith(ListPrefix, StringComparison.Ordinal))
        {
            return value.ValueKind is JsonValueKind.Array
                ? value.EnumerateArray().SelectMany((item, index) => OfType(item, type[ListPrefix.Length..], $"{at}[{index}]"))
                : [$"{at}: is {value.ValueKind} and no {type}"];
        }

        bool? fits = type switch
        {
            "Integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
            "Float" => value.ValueKind is JsonValueKind.Number,
            "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "String" => value.ValueKind is JsonValueKind.String,

            // Bytes travel beside the JSON, never in it.
            "InputFile" => false,
            _ => null,
        };
        if (fits is not null)
        {
            return fits.Value ? [] : [$"{at}: is {value.ValueKind} and no {type}"];
        }

        var shape = _types.TryGetValue(type, out var found) ? found : throw new NotSupportedException($"The judge does not know the type \"{type}\".");
        return shape.Subtypes.Count > 0 ? AnyOf(value, shape.Subtypes, at) : JudgeFields(value, shape, at);
    }

    private static IEnumerable<string> JudgeWords(string text, string description, string at)
    {
        if (Length().Match(description) is { Success: true } length)
        {
            var unit = length.Groups["unit"].Value.ToLowerInvariant();
            var measured = unit == "bytes" ? Encoding.UTF8.GetByteCount(text) : text.EnumerateRunes().Count();
            if (measured < Number(length, "least") || measured > Number(length, "most"))
            {
                yield return $"{at}: has {measured} {unit}, {length.Value} are allowed";
            }
        }

        var words = FixedWord().Match(description) is { Success: true } only ? [only.Groups["word"].Value]
            : ChoiceOfWords().IsMatch(description) ? QuotedWord().Matches(description).Select(match => match.Groups["word"].Value).ToList()
            : [];
        if (words.Count > 0 && !words.Contains(text))
        {
            yield return $"{at}: \"{text}\" is none of {string.Join(", ", words)}";
        }
    }

    private static Dictionary<string, TelegramShape> Read(JsonNode? shapes) =>
        shapes.Deserialize<Dictionary<string, TelegramShape>>(JsonSerializerOptions.Web) ?? throw new JsonException("The description lacks its methods or its types.");

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<least>[0-9]+)-(?<most>[0-9]+) (?<unit>characters|bytes)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    [GeneratedRegex("(must be|always) \"?(?<word>[a-z0-9_]+)\"?$")]
    private static partial Regex FixedWord();

    [GeneratedRegex("(must be one of|can be) \"", RegexOptions.IgnoreCase)]
    private static partial Regex ChoiceOfWords();

    [GeneratedRegex("\"(?<word>[a-z0-9_]+)\"")]
    private static partial Regex QuotedWord();
}
