using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>Checks embeds against Discord's limits (inclusive, in code points, ends trimmed) and brings them into the stored form.</summary>
internal static class EmbedForm
{
    public const int MostEmbeds = 10;
    public const int MostTogether = 6000;

    public static JsonArray Read(FormReader message)
    {
        var embeds = message.Objects("embeds", MostEmbeds);
        var total = 0;
        JsonArray stored = [];
        for (var index = 0; index < embeds.Count; index++)
        {
            var (embed, length) = ReadOne(embeds[index]);
            total += length;
            if (total > MostTogether)
            {
                message.Errors.Add(
                    message.At("embeds") + "." + index.ToString(CultureInfo.InvariantCulture),
                    "MAX_EMBED_SIZE_EXCEEDED",
                    "Embed size exceeds maximum size of 6000");
            }

            stored.Add((JsonNode)embed);
        }

        return stored;
    }

    private static (JsonObject Embed, int Length) ReadOne(FormReader form)
    {
        var length = 0;
        var stored = new JsonObject { ["type"] = "rich" };

        Keep("title", form.Text("title", 0, 256));
        Keep("description", form.Text("description", 0, 4096));
        stored.SetIfAny("url", form.Url("url", attachments: false));
        if (form.Integer("color", 0, 0xFFFFFF) is { } color)
        {
            stored["color"] = color;
        }

        ReadTimestamp(form, stored);
        if (form.Object("footer") is { } footer)
        {
            var text = footer.Text("text", 0, 2048, required: true);
            length += Length(text);
            var shape = new JsonObject { ["text"] = text };
            shape.SetIfAny("icon_url", footer.Url("icon_url", attachments: true));
            stored["footer"] = shape;
        }

        if (form.Object("author") is { } author)
        {
            var name = author.Text("name", 0, 256, required: true);
            length += Length(name);
            var shape = new JsonObject { ["name"] = name };
            shape.SetIfAny("url", author.Url("url", attachments: false));
            shape.SetIfAny("icon_url", author.Url("icon_url", attachments: true));
            stored["author"] = shape;
        }

        foreach (var picture in (string[])["image", "thumbnail"])
        {
            if (form.Object(picture)?.Url("url", attachments: true, required: true) is { } url)
            {
                stored[picture] = new JsonObject { ["url"] = url, ["proxy_url"] = url, ["width"] = 0, ["height"] = 0 };
            }
        }

        var fields = form.Objects("fields", 25);
        if (fields.Count > 0)
        {
            JsonArray list = [];
            foreach (var field in fields)
            {
                var name = field.Text("name", 0, 256, required: true);
                var value = field.Text("value", 0, 1024, required: true);
                length += Length(name) + Length(value);
                list.Add((JsonNode)new JsonObject { ["name"] = name, ["value"] = value, ["inline"] = field.Flag("inline") ?? false });
            }

            stored["fields"] = list;
        }

        return (stored, length);

        void Keep(string field, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                stored[field] = text;
                length += Length(text);
            }
        }
    }

    private static void ReadTimestamp(FormReader form, JsonObject stored)
    {
        if (!form.Has("timestamp"))
        {
            return;
        }

        var text = form.Form["timestamp"]!.ToString();
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && text.Contains('T', StringComparison.Ordinal))
        {
            stored["timestamp"] = Shapes.Time(instant);
        }
        else
        {
            form.Errors.Add(form.At("timestamp"), "DATE_TIME_TYPE_PARSE", $"Could not parse {text}. Should be ISO8601.");
        }
    }

    private static int Length(string? text) => text is null ? 0 : TextMeasure.CodePoints(text);

    private static void SetIfAny(this JsonObject target, string field, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            target[field] = value;
        }
    }
}
