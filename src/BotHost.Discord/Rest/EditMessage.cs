using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rendering;

namespace BotHost.Discord.Rest;

/// <summary>Makes the request that turns a message of the bot's into what a payload says.</summary>
internal static class EditMessage
{
    public const string Template = "/channels/{channel}/messages/{message}";

    private static readonly string[] PicturesOfFrame = ["image", "thumbnail"];

    /// <summary>The request, or the reason why it must not leave.</summary>
    /// <param name="order">The order.</param>
    /// <param name="withFiles">Whether its files go along; else those of the message stay as they are.</param>
    /// <param name="refusal">The reason.</param>
    public static RestCall? TryBuild(EditOrder order, bool withFiles, out Outcome.Rejected? refusal)
    {
        var channel = CreateMessage.ChannelOf(order.Target);
        if (!Snowflake.IsValid(channel) || !Snowflake.IsValid(order.Receipt))
        {
            refusal = new Outcome.Rejected(
                RejectionScope.Message, $"'{channel}' and '{order.Receipt}' name no Discord message", "correct the channel's address in the config");
            return null;
        }

        if (Read(order.Payload) is not { } message)
        {
            refusal = new Outcome.Rejected(RejectionScope.Message, "the payload is no JSON object", "report this as a fault of the bot");
            return null;
        }

        refusal = null;
        var edit = withFiles ? WithFiles(message, order.PicturesChanged) : WithoutFiles(message);
        return new RestCall(HttpMethod.Patch, Template, $"/channels/{channel}/messages/{order.Receipt}", channel, edit.ToJsonString(DiscordJson.Wire));
    }

    // Whether a frame may name a file of the message as it stands is not documented, so the files go along anew and replace all that are there.
    private static JsonObject WithFiles(JsonObject message, bool picturesChanged) => Whole(message, message["attachments"] switch
    {
        JsonArray { Count: > 0 } attachments => attachments.DeepClone(),
        _ => picturesChanged ? new JsonArray() : null,
    });

    /// <summary>Without its list of files, an edit leaves those of the message alone; what no frame shows stands beside the text.</summary>
    private static JsonObject WithoutFiles(JsonObject message)
    {
        var edit = Whole(message, attachments: null);
        var embeds = edit["embeds"] as JsonArray ?? [];
        foreach (var embed in embeds.OfType<JsonObject>().ToList())
        {
            foreach (var place in PicturesOfFrame.Where(place => IsFile(embed[place])))
            {
                embed.Remove(place);
            }

            if (embed.Count == 0)
            {
                embeds.Remove(embed);
            }
        }

        return edit;
    }

    private static bool IsFile(JsonNode? picture) =>
        picture is JsonObject shown && shown["url"] is JsonValue url && url.TryGetValue<string>(out var address)
        && address.StartsWith("attachment:", StringComparison.Ordinal);

    /// <summary>A field that a PATCH does not name stays as it was, so whatever the new message has none of is emptied by name.</summary>
    private static JsonObject Whole(JsonObject message, JsonNode? attachments)
    {
        var edit = new JsonObject
        {
            ["content"] = message["content"]?.DeepClone() ?? "",
            ["embeds"] = message["embeds"]?.DeepClone() ?? new JsonArray(),
            ["components"] = message["components"]?.DeepClone() ?? new JsonArray(),
            // Mentions are worked out anew by an edit, and without this field by the platform's defaults.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };

        if (attachments is not null)
        {
            edit["attachments"] = attachments;
        }

        // Whether a message made a sound is settled once it is there: that flag cannot be sent again.
        if (message["flags"]?.GetValue<int>() is { } flags && (flags & MessageFlags.Editable) is var editable and not 0)
        {
            edit["flags"] = editable;
        }

        return edit;
    }

    private static JsonObject? Read(string payload)
    {
        try
        {
            return JsonNode.Parse(payload) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
