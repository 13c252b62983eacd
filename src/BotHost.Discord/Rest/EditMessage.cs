using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rendering;

namespace BotHost.Discord.Rest;

/// <summary>Makes the request that turns a message of the bot's into what a payload says.</summary>
internal static class EditMessage
{
    public const string Template = "/channels/{channel}/messages/{message}";

    /// <summary>The request, or the reason why it must not leave.</summary>
    public static RestCall? TryBuild(EditOrder order, out Outcome.Rejected? refusal)
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
        return new RestCall(
            HttpMethod.Patch, Template, $"/channels/{channel}/messages/{order.Receipt}", channel, Whole(message, order.PicturesChanged).ToJsonString(DiscordJson.Wire));
    }

    /// <summary>A field that a PATCH does not name stays as it was, so whatever the new message has none of is emptied by name.</summary>
    private static JsonObject Whole(JsonObject message, bool picturesChanged)
    {
        var edit = new JsonObject
        {
            ["content"] = message["content"]?.DeepClone() ?? "",
            ["embeds"] = message["embeds"]?.DeepClone() ?? new JsonArray(),
            ["components"] = message["components"]?.DeepClone() ?? new JsonArray(),
            // Mentions are worked out anew by an edit, and without this field by the platform's defaults.
            ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        };

        // Whether a frame may name a file of the message as it stands is not documented, so the files go along anew and replace all that are there.
        if (message["attachments"] is JsonArray { Count: > 0 } attachments)
        {
            edit["attachments"] = attachments.DeepClone();
        }
        else if (picturesChanged)
        {
            edit["attachments"] = new JsonArray();
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
