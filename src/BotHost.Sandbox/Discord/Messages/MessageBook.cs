using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>Puts messages into channels, changes and removes them, and tells the gateway.</summary>
internal sealed class MessageBook(DiscordState state)
{
    private readonly AttachmentShelf _shelf = new(state);

    /// <summary>Stores a message; recording it is the caller's, who knows what it was.</summary>
    public (StoredMessage Message, IReadOnlyList<string> Pings) Add(
        string channelId, string authorId, MessageForm form, IReadOnlyList<UploadedFile> files, string? visibleTo = null, string? id = null)
    {
        var now = state.Clock.GetUtcNow();
        var embeds = form.Embeds ?? [];
        var attachments = _shelf.Fill(channelId, [], form.Attachments, files);
        AttachmentShelf.Resolve(embeds, attachments);
        var json = new JsonObject
        {
            ["id"] = id ?? state.Ids.Next(),
            ["channel_id"] = channelId,
            ["type"] = form.ReplyTo is null ? 0 : 19,
            ["content"] = form.Content ?? "",
            ["author"] = Shapes.User(state, authorId),
            ["attachments"] = AttachmentShelf.Visible(embeds, attachments),
            ["embeds"] = embeds,
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["mention_everyone"] = false,
            ["pinned"] = false,
            ["tts"] = false,
            ["timestamp"] = Shapes.Time(now),
            ["edited_timestamp"] = null,
            ["flags"] = form.Flags ?? 0,
            ["components"] = form.Components ?? [],
        };
        if (form.Nonce is not null)
        {
            json["nonce"] = form.Nonce;
        }

        if (form.ReplyTo is not null)
        {
            json["message_reference"] = new JsonObject { ["type"] = 0, ["message_id"] = form.ReplyTo, ["channel_id"] = channelId };
            json["referenced_message"] = state.MessagesOf(channelId).FirstOrDefault(one => one.Id == form.ReplyTo)?.Json.DeepClone();
        }

        var message = new StoredMessage
        {
            Id = (string)json["id"]!,
            ChannelId = channelId,
            AuthorId = authorId,
            Json = json,
            VisibleTo = visibleTo,
            CampaignTime = state.Record.CampaignTime,
            Attachments = attachments,
        };
        var pings = form.Mentions.Apply(state, json, Rights(channelId, authorId));
        state.MessagesOf(channelId).Add(message);
        state.Threads.Count(channelId);
        Announce("MESSAGE_CREATE", message);
        return (message, visibleTo is null ? pings : []);
    }

    /// <summary>Changes what the form names and nothing else.</summary>
    public IReadOnlyList<string> Change(StoredMessage message, MessageForm form, IReadOnlyList<UploadedFile> files)
    {
        var json = message.Json;
        var attachments = _shelf.Fill(message.ChannelId, message.Attachments, form.Attachments, files);
        var embeds = form.Embeds ?? (JsonArray)json["embeds"]!.DeepClone();
        AttachmentShelf.Resolve(embeds, attachments);
        message.Attachments = attachments;
        json["content"] = form.Content ?? (string?)json["content"];
        json["embeds"] = embeds;
        json["attachments"] = AttachmentShelf.Visible(embeds, attachments);
        json["components"] = form.Components ?? json["components"]!.DeepClone();

        const int settable = MessageForm.SuppressEmbeds | MessageForm.Layout;
        var flags = message.Flags & ~Interactions.Interaction.Loading;
        json["flags"] = form.Flags is { } asked ? (flags & ~MessageForm.SuppressEmbeds) | (asked & settable) : flags;
        json["edited_timestamp"] = Shapes.Time(state.Clock.GetUtcNow());
        var pings = form.Mentions.Apply(state, json, Rights(message.ChannelId, message.AuthorId));
        Announce("MESSAGE_UPDATE", message);
        return pings;
    }

    /// <exception cref="DiscordRefusal">Nothing would be left of the message.</exception>
    public static void RefuseEmptied(StoredMessage message, MessageForm form, IReadOnlyList<UploadedFile> files)
    {
        var content = form.Content ?? (string?)message.Json["content"];
        if (string.IsNullOrEmpty(content)
            && (form.Embeds ?? message.Json["embeds"]) is JsonArray { Count: 0 }
            && (form.Components ?? message.Json["components"]) is JsonArray { Count: 0 }
            && (form.Attachments?.Count ?? message.Attachments.Count) + files.Count == 0)
        {
            throw DiscordRefusal.EmptyMessage();
        }
    }

    public void Publish(StoredMessage message)
    {
        const int crossposted = 1 << 0;
        message.Crossposted = true;
        message.Json["flags"] = message.Flags | crossposted;
        Announce("MESSAGE_UPDATE", message);
    }

    public void Remove(StoredMessage message)
    {
        state.MessagesOf(message.ChannelId).Remove(message);
        Announce("MESSAGE_DELETE", message);
    }

    /// <summary>The message as an answer.</summary>
    public static JsonObject Answer(StoredMessage message) => (JsonObject)message.Json.DeepClone();

    private ulong Rights(string channelId, string authorId) =>
        state.FindChannel(channelId) is var (guild, channel) ? Permission.InChannel(guild, channel, authorId) : Permission.All;

    private void Announce(string kind, StoredMessage message)
    {
        if (message.VisibleTo is not null)
        {
            return;
        }

        var guild = state.FindChannel(message.ChannelId)?.Guild;
        if (guild is not null && !state.IsBotIn(guild))
        {
            return;
        }

        JsonObject data;
        if (kind == "MESSAGE_DELETE")
        {
            data = new JsonObject { ["id"] = message.Id, ["channel_id"] = message.ChannelId };
        }
        else
        {
            data = Answer(message);
            if (guild?.Members.FirstOrDefault(one => one.UserId == message.AuthorId) is { } member)
            {
                var shape = Shapes.Member(state, member);
                shape.Remove("user");
                data["member"] = shape;
            }
        }

        if (guild is not null)
        {
            data["guild_id"] = guild.Id;
        }

        var mine = message.AuthorId == state.BotId
            || guild is null
            || message.Json["mentions"]!.AsArray().Any(user => (string?)user!["id"] == state.BotId);
        state.Gateway.DispatchMessage(kind, data, direct: guild is null, contentIsPublic: mine);
    }
}
