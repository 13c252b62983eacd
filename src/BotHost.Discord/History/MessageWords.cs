using System.Collections.Immutable;
using System.Text.Json;

namespace BotHost.Discord.History;

/// <summary>What makes a message that was sent, or one that stands there, itself; in the form in which the two can be compared.</summary>
internal sealed record MessageWords
{
    private const int ButtonType = 2;

    private static readonly string[] PicturesOfFrame = ["image", "thumbnail"];

    public required string Content { get; init; }

    public required ImmutableArray<Frame> Frames { get; init; }

    public required ImmutableArray<string> Buttons { get; init; }

    /// <summary>What its buttons send back; no two deliveries share it.</summary>
    public required ImmutableArray<string> Marks { get; init; }

    /// <summary>The names of its files; the bot names its own by what they hold.</summary>
    public required ImmutableArray<string> Files { get; init; }

    public int Flags { get; init; }

    public bool HasWords => Content.Length > 0 || !Frames.IsEmpty || !Buttons.IsEmpty;

    /// <summary>Reads what was sent; null for what is no message.</summary>
    public static MessageWords? TryRead(string payload)
    {
        try
        {
            return JsonElement.Parse(payload) is { ValueKind: JsonValueKind.Object } message ? Read(message) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static MessageWords Read(JsonElement message)
    {
        var buttons = ButtonsIn(message).ToList();
        var embeds = message.Items("embeds").ToList();
        return new MessageWords
        {
            Content = Plain.Words(message.Text("content")),
            Frames = [.. embeds.Where(HasWordsOfItsOwn).Select(FrameOf)],
            Buttons = [.. buttons.Select(button => $"{Plain.Words(button.Text("label"))}\n{Plain.Address(button.Text("url"))}\n{button.Text("custom_id")}")],
            Marks = [.. buttons.Select(button => button.Text("custom_id")).Where(mark => mark.Length > 0)],
            Files =
            [
                .. message.Items("attachments").Select(file => file.Text("filename")),
                .. from embed in embeds from place in PicturesOfFrame select FileNameIn(embed.Member(place).Text("url")),
            ],
            Flags = message.Number("flags") ?? 0,
        };
    }

    // A frame that only shows a picture may be merged with another one, or lose its picture.
    private static bool HasWordsOfItsOwn(JsonElement embed) => TextsOf(embed).Any(text => Plain.Words(text).Length > 0);

    private static IEnumerable<string> TextsOf(JsonElement embed) =>
    [
        embed.Text("title"),
        embed.Text("description"),
        embed.Member("author").Text("name"),
        embed.Member("footer").Text("text"),
        .. embed.Items("fields").SelectMany(field => new[] { field.Text("name"), field.Text("value") }),
    ];

    private static Frame FrameOf(JsonElement embed)
    {
        string[] addresses = [embed.Text("url"), embed.Member("author").Text("url")];
        var words = string.Join('\n', TextsOf(embed).Select(Plain.Words).Concat(addresses.Select(Plain.Address)));
        return new Frame(words, embed.Text("url"), embed.Text("type") is "" or "rich");
    }

    private static IEnumerable<JsonElement> ButtonsIn(JsonElement element) => element.Items("components").SelectMany(component =>
        component.Number("type") == ButtonType ? [component] : ButtonsIn(component));

    private static string FileNameIn(string url) => Path.GetFileName(url.Split('?')[0]);
}
