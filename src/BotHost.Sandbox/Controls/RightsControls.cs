using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Controls;

/// <summary>What people let the bot do, changed while it runs.</summary>
internal sealed class RightsControls(SandboxServer server)
{
    public WireReply OnDiscord(ControlRequest asked)
    {
        if (asked.Optional("guildId") is { } guild)
        {
            server.TakeDiscordRightsInGuild(guild, asked.List("take"));
        }
        else
        {
            server.TakeDiscordRights(asked.Text("channelId"), asked.List("take"));
        }

        return Done();
    }

    public WireReply InChat(ControlRequest asked)
    {
        var word = asked.Text("standing");
        BotStanding standing;
        try
        {
            standing = JsonSerializer.Deserialize(JsonSerializer.Serialize(word, SandboxJson.Default.String), SandboxJson.Default.BotStanding);
        }
        catch (JsonException)
        {
            throw new ControlRefusedException($"\"{word}\" is no standing: use as-before, cannot-write, cannot-pin, left, kicked or blocked.");
        }

        server.ChangeTelegramStanding(asked.Number("chatId"), standing);
        return Done();
    }

    public WireReply DirectMessages(ControlRequest asked)
    {
        server.RefuseDirectMessages(asked.Text("userId"), asked.Optional("refused") is not "false");
        return Done();
    }

    private static WireReply Done() => new(200, new JsonObject { ["done"] = true });
}
