using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BotHost.EndToEnd.Tests.Goldens;

/// <summary>Payloads as text that people read: one YAML document for each message, texts of several lines as they stand.</summary>
internal static class PayloadYaml
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<string> payloads)
    {
        var text = new StringBuilder();
        foreach (var payload in payloads)
        {
            text.Append("---\n");
            WriteMembers(text, JsonNode.Parse(payload)!.AsObject(), "");
        }

        return text.ToString();
    }

    /// <summary>The payloads again, as JSON.</summary>
    public static IReadOnlyList<string> Read(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return [.. stream.Documents.Select(document => Json(document.RootNode)!.ToJsonString(Readable))];
    }

    private static void WriteMembers(StringBuilder text, JsonObject members, string indent)
    {
        foreach (var (name, value) in members)
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}{name}:");
            WriteValue(text, value, indent + "  ");
        }
    }

    private static void WriteValue(StringBuilder text, JsonNode? value, string indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } members when !IsFlat(members):
                text.Append('\n');
                WriteMembers(text, members, indent);
                break;
            case JsonArray { Count: > 0 } items when items.All(item => item is JsonObject):
                text.Append('\n');
                foreach (var item in items)
                {
                    WriteItem(text, item!.AsObject(), indent);
                }

                break;
            case JsonValue words when words.GetValueKind() is JsonValueKind.String && IsBlock(words.GetValue<string>()):
                var lines = words.GetValue<string>().Split('\n');
                text.Append(lines[0].StartsWith(' ') ? " |2-\n" : " |-\n");
                foreach (var line in lines)
                {
                    text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
                }

                break;
            default:
                text.Append(' ').Append(value?.ToJsonString(Readable) ?? "null").Append('\n');
                break;
        }
    }

    private static void WriteItem(StringBuilder text, JsonObject item, string indent)
    {
        if (IsFlat(item))
        {
            text.Append(CultureInfo.InvariantCulture, $"{indent}- {item.ToJsonString(Readable)}\n");
            return;
        }

        var members = new StringBuilder();
        WriteMembers(members, item, indent + "  ");
        text.Append(indent).Append("- ").Append(members.ToString().AsSpan(indent.Length + 2));
    }

    private static bool IsFlat(JsonObject members) => members.All(member => member.Value is null or JsonArray { Count: 0 }
        || (member.Value is JsonValue value && !(value.GetValueKind() is JsonValueKind.String && IsBlock(value.GetValue<string>()))));

    private static bool IsBlock(string text) => text.Contains('\n', StringComparison.Ordinal) && !text.EndsWith('\n') && !text.StartsWith('\n');

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Json(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var plain } => JsonNode.Parse(plain!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"No payload holds a {node.NodeType}."),
    };
}
