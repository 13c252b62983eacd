using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord.Messages;

namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>The payload of INTERACTION_CREATE.</summary>
internal static class InteractionJson
{
    public static JsonObject Of(DiscordState state, Interaction interaction, DiscordGuild guild, DiscordChannel channel, JsonObject data)
    {
        var member = Shapes.Member(state, guild.Members.First(one => one.UserId == interaction.UserId));
        member["permissions"] = Shapes.Bits(Permission.InChannel(guild, channel, interaction.UserId));
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = state.World.ApplicationId,
            ["type"] = interaction.Type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["guild_id"] = guild.Id,
            ["guild"] = new JsonObject { ["id"] = guild.Id, ["locale"] = "en-US", ["features"] = new JsonArray("COMMUNITY", "NEWS") },
            ["guild_locale"] = "en-US",
            ["channel_id"] = channel.Id,
            ["channel"] = Shapes.Channel(state, guild, channel),
            ["member"] = member,
            ["locale"] = state.FindUser(interaction.UserId)!.Locale,
            ["app_permissions"] = Shapes.Bits(Permission.InChannel(guild, channel, state.BotId)),
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = guild.Id },
            ["context"] = 0,
            ["attachment_size_limit"] = 10_485_760,
            ["data"] = data.DeepClone(),
        };
        if (interaction.Source is { } source)
        {
            json["message"] = MessageBook.Answer(source);
        }

        return json;
    }
}
