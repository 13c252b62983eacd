using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord;
using BotHost.Sandbox.Discord.Messages;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Reading;

/// <summary>Reads what a Discord message says, from the payload that would be sent.</summary>
public static class DiscordReading
{
    private const int SuppressNotifications = 1 << 12;
    private const string Attached = "attachment://";

    /// <param name="payload">The JSON of a create, its files left out.</param>
    /// <param name="timeWords">How a moment is written, from its seconds and the letter of its style. Default: in UTC.</param>
    /// <exception cref="FormatException">Discord would refuse it; its words say why.</exception>
    public static ReadMessage Read(string payload, Func<long, string, string>? timeWords = null)
    {
        var json = JsonText.Parse(payload, out _) as JsonObject ?? throw new FormatException("The payload is no JSON object.");
        MessageForm form;
        try
        {
            form = MessageForm.Read(json, [], interaction: false);
        }
        catch (DiscordRefusal refused)
        {
            throw new FormatException("Discord refuses this: " + refused.Body().ToJsonString(SandboxJson.Readable), refused);
        }

        var notes = new MarkNotes(timeWords ?? Utc);
        DiscordMarkup.Read(form.Content ?? "", notes);
        var outside = notes.Text;
        var (preview, mentioned) = (notes.Previewed, notes.Mentions.Count);
        var embeds = ((form.Flags ?? 0) & MessageForm.SuppressEmbeds) != 0 ? [] : (form.Embeds ?? []).OfType<JsonObject>().ToList();
        var titles = embeds.Select(embed => ReadEmbed(embed, notes)).ToList();
        ReadTexts(form.Components, notes);
        return new ReadMessage
        {
            Author = embeds.Select(embed => (string?)embed["author"]?["name"]).FirstOrDefault(name => name is not null),
            Title = titles.FirstOrDefault(title => title is not null) ?? notes.Headings.FirstOrDefault(),
            Text = notes.Text,
            Outside = outside,
            Headings = notes.Headings,
            Links = notes.Links,
            Mentions = notes.Mentions,

            // Frames ping nobody, whatever they say.
            Pings = [.. notes.Mentions.Take(mentioned).Where(who => IsLetThrough(who, form.Mentions)).Distinct()],
            Times = notes.Times,
            Pictures = [.. Pictures(embeds, form.Attachments)],
            Buttons = [.. Buttons(form.Components)],
            LinkPreview = ((form.Flags ?? 0) & MessageForm.SuppressEmbeds) != 0 ? null : preview,
            IsSilent = ((form.Flags ?? 0) & SuppressNotifications) != 0,
        };
    }

    private static string? ReadEmbed(JsonObject embed, MarkNotes notes)
    {
        Plain((string?)embed["author"]?["name"], (string?)embed["author"]?["url"], notes);
        string? title = null;
        if ((string?)embed["title"] is { } written)
        {
            notes.Break();
            var start = notes.Length;
            DiscordInline.Read(written, notes);
            title = notes.Since(start);
            notes.Headings.Add(title);
            if ((string?)embed["url"] is { } page)
            {
                notes.AddLink(title, page, isQuiet: true);
            }
        }

        Marked((string?)embed["description"], notes);
        foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
        {
            notes.Break();
            DiscordInline.Read((string?)field["name"] ?? "", notes);
            Marked((string?)field["value"], notes);
        }

        Plain((string?)embed["footer"]?["text"], page: null, notes);
        return title;
    }

    private static void ReadTexts(JsonNode? components, MarkNotes notes)
    {
        foreach (var component in (components as JsonArray ?? []).OfType<JsonObject>())
        {
            Marked((int?)component["type"] == 10 ? (string?)component["content"] : null, notes);
            ReadTexts(component["components"], notes);
        }
    }

    private static void Marked(string? markup, MarkNotes notes)
    {
        if (!string.IsNullOrEmpty(markup))
        {
            notes.Break();
            DiscordMarkup.Read(markup, notes);
        }
    }

    private static void Plain(string? words, string? page, MarkNotes notes)
    {
        if (string.IsNullOrEmpty(words))
        {
            return;
        }

        notes.Break();
        notes.Write(words);
        if (page is not null)
        {
            notes.AddLink(words, page, isQuiet: true);
        }
    }

    private static IEnumerable<ReadPicture> Pictures(List<JsonObject> embeds, JsonArray? attachments)
    {
        var files = (attachments ?? []).OfType<JsonObject>()
            .Where(file => file["filename"] is not null)
            .ToDictionary(file => (string)file["filename"]!, file => (string?)file["description"]);
        List<string> shown = [];
        foreach (var embed in embeds)
        {
            foreach (var (place, url) in new[]
            {
                ("icon", (string?)embed["author"]?["icon_url"]), ("thumbnail", (string?)embed["thumbnail"]?["url"]), ("image", (string?)embed["image"]?["url"]),
            })
            {
                if (url is not null)
                {
                    var source = url.StartsWith(Attached, StringComparison.Ordinal) ? url[Attached.Length..] : url;
                    shown.Add(source);
                    yield return new ReadPicture(place, source, files.GetValueOrDefault(source));
                }
            }
        }

        foreach (var (name, alt) in files.Where(file => !shown.Contains(file.Key)))
        {
            yield return new ReadPicture("attachment", name, alt);
        }
    }

    private static IEnumerable<ReadButton> Buttons(JsonNode? components) => (components as JsonArray ?? []).OfType<JsonObject>().SelectMany(component =>
        (int?)component["type"] == 2
            ? [new ReadButton((string?)component["label"] ?? "", (string?)component["url"], (string?)component["custom_id"])]
            : Buttons(component["components"]));

    private static bool IsLetThrough(string who, MentionRules rules) => who.Split(':') switch
    {
        ["user", var id] => rules.Parse.Contains("users") || rules.Users.Contains(id),
        ["role", var id] => rules.Parse.Contains("roles") || rules.Roles.Contains(id),
        ["channel", _] => false,
        _ => rules.Parse.Contains("everyone"),
    };

    private static string Utc(long seconds, string style) =>
        seconds is < -62135596800 or > 253402300799 ? "Invalid date"
        : DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
