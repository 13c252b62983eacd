using System.Text;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>A text as the server stores it: markup read, ends trimmed, length checked, marks found.</summary>
internal sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public const int MostText = 4096;
    public const int MostCaption = 1024;
    private const int MostRawBytes = 32_768;

    /// <summary>A message keeps no more marks than these; the server drops the rest without a word.</summary>
    private const int MostEntities = 100;

    public JsonArray ToJson(TelegramState state) => new([.. Entities.Select(entity => (JsonNode)entity.ToJson(state))]);

    public static FormattedText OfMessage(TelegramArguments arguments) =>
        Read(arguments, "text", "entities", MostText, "message text is empty", "message is too long");

    public static FormattedText OfCaption(TelegramArguments arguments) =>
        Read(arguments, "caption", "caption_entities", MostCaption, null, "message caption is too long");

    private static FormattedText Read(TelegramArguments arguments, string field, string entitiesField, int most, string? empty, string tooLong)
    {
        var raw = arguments.Text(field) ?? "";
        if (TextMeasure.Utf8Bytes(raw) > MostRawBytes)
        {
            throw TelegramRefusal.Bad("text is too long");
        }

        if (HasLoneSurrogate(raw))
        {
            throw TelegramRefusal.Bad("strings must be encoded in UTF-8");
        }

        var mode = arguments.Text("parse_mode")?.ToLowerInvariant() ?? "";
        var read = mode switch
        {
            "html" => Marked(HtmlReader.Read(raw)),
            "" or "none" => new FormattedText(raw, EntityCheck.Read(arguments.Node(entitiesField, "message entities"), raw)),
            _ => throw TelegramRefusal.Bad("unsupported parse_mode"),
        };
        var trimmed = read.Trimmed();
        if (empty is not null && !trimmed.Text.Any(IsVisible))
        {
            throw TelegramRefusal.Bad(empty);
        }

        if (TextMeasure.CodePoints(trimmed.Text) > most)
        {
            throw TelegramRefusal.Bad(tooLong);
        }

        return trimmed with { Entities = [.. EntityFinder.Add(trimmed.Text, trimmed.Entities).Take(MostEntities)] };
    }

    private static FormattedText Marked((string Text, IReadOnlyList<TextEntity> Entities) read) => new(read.Text, read.Entities);

    private FormattedText Trimmed()
    {
        var start = 0;
        while (start < Text.Length && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        var end = Text.Length;
        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        var moved = Entities
            .Select(entity => entity with
            {
                Offset = Math.Max(entity.Offset, start) - start,
                Length = Math.Min(entity.End, end) - Math.Max(entity.Offset, start),
            })
            .Where(entity => entity.Length > 0);
        return new FormattedText(Text[start..end], [.. moved]);
    }

    /// <summary>Zero-width and similar characters alone make no message.</summary>
    private static bool IsVisible(char one) =>
        !char.IsWhiteSpace(one) && one is not ('\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' or '\u00AD' or '\u3164' or '\u2800');

    private static bool HasLoneSurrogate(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
