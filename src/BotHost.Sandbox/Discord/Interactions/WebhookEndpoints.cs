using BotHost.Sandbox.Discord.Messages;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>What follows a first reply, under <c>/webhooks/{application}/{token}</c>, for fifteen minutes.</summary>
internal sealed class WebhookEndpoints(DiscordState state, MessageBook book)
{
    public WireReply GetOriginal(DiscordRequest request) => new(200, MessageBook.Answer(Original(request)));

    public WireReply EditOriginal(DiscordRequest request)
    {
        Edit(Original(request), request);
        return new WireReply(200, MessageBook.Answer(Original(request)));
    }

    public WireReply DeleteOriginal(DiscordRequest request)
    {
        var interaction = Find(request);
        var message = Original(request);
        Delete(message);
        interaction.Original = null;
        return new WireReply(204);
    }

    public WireReply FollowUp(DiscordRequest request)
    {
        var interaction = Find(request);
        var form = MessageForm.Read(request.Form, request.Files, interaction: true);

        // The first follow-up after a deferral fills its placeholder, and the deferral decides who sees it.
        if (interaction.Original is { } original && (original.Flags & Interaction.Loading) != 0)
        {
            Edit(original, request);
            return new WireReply(200, MessageBook.Answer(original));
        }

        var visibleTo = ((form.Flags ?? 0) & MessageForm.Ephemeral) != 0 ? interaction.UserId : null;
        var (message, pings) = book.Add(interaction.ChannelId, state.BotId, form, request.Files, visibleTo);
        message.Json["application_id"] = state.World.ApplicationId;
        message.Json["webhook_id"] = state.World.ApplicationId;
        state.Note(RecordKinds.InteractionReply, message, request.Form.ToJsonString(), pings: pings);
        return new WireReply(200, MessageBook.Answer(message));
    }

    public WireReply GetMessage(DiscordRequest request) => new(200, MessageBook.Answer(FollowedUp(request)));

    public WireReply EditMessage(DiscordRequest request)
    {
        var message = FollowedUp(request);
        Edit(message, request);
        return new WireReply(200, MessageBook.Answer(message));
    }

    public WireReply DeleteMessage(DiscordRequest request)
    {
        Delete(FollowedUp(request));
        return new WireReply(204);
    }

    private void Edit(StoredMessage message, DiscordRequest request)
    {
        var form = MessageForm.Read(request.Form, request.Files, interaction: true, message.Json);
        MessageBook.RefuseEmptied(message, form, request.Files);
        var pings = book.Change(message, form, request.Files);
        state.Note(RecordKinds.InteractionEdited, message, request.Form.ToJsonString(), pings: message.VisibleTo is null ? pings : []);
    }

    private void Delete(StoredMessage message)
    {
        book.Remove(message);
        state.Note(RecordKinds.MessageDeleted, message);
    }

    private Interaction Find(DiscordRequest request)
    {
        if (request.Path["application"] != state.World.ApplicationId)
        {
            throw DiscordRefusal.UnknownWebhook();
        }

        return state.Interactions.ForLater(request.Path["token"]);
    }

    private StoredMessage Original(DiscordRequest request)
    {
        var message = Find(request).Original;
        return message is not null && state.MessagesOf(message.ChannelId).Contains(message) ? message : throw DiscordRefusal.UnknownMessage();
    }

    private StoredMessage FollowedUp(DiscordRequest request)
    {
        var interaction = Find(request);
        var message = state.MessagesOf(interaction.ChannelId).FirstOrDefault(one => one.Id == request.Path["message"] && one.AuthorId == state.BotId);
        return message is not null && (message.VisibleTo is null || message.VisibleTo == interaction.UserId) ? message : throw DiscordRefusal.UnknownMessage();
    }
}
