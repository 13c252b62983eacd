using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord;

/// <summary>Reads of what exists: gateway address, the bot itself, guilds, channels, members.</summary>
internal sealed class InventoryEndpoints(DiscordState state)
{
    public WireReply Gateway(DiscordRequest request) => new(200, new JsonObject { ["url"] = GatewayUrl });

    public WireReply GatewayForBot(DiscordRequest request) => new(200, new JsonObject
    {
        ["url"] = GatewayUrl,
        ["shards"] = 1,
        ["session_start_limit"] = new JsonObject
        {
            ["total"] = 1000,
            ["remaining"] = state.Gateway.IdentifiesLeft,
            ["reset_after"] = 14_400_000,
            ["max_concurrency"] = 1,
        },
    });

    public WireReply Self(DiscordRequest request) => new(200, Shapes.Self(state));

    public WireReply User(DiscordRequest request) => new(200, Shapes.User(state, request.Path["user"]));

    public WireReply Application(DiscordRequest request) => new(200, Shapes.Application(state));

    public WireReply OwnGuilds(DiscordRequest request) =>
        new(200, new JsonArray([.. state.BotGuilds.Select(guild => (JsonNode)new JsonObject
        {
            ["id"] = guild.Id,
            ["name"] = guild.Name,
            ["icon"] = null,
            ["banner"] = null,
            ["owner"] = guild.OwnerId == state.BotId,
            ["permissions"] = Shapes.Bits(Permission.InGuild(guild, state.BotId)),
            ["features"] = new JsonArray("COMMUNITY", "NEWS"),
        })]));

    public WireReply Channel(DiscordRequest request)
    {
        var id = request.Path["channel"];
        if (state.DirectChannels.ContainsKey(id))
        {
            return new WireReply(200, Shapes.DirectChannel(state, id));
        }

        var (guild, channel) = state.FindChannel(id) ?? throw DiscordRefusal.UnknownChannel();
        state.Demand(id, 0);
        return new WireReply(200, state.Threads.Find(id) is { } thread ? state.Threads.Answer(thread) : Shapes.Channel(state, guild, channel));
    }

    public WireReply Guild(DiscordRequest request) => new(200, Shapes.Guild(state.GuildForBot(request.Path["guild"])));

    public WireReply Channels(DiscordRequest request) => new(200, Shapes.Channels(state, state.GuildForBot(request.Path["guild"])));

    public WireReply Roles(DiscordRequest request) => new(200, Shapes.Roles(state.GuildForBot(request.Path["guild"])));

    public WireReply Member(DiscordRequest request)
    {
        var guild = state.GuildForBot(request.Path["guild"]);
        var member = guild.Members.FirstOrDefault(one => one.UserId == request.Path["user"]) ?? throw DiscordRefusal.UnknownMember();
        return new WireReply(200, Shapes.Member(state, member));
    }

    private string GatewayUrl => state.Origin.Replace("http://", "ws://", StringComparison.Ordinal) + DiscordDoor.GatewayPath;
}
