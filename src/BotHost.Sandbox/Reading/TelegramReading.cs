using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;
using BotHost.Sandbox.Telegram;
using BotHost.Sandbox.Telegram.Texts;

namespace BotHost.Sandbox.Reading;

/// <summary>Reads what a Telegram message says, from the parameters of the <c>sendMessage</c> or <c>sendPhoto</c> that would be called.</summary>
public static class TelegramReading
{
    private const string Attached = "attach://";

    /// <param name="payload">The parameters as JSON, files left out.</param>
    /// <exception cref="FormatException">Telegram would refuse it; its words say why.</exception>
    public static ReadMessage Read(string payload)
    {
        var json = JsonText.Parse(payload, out _) as JsonObject ?? throw new FormatException("The payload is no JSON object.");
        var arguments = TelegramArguments.Of(json, new Dictionary<string, (string, string, byte[])>());
        try
        {
            var words = arguments.Has("photo") ? FormattedText.OfCaption(arguments) : FormattedText.OfMessage(arguments);
            var keyboard = KeyboardCheck.Read(arguments);
            return Read(arguments, words, keyboard);
        }
        catch (TelegramRefusal refused)
        {
            throw new FormatException("Telegram refuses this: " + refused.Message, refused);
        }
    }

    private static ReadMessage Read(TelegramArguments arguments, FormattedText words, JsonObject? keyboard)
    {
        var headings = Headings(words);
        List<ReadLink> links = [.. words.Entities.Where(entity => entity.Type is "text_link" or "url").Select(entity => LinkOf(entity, Of(words, entity)))];
        List<string> mentions = [.. words.Entities.Where(entity => entity.Type is "mention" or "text_mention").Select(entity => MentionOf(entity, Of(words, entity)))];
        return new ReadMessage
        {
            Title = headings is [var first, ..] ? first : null,
            Text = words.Text,
            Outside = words.Text,
            Headings = headings,
            Links = links,
            Mentions = mentions,

            // A name that the platform knows rings its owner's phone; nothing can forbid it.
            Pings = [.. mentions.Distinct()],
            Commands = All(words, "bot_command"),
            Hashtags = All(words, "hashtag"),
            Times = [.. words.Entities.Where(entity => entity.Type == "date_time").Select(entity => new ReadTime(entity.UnixTime!.Value, entity.DateTimeFormat ?? "", Of(words, entity)))],
            Pictures = arguments.Text("photo") is { Length: > 0 } photo
                ? [new ReadPicture("photo", photo.StartsWith(Attached, StringComparison.Ordinal) ? photo[Attached.Length..] : photo, null)]
                : [],
            Buttons = [.. Buttons(keyboard)],
            LinkPreview = arguments.Has("photo") ? null : PreviewOf(arguments.Node("link_preview_options", "link preview options") as JsonObject, links),
            IsSilent = arguments.Flag("disable_notification"),
        };
    }

    private static string Of(FormattedText words, TextEntity entity) => words.Text.Substring(entity.Offset, entity.Length);

    private static IReadOnlyList<string> All(FormattedText words, string type) =>
        [.. words.Entities.Where(entity => entity.Type == type).Select(entity => Of(words, entity))];

    private static ReadLink LinkOf(TextEntity entity, string words) =>
        new(words, entity.Url ?? (words.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? words : "http://" + words));

    private static string MentionOf(TextEntity entity, string words) =>
        entity.UserId is { } user ? string.Create(CultureInfo.InvariantCulture, $"user:{user}") : words;

    /// <summary>The lines that are bold from end to end: as near to headings as plain messages come.</summary>
    private static List<string> Headings(FormattedText words)
    {
        List<string> headings = [];
        var start = 0;
        foreach (var line in words.Text.Split('\n'))
        {
            var end = start + line.Length;
            if (line.Length > 0 && words.Entities.Any(entity => entity.Type == "bold" && entity.Offset <= start && entity.End >= end))
            {
                headings.Add(line);
            }

            start = end + 1;
        }

        return headings;
    }

    private static string? PreviewOf(JsonObject? options, List<ReadLink> links) =>
        (bool?)options?["is_disabled"] == true ? null : (string?)options?["url"] ?? links.FirstOrDefault()?.Target;

    private static IEnumerable<ReadButton> Buttons(JsonObject? keyboard) => (keyboard?["inline_keyboard"] as JsonArray ?? [])
        .OfType<JsonArray>()
        .SelectMany(row => row.OfType<JsonObject>())
        .Select(button => new ReadButton((string)button["text"]!, (string?)button["url"], (string?)button["callback_data"]));
}
