using System.Text.Json;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Hosting;

/// <summary>Reads a JSON body whose every string can be written as UTF-8.</summary>
internal static class JsonText
{
    /// <summary>Null, with the reason, when the text is no JSON or holds half a surrogate pair.</summary>
    public static JsonNode? Parse(string text, out JsonFault fault)
    {
        fault = JsonFault.None;
        try
        {
            var node = JsonNode.Parse(text);
            Touch(node);
            return node;
        }
        catch (JsonException)
        {
            fault = JsonFault.Syntax;
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // Strings are decoded when they are first read, and names given twice are found then as well.
            fault = JsonFault.Encoding;
        }

        return null;
    }

    private static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item:
                foreach (var (_, value) in item)
                {
                    Touch(value);
                }

                break;
            case JsonArray list:
                foreach (var value in list)
                {
                    Touch(value);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
        }
    }
}

/// <summary>What is wrong with a JSON body.</summary>
internal enum JsonFault
{
    None,
    Syntax,
    Encoding,
}
