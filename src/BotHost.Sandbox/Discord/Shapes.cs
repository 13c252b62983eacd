using System.Globalization;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord;

/// <summary>The objects of the API, with every field that Discord's own description requires.</summary>
internal static class Shapes
{
    private const string Joined = "2024-01-01T00:00:00.000000+00:00";

    public static string Time(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);

    public static JsonObject User(DiscordState state, string id)
    {
        var user = state.FindUser(id) ?? throw DiscordRefusal.UnknownUser();
        var json = new JsonObject
        {
            ["id"] = user.Id,
            ["username"] = user.Username,
            ["global_name"] = user.Name,
            ["discriminator"] = "0",
            ["avatar"] = null,
            ["banner"] = null,
            ["accent_color"] = null,
            ["avatar_decoration_data"] = null,
            ["collectibles"] = null,
            ["primary_guild"] = null,
            ["public_flags"] = 0,
            ["flags"] = 0,
        };
        if (id == state.BotId)
        {
            json["bot"] = true;
        }

        return json;
    }

    public static JsonObject Self(DiscordState state)
    {
        var json = User(state, state.BotId);
        json["mfa_enabled"] = true;
        json["locale"] = "en-US";
        json["verified"] = true;
        json["email"] = null;
        return json;
    }

    public static JsonObject Member(DiscordState state, DiscordMember member) => new()
    {
        ["user"] = User(state, member.UserId),
        ["nick"] = null,
        ["avatar"] = null,
        ["banner"] = null,
        ["roles"] = Strings(member.RoleIds),
        ["joined_at"] = Joined,
        ["premium_since"] = null,
        ["communication_disabled_until"] = null,
        ["pending"] = false,
        ["deaf"] = false,
        ["mute"] = false,
        ["flags"] = 0,
    };

    public static JsonObject Role(DiscordRole role, int position) => new()
    {
        ["id"] = role.Id,
        ["name"] = role.Name,
        ["permissions"] = Bits(role.Permissions),
        ["position"] = position,
        ["color"] = role.Color,
        ["colors"] = new JsonObject { ["primary_color"] = role.Color, ["secondary_color"] = null, ["tertiary_color"] = null },
        ["hoist"] = false,
        ["managed"] = false,
        ["mentionable"] = role.Mentionable,
        ["icon"] = null,
        ["unicode_emoji"] = null,
        ["flags"] = 0,
    };

    public static JsonArray Roles(DiscordGuild guild) =>
        new([.. guild.Roles.OrderBy(role => role.Id != guild.Id).Select(Role)]);

    public static JsonObject Channel(DiscordGuild guild, DiscordChannel channel, int position, string? lastMessage) => new()
    {
        ["id"] = channel.Id,
        ["type"] = channel.Type,
        ["guild_id"] = guild.Id,
        ["name"] = channel.Name,
        ["position"] = position,
        ["flags"] = 0,
        ["topic"] = null,
        ["nsfw"] = false,
        ["parent_id"] = null,
        ["last_message_id"] = lastMessage,
        ["rate_limit_per_user"] = 0,
        ["permission_overwrites"] = new JsonArray([.. channel.Overwrites.Select(one => (JsonNode)new JsonObject
        {
            ["id"] = one.Id,
            ["type"] = one.Type,
            ["allow"] = Bits(one.Allow),
            ["deny"] = Bits(one.Deny),
        })]),
    };

    public static JsonObject Channel(DiscordState state, DiscordGuild guild, DiscordChannel channel) =>
        Channel(
            guild,
            state.Rights.In(channel),
            guild.Channels.ToList().FindIndex(one => one.Id == channel.Id),
            state.MessagesOf(channel.Id).LastOrDefault(message => message.VisibleTo is null)?.Id);

    public static JsonArray Channels(DiscordState state, DiscordGuild guild) =>
        new([.. guild.Channels.Select(channel => (JsonNode)Channel(state, guild, channel))]);

    public static JsonObject DirectChannel(DiscordState state, string id) => new()
    {
        ["id"] = id,
        ["type"] = 1,
        ["flags"] = 0,
        ["last_message_id"] = state.MessagesOf(id).LastOrDefault()?.Id,
        ["recipients"] = new JsonArray(User(state, state.DirectChannels[id])),
    };

    public static JsonObject Guild(DiscordGuild guild)
    {
        var json = new JsonObject
        {
            ["id"] = guild.Id,
            ["name"] = guild.Name,
            ["owner_id"] = guild.OwnerId,
            ["roles"] = Roles(guild),
            ["region"] = "deprecated",
            ["afk_timeout"] = 300,
            ["system_channel_flags"] = 0,
            ["widget_enabled"] = false,
            ["verification_level"] = 1,
            ["default_message_notifications"] = 1,
            ["mfa_level"] = 0,
            ["explicit_content_filter"] = 2,
            ["max_presences"] = null,
            ["max_members"] = 500000,
            ["max_stage_video_channel_users"] = 50,
            ["max_video_channel_users"] = 25,
            ["premium_tier"] = 0,
            ["premium_subscription_count"] = 0,
            ["preferred_locale"] = "en-US",
            ["premium_progress_bar_enabled"] = false,
            ["nsfw"] = false,
            ["nsfw_level"] = 0,
            ["features"] = new JsonArray("COMMUNITY", "NEWS"),
            ["emojis"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
        };
        string[] empty =
        [
            "icon", "description", "home_header", "splash", "discovery_splash", "banner", "application_id", "afk_channel_id", "system_channel_id",
            "widget_channel_id", "vanity_url_code", "rules_channel_id", "safety_alerts_channel_id", "public_updates_channel_id", "incidents_data",
        ];
        foreach (var field in empty)
        {
            json[field] = null;
        }

        return json;
    }

    /// <summary>The guild as GUILD_CREATE brings it.</summary>
    public static JsonObject GuildCreate(DiscordState state, DiscordGuild guild)
    {
        var json = Guild(guild);
        json["joined_at"] = Joined;
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = guild.Members.Count;
        json["channels"] = Channels(state, guild);

        // Without the privileged members intent only the bot itself is listed.
        json["members"] = new JsonArray([.. guild.Members.Where(member => member.UserId == state.BotId).Select(member => (JsonNode)Member(state, member))]);
        json["threads"] = new JsonArray([.. state.Threads.Open(guild.Id).Select(thread => (JsonNode)state.Threads.Answer(thread))]);
        json["guild_scheduled_events"] = new JsonArray([.. state.Events.Open(guild.Id).Select(one => (JsonNode)one.Answer())]);
        string[] lists = ["voice_states", "presences", "stage_instances", "soundboard_sounds"];
        foreach (var list in lists)
        {
            json[list] = new JsonArray();
        }

        return json;
    }

    public static JsonObject Application(DiscordState state)
    {
        var world = state.World;
        var json = new JsonObject
        {
            ["id"] = world.ApplicationId,
            ["name"] = world.Bot.Name,
            ["description"] = "",
            ["type"] = null,
            ["verify_key"] = new string('0', 64),
            ["flags"] = 0,
            ["flags_new"] = "0",
            ["redirect_uris"] = new JsonArray(),
            ["bot_public"] = false,
            ["bot_require_code_grant"] = false,
            ["bot"] = User(state, state.BotId),
            ["owner"] = User(state, world.Users.Count > 0 ? world.Users[0].Id : state.BotId),
            ["approximate_guild_count"] = state.BotGuilds.Count(),
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["eligible_oauth2_scopes"] = new JsonArray(),
            ["icon"] = null,
            ["team"] = null,
            ["interactions_endpoint_url"] = null,
            ["role_connections_verification_url"] = null,
        };
        return json;
    }

    public static string Bits(ulong bits) => bits.ToString(CultureInfo.InvariantCulture);

    public static JsonArray Strings(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);
}
