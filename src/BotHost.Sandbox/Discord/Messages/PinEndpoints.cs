using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>The pin routes of 2025; pinning needs PIN_MESSAGES, which MANAGE_MESSAGES no longer implies.</summary>
internal sealed class PinEndpoints(DiscordState state)
{
    private const int MostPins = 250;

    public WireReply Pin(DiscordRequest request)
    {
        var channelId = request.Path["channel"];
        state.Demand(channelId, Permission.PinMessages);
        var message = state.PublicMessage(channelId, request.Path["message"]);
        if (message.PinnedAt is null)
        {
            if (Pinned(channelId).Count() >= MostPins)
            {
                throw new DiscordRefusal(400, 30003, "Maximum number of pins reached for the channel (250)");
            }

            message.PinnedAt = state.Clock.GetUtcNow();
            message.Json["pinned"] = true;
            state.Note(RecordKinds.MessagePinned, message);
        }

        return new WireReply(204);
    }

    public WireReply Unpin(DiscordRequest request)
    {
        var channelId = request.Path["channel"];
        state.Demand(channelId, Permission.PinMessages);
        var message = state.PublicMessage(channelId, request.Path["message"]);
        if (message.PinnedAt is not null)
        {
            message.PinnedAt = null;
            message.Json["pinned"] = false;
            state.Note(RecordKinds.MessageUnpinned, message);
        }

        return new WireReply(204);
    }

    public WireReply List(DiscordRequest request)
    {
        var channelId = request.Path["channel"];
        state.Demand(channelId, Permission.ReadMessageHistory);
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, 50) : 50;
        var pinned = Pinned(channelId);
        if (DateTimeOffset.TryParse(request.Query["before"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before))
        {
            pinned = pinned.Where(message => message.PinnedAt < before);
        }

        var list = pinned.ToList();
        return new WireReply(200, new JsonObject
        {
            ["items"] = new JsonArray([.. list.Take(limit).Select(message => (JsonNode)new JsonObject
            {
                ["pinned_at"] = Shapes.Time(message.PinnedAt!.Value),
                ["message"] = MessageBook.Answer(message),
            })]),
            ["has_more"] = list.Count > limit,
        });
    }

    private IEnumerable<StoredMessage> Pinned(string channelId) =>
        state.MessagesOf(channelId).Where(message => message.PinnedAt is not null).OrderByDescending(message => message.PinnedAt);
}
