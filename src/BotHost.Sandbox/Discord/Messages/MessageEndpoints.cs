using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>The routes under <c>/channels/{channel}/messages</c> except pins.</summary>
internal sealed class MessageEndpoints(DiscordState state, MessageBook book)
{
    /// <summary>How long a nonce is remembered, in machine time. Discord says "the past few minutes".</summary>
    public static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(5);

    /// <summary>A news channel publishes ten messages in an hour.</summary>
    private readonly RateWindow _published = new(10, TimeSpan.FromHours(1), state.Clock);

    public WireReply Create(DiscordRequest request)
    {
        var channelId = request.Path["channel"];
        var json = request.Form;
        state.Demand(channelId, Permission.SendMessages);
        if (state.DirectChannels.TryGetValue(channelId, out var person) && state.RefusesDirectMessages(person))
        {
            throw DiscordRefusal.ClosedToMessages();
        }

        if (json["embeds"] is JsonArray { Count: > 0 })
        {
            state.Demand(channelId, Permission.EmbedLinks);
        }

        if (request.Files.Count > 0)
        {
            state.Demand(channelId, Permission.AttachFiles);
        }

        var form = MessageForm.Read(json, request.Files, interaction: false);
        if (form.ReplyTo is not null)
        {
            state.Demand(channelId, Permission.ReadMessageHistory);
            RefuseMissingReference(json, channelId, form.ReplyTo);
        }

        if (Repeated(channelId, form) is { } earlier)
        {
            state.Note(RecordKinds.DuplicateSuppressed, earlier, json.ToJsonString(), form.Nonce);
            return new WireReply(200, MessageBook.Answer(earlier));
        }

        state.Threads.OpenForPost(channelId);
        var (message, pings) = book.Add(channelId, state.BotId, form, request.Files);
        if (form.Nonce is not null)
        {
            state.Nonces[(channelId, form.Nonce)] = (message.Id, state.Clock.GetTimestamp());
        }

        state.Note(RecordKinds.MessageCreated, message, json.ToJsonString(), form.Nonce, pings);
        return new WireReply(200, MessageBook.Answer(message));
    }

    public WireReply List(DiscordRequest request)
    {
        var channelId = request.Path["channel"];
        state.Demand(channelId, 0);
        var errors = new FormErrors();
        var limit = 50;
        if (request.Query["limit"].ToString() is { Length: > 0 } asked
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > 100))
        {
            errors.Add("limit", limit > 100 ? "NUMBER_TYPE_MAX" : "NUMBER_TYPE_MIN", "int value should be between 1 and 100.");
        }

        string[] anchors = ["before", "after", "around"];
        foreach (var anchor in anchors.Where(name => request.Query[name].ToString() is { Length: > 0 } id && !Snowflakes.IsOne(id)))
        {
            errors.Add(anchor, "NUMBER_TYPE_COERCE", $"Value \"{request.Query[anchor]}\" is not snowflake.");
        }

        errors.ThrowIfAny();
        if ((state.BotPermissions(channelId) & Permission.ReadMessageHistory) == 0)
        {
            return new WireReply(200, new JsonArray());
        }

        var newestFirst = state.MessagesOf(channelId).Where(message => message.VisibleTo is null).OrderByDescending(message => Snowflakes.Number(message.Id));
        IEnumerable<StoredMessage> chosen;
        if (request.Query["around"].ToString() is { Length: > 0 } around)
        {
            var middle = Snowflakes.Number(around);
            var half = Math.Max(1, limit / 2);
            chosen = newestFirst.Where(message => Snowflakes.Number(message.Id) > middle).TakeLast(half)
                .Concat(newestFirst.Where(message => Snowflakes.Number(message.Id) <= middle).Take(half + 1));
        }
        else if (request.Query["before"].ToString() is { Length: > 0 } before)
        {
            chosen = newestFirst.Where(message => Snowflakes.Number(message.Id) < Snowflakes.Number(before)).Take(limit);
        }
        else if (request.Query["after"].ToString() is { Length: > 0 } after)
        {
            chosen = newestFirst.Where(message => Snowflakes.Number(message.Id) > Snowflakes.Number(after)).TakeLast(limit);
        }
        else
        {
            chosen = newestFirst.Take(limit);
        }

        return new WireReply(200, new JsonArray([.. chosen.Take(limit).Select(message => (JsonNode)MessageBook.Answer(message))]));
    }

    public WireReply Get(DiscordRequest request)
    {
        state.Demand(request.Path["channel"], Permission.ReadMessageHistory);
        return new WireReply(200, MessageBook.Answer(Find(request)));
    }

    public WireReply Edit(DiscordRequest request)
    {
        state.Demand(request.Path["channel"], 0);
        var message = Find(request);
        if (message.AuthorId != state.BotId)
        {
            throw DiscordRefusal.NotTheAuthor();
        }

        state.Threads.DemandOpen(message.ChannelId);
        if (request.Files.Count > 0)
        {
            state.Demand(message.ChannelId, Permission.AttachFiles);
        }

        var form = MessageForm.Read(request.Form, request.Files, interaction: false, message.Json);
        MessageBook.RefuseEmptied(message, form, request.Files);
        var pings = book.Change(message, form, request.Files);
        state.Note(RecordKinds.MessageEdited, message, request.Form.ToJsonString(), pings: pings);
        return new WireReply(200, MessageBook.Answer(message));
    }

    public WireReply Delete(DiscordRequest request)
    {
        state.Demand(request.Path["channel"], 0);
        var message = Find(request);
        if (message.AuthorId != state.BotId)
        {
            state.Demand(message.ChannelId, Permission.ManageMessages);
        }

        book.Remove(message);
        state.Note(RecordKinds.MessageDeleted, message);
        return new WireReply(204);
    }

    public WireReply Crosspost(DiscordRequest request)
    {
        state.Demand(request.Path["channel"], Permission.SendMessages);
        var message = Find(request);
        if (state.FindChannel(message.ChannelId)?.Channel.Type != 5)
        {
            throw DiscordRefusal.WrongChannelType();
        }

        if (message.AuthorId != state.BotId)
        {
            state.Demand(message.ChannelId, Permission.ManageMessages);
        }

        if (message.Crossposted)
        {
            throw new DiscordRefusal(400, 40033, "This message has already been crossposted.");
        }

        var (remaining, resetAfter) = _published.Use(message.ChannelId);
        if (remaining < 0)
        {
            var flood = DiscordDoor.TooMany(resetAfter.TotalSeconds, RateScope.User);
            return flood with { Headers = [.. flood.Headers, new("X-RateLimit-Limit", _published.Size.ToString(CultureInfo.InvariantCulture))] };
        }

        book.Publish(message);
        state.Note(RecordKinds.Crossposted, message);
        return new WireReply(200, MessageBook.Answer(message));
    }

    public WireReply OpenDirectChannel(DiscordRequest request)
    {
        var errors = new FormErrors();
        var user = new FormReader(request.Form, "", errors).Snowflake("recipient_id");
        if (user is null)
        {
            errors.Required("recipient_id");
        }

        errors.ThrowIfAny();
        if (state.FindUser(user!) is null || user == state.BotId)
        {
            throw new DiscordRefusal(400, 50033, "Invalid Recipient(s)");
        }

        var channel = state.DirectChannels.FirstOrDefault(pair => pair.Value == user).Key;
        if (channel is null)
        {
            channel = state.Ids.Next();
            state.DirectChannels[channel] = user!;
            state.Record.Append(new RecordEntry { Kind = RecordKinds.DirectChannelOpened, Platform = DiscordState.Platform, ChatId = channel, UserId = user });
        }

        return new WireReply(200, Shapes.DirectChannel(state, channel));
    }

    public WireReply Typing(DiscordRequest request)
    {
        state.Demand(request.Path["channel"], Permission.SendMessages);
        return new WireReply(204);
    }

    private StoredMessage Find(DiscordRequest request) => state.PublicMessage(request.Path["channel"], request.Path["message"]);

    /// <summary>The message that the same nonce made before. A nonce whose message is gone is an error, as on Discord.</summary>
    private StoredMessage? Repeated(string channelId, MessageForm form)
    {
        if (!form.EnforceNonce || form.Nonce is null
            || !state.Nonces.TryGetValue((channelId, form.Nonce), out var earlier)
            || state.Clock.GetElapsedTime(earlier.At) > NonceMemory)
        {
            return null;
        }

        return state.PublicMessage(channelId, earlier.Message);
    }

    private void RefuseMissingReference(JsonObject json, string channelId, string messageId)
    {
        var reference = json["message_reference"]!;
        var mayBeGone = reference["fail_if_not_exists"] is JsonValue value && value.TryGetValue<bool>(out var fail) && !fail;
        if (!mayBeGone && state.MessagesOf(channelId).All(message => message.Id != messageId))
        {
            var errors = new FormErrors();
            errors.Add("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
            errors.ThrowIfAny();
        }
    }
}
