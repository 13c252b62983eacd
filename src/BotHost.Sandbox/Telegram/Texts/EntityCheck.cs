using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>Checks the entities that a bot sends with a text: known kinds, whole characters, no crossing, no forbidden nesting.</summary>
internal static partial class EntityCheck
{
    private static readonly string[] Styles = ["bold", "italic", "underline", "strikethrough", "spoiler"];
    private static readonly string[] Quotes = ["blockquote", "expandable_blockquote"];
    private static readonly string[] Code = ["code", "pre"];
    private static readonly string[] Others = ["text_link", "text_mention", "custom_emoji", "date_time"];
    private static readonly string[] Found = ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"];

    public static IReadOnlyList<TextEntity> Read(JsonNode? node, string text)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not JsonArray list)
        {
            throw TelegramRefusal.Bad("can't parse message entities JSON object: Expected an Array of MessageEntity");
        }

        List<TextEntity> entities = [];
        foreach (var item in list)
        {
            var entity = ReadOne(item as JsonObject ?? throw Unparsed("expected an Object"));
            if (entity.Offset < 0 || entity.Length <= 0 || entity.Offset + (long)entity.Length > text.Length)
            {
                throw TelegramRefusal.Bad($"entity beginning at UTF-16 offset {entity.Offset} ends after the end of the text at UTF-16 offset {entity.Offset + (long)entity.Length}");
            }

            if (SplitsPair(text, entity.Offset) || SplitsPair(text, entity.Offset + entity.Length))
            {
                var where = SplitsPair(text, entity.Offset) ? "begins" : "ends";
                throw TelegramRefusal.Bad($"entity beginning at UTF-16 offset {entity.Offset} {where} in a middle of a UTF-16 symbol");
            }

            entities.Add(entity);
        }

        entities = [.. entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)];
        RefuseOverlaps(entities);

        // The server looks for these itself, and takes nobody's word for them.
        return [.. entities.Where(entity => !Found.Contains(entity.Type))];
    }

    /// <exception cref="TelegramRefusal">The format is none of the platform's.</exception>
    public static void CheckDateFormat(string format)
    {
        if (!DateFormat().IsMatch(format))
        {
            throw Unparsed("invalid date format used");
        }
    }

    private static TextEntity ReadOne(JsonObject item)
    {
        var type = Text(item["type"]) ?? throw Unparsed("field \"type\" must be of type String");
        var entity = new TextEntity(type, Integer(item["offset"]) ?? throw Unparsed("Can't find field \"offset\""), Integer(item["length"]) ?? throw Unparsed("Can't find field \"length\""));
        switch (type)
        {
            case "text_link":
                var url = Text(item["url"]) ?? throw Unparsed("Can't find field \"url\"");
                return entity with { Url = Uri.TryCreate(url, UriKind.Absolute, out _) ? url : throw Unparsed("wrong HTTP URL") };
            case "text_mention":
                return entity with { UserId = Long(item["user"]?["id"]) ?? throw Unparsed("Can't find field \"user\"") };
            case "custom_emoji":
                return entity with { CustomEmojiId = Text(item["custom_emoji_id"]) ?? throw Unparsed("Can't find field \"custom_emoji_id\"") };
            case "pre":
                return entity with { Language = Text(item["language"]) };
            case "date_time":
                var unix = Long(item["unix_time"]) ?? throw Unparsed("Can't find field \"unix_time\"");
                if (unix is <= 0 or > int.MaxValue)
                {
                    throw Unparsed("invalid date specified");
                }

                var format = Text(item["date_time_format"]) ?? "";
                CheckDateFormat(format);
                return entity with { UnixTime = unix, DateTimeFormat = format };
            default:
                return Styles.Contains(type) || Quotes.Contains(type) || Code.Contains(type) || Others.Contains(type) || Found.Contains(type)
                    ? entity
                    : throw Unparsed("unsupported type specified");
        }
    }

    private static void RefuseOverlaps(List<TextEntity> entities)
    {
        Stack<TextEntity> open = [];
        foreach (var entity in entities)
        {
            while (open.TryPeek(out var outer) && outer.End <= entity.Offset)
            {
                open.Pop();
            }

            foreach (var outer in open)
            {
                if (entity.End > outer.End)
                {
                    throw TelegramRefusal.Bad($"entities crossing at UTF-16 offset {entity.Offset} are not allowed");
                }

                if (!MayHold(outer.Type, entity.Type))
                {
                    throw TelegramRefusal.Bad($"entity of type {entity.Type} can't be inside an entity of type {outer.Type}");
                }
            }

            open.Push(entity);
        }
    }

    private static bool MayHold(string outer, string inner)
    {
        if (Code.Contains(outer))
        {
            return false;
        }

        if (Quotes.Contains(outer))
        {
            return !Quotes.Contains(inner);
        }

        return Styles.Contains(outer) ? !Code.Contains(inner) || outer is "spoiler" : Styles.Contains(inner);
    }

    private static bool SplitsPair(string text, int index) =>
        index > 0 && index < text.Length && char.IsHighSurrogate(text[index - 1]) && char.IsLowSurrogate(text[index]);

    private static TelegramRefusal Unparsed(string why) => TelegramRefusal.Bad("can't parse MessageEntity: " + why);

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Integer(JsonNode? node) => Long(node) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    private static long? Long(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<long>(out var number) ? number : null;

    [GeneratedRegex("^(r|w?[dD]?[tT]?)$")]
    private static partial Regex DateFormat();
}
