using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord;
using BotHost.Sandbox.Discord.Commands;
using BotHost.Sandbox.Discord.Interactions;
using BotHost.Sandbox.Telegram;

namespace BotHost.Sandbox.Controls;

/// <summary>What the page asks for: the world without tokens, the messages of a chat, the commands on offer.</summary>
internal sealed class PageViews(
    SandboxWorld world, DiscordState discord, TelegramState telegram, CommandBook discordCommands, Telegram.CommandEndpoints telegramCommands)
{
    public JsonNode World()
    {
        var shown = new SandboxWorld { Discord = world.Discord with { Tokens = [] }, Telegram = world.Telegram with { Tokens = [] } };
        return JsonSerializer.SerializeToNode(shown, SandboxJson.Default.SandboxWorld)!;
    }

    public JsonArray Chat(string platform, string id) => platform == DiscordState.Platform ? DiscordChat(id) : TelegramChat(id);

    public JsonArray Commands(string platform, string chat, string user)
    {
        if (platform == DiscordState.Platform)
        {
            lock (discord.Gate)
            {
                return discord.FindChannel(chat) is var (guild, channel)
                    ? new JsonArray([.. discordCommands.Offered(guild.Id)
                        .Where(command => (int?)command["type"] == 1 && DiscordPeople.IsOffered(command, guild, channel, user))
                        .Select(command => (JsonNode)command.DeepClone())])
                    : [];
            }
        }

        lock (telegram.Gate)
        {
            if (telegram.FindChat(chat) is not { } found || !long.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var person))
            {
                return [];
            }

            var offered = telegramCommands.Offered(found, person, telegram.FindUser(person)?.LanguageCode ?? "");
            return new JsonArray([.. offered.Select(command => (JsonNode)new JsonObject
            {
                ["name"] = (string?)command!["command"],
                ["description"] = (string?)command["description"],
            })]);
        }
    }

    /// <summary>The events of a server that are not over, the next one first.</summary>
    public JsonArray Events(string guildId)
    {
        lock (discord.Gate)
        {
            return new JsonArray([.. discord.Events.Open(guildId).OrderBy(one => one.Start).Select(one => (JsonNode)one.Answer())]);
        }
    }

    private JsonArray DiscordChat(string id)
    {
        lock (discord.Gate)
        {
            return new JsonArray([.. discord.MessagesOf(id).Select(message => (JsonNode)new JsonObject
            {
                ["id"] = message.Id,
                ["campaignTime"] = message.CampaignTime.ToString("O", CultureInfo.InvariantCulture),
                ["visibleTo"] = message.VisibleTo,
                ["crossposted"] = message.Crossposted,
                ["message"] = message.Json.DeepClone(),
            })]);
        }
    }

    private JsonArray TelegramChat(string id)
    {
        lock (telegram.Gate)
        {
            return !long.TryParse(id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? []
                : new JsonArray([.. telegram.MessagesOf(number).Select(message => (JsonNode)new JsonObject
                {
                    ["id"] = message.Id.ToString(CultureInfo.InvariantCulture),
                    ["campaignTime"] = message.CampaignTime.ToString("O", CultureInfo.InvariantCulture),
                    ["pinned"] = message.Pinned,
                    ["fromBot"] = message.FromBot,
                    ["message"] = message.Json.DeepClone(),
                })]);
        }
    }
}
