using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Telegram.Texts;

namespace BotHost.Sandbox.Telegram;

/// <summary>Writes the words of a message into its JSON, and says who is named in them.</summary>
internal sealed class MessageWords(TelegramState state)
{
    public void SetCaption(JsonObject json, FormattedText caption, TelegramArguments arguments)
    {
        json.Remove("caption");
        json.Remove("show_caption_above_media");
        SetEntities(json, "caption_entities", caption);
        if (caption.Text.Length == 0)
        {
            return;
        }

        json["caption"] = caption.Text;
        if (arguments.Flag("show_caption_above_media"))
        {
            json["show_caption_above_media"] = true;
        }
    }

    public static void SetPreview(JsonObject json, TelegramArguments arguments)
    {
        json.Remove("link_preview_options");
        if (arguments.Node("link_preview_options", "link preview options") is JsonObject preview)
        {
            json["link_preview_options"] = preview.DeepClone();
        }
    }

    public void SetEntities(JsonObject json, string field, FormattedText text)
    {
        json.Remove(field);
        if (text.Entities.Count > 0)
        {
            json[field] = text.ToJson(state);
        }
    }

    /// <summary>Whose phones ring because the text names them; a silent message still pings those.</summary>
    public List<string> Pings(FormattedText text)
    {
        List<string> pings = [];
        foreach (var entity in text.Entities)
        {
            if (entity.Type == "text_mention" && state.FindUser(entity.UserId!.Value) is { } named)
            {
                pings.Add(named.Id.ToString(CultureInfo.InvariantCulture));
            }
            else if (entity.Type == "mention")
            {
                var username = text.Text.Substring(entity.Offset + 1, entity.Length - 1);
                if (state.World.Users.FirstOrDefault(user => string.Equals(user.Username, username, StringComparison.OrdinalIgnoreCase)) is { } user)
                {
                    pings.Add(user.Id.ToString(CultureInfo.InvariantCulture));
                }
            }
        }

        return [.. pings.Distinct()];
    }
}
