using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Discord.Commands;
using BotHost.Sandbox.Discord.Messages;

namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>What people do on Discord: write, use a command, press a button, send a form. The caller holds the gate.</summary>
internal sealed class DiscordPeople(DiscordState state, CommandBook commands, MessageBook book)
{
    public Interaction UseCommand(string channelId, string userId, string text, bool autocomplete)
    {
        var (guild, channel) = Place(channelId, userId);
        if (!text.StartsWith('/'))
        {
            throw new ControlRefusedException("A slash command begins with \"/\".");
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var name = (space < 0 ? text : text[..space])[1..];
        var command = commands.Offered(guild.Id).FirstOrDefault(one => (string?)one["name"] == name && (int?)one["type"] == 1)
            ?? throw new ControlRefusedException($"/{name} is not registered in {guild.Name}: the bot has set no such command.");
        if (!IsOffered(command, guild, channel, userId))
        {
            throw new ControlRefusedException($"Discord does not offer /{name} to this user here: a permission is missing.");
        }

        var data = new CommandLine(state, guild).Read(command, space < 0 ? "" : text[space..], autocomplete);
        var interaction = Begin(autocomplete ? Interaction.Autocomplete : Interaction.Command, guild, channel, userId, data, null);
        if (!autocomplete)
        {
            Note(RecordKinds.UserCommand, channelId, userId, text, interaction.Id, data);
        }

        return interaction;
    }

    public Interaction Press(string messageId, string customId, string userId, IReadOnlyList<string> values)
    {
        var message = state.AnyMessage(messageId) ?? throw new ControlRefusedException($"There is no message {messageId}.");
        if (message.VisibleTo is not null && message.VisibleTo != userId)
        {
            throw new ControlRefusedException("That reply is private to somebody else.");
        }

        var component = Components(message.Json["components"]).FirstOrDefault(one => (string?)one["custom_id"] == customId)
            ?? throw new ControlRefusedException($"The message has no button \"{customId}\".");
        if ((bool?)component["disabled"] == true)
        {
            throw new ControlRefusedException("That button is switched off.");
        }

        var (guild, channel) = Place(message.ChannelId, userId);
        var data = new JsonObject { ["custom_id"] = customId, ["component_type"] = (int?)component["type"], ["id"] = (int?)component["id"] };
        if ((int?)component["type"] != 2)
        {
            data["values"] = Shapes.Strings(values);
        }

        var interaction = Begin(Interaction.Component, guild, channel, userId, data, message);
        Note(RecordKinds.UserPress, message.ChannelId, userId, (string?)component["label"] ?? customId, interaction.Id, data, messageId);
        return interaction;
    }

    public Interaction Submit(string interactionId, string userId, IReadOnlyDictionary<string, string> values)
    {
        var asked = state.Interactions.Find(interactionId);
        if (asked?.Modal is not { } modal || asked.UserId != userId)
        {
            throw new ControlRefusedException("No form is open for this user.");
        }

        var (guild, channel) = Place(asked.ChannelId, userId);
        var components = (JsonArray)modal["components"]!.DeepClone();
        var number = 0;
        foreach (var part in components.OfType<JsonObject>())
        {
            part["id"] = ++number;
            foreach (var input in ((part["components"] as JsonArray)?.OfType<JsonObject>() ?? []).Concat(part["component"] is JsonObject one ? [one] : []).ToList())
            {
                var id = (string)input["custom_id"]!;
                var kind = (int?)input["type"];
                var value = values.GetValueOrDefault(id, (string?)input["value"] ?? "");
                input.Clear();
                input["type"] = kind;
                input["id"] = ++number;
                input["custom_id"] = id;
                if (kind == 4)
                {
                    input["value"] = value;
                }
                else
                {
                    input["values"] = value.Length == 0 ? [] : new JsonArray(value);
                }
            }

            part.Remove("label");
            part.Remove("description");
        }

        asked.Modal = null;
        var data = new JsonObject { ["custom_id"] = (string?)modal["custom_id"], ["components"] = components };
        var interaction = Begin(Interaction.ModalSubmit, guild, channel, userId, data, asked.Source);
        Note(RecordKinds.UserPress, asked.ChannelId, userId, (string?)modal["title"] ?? "", interaction.Id, data);
        return interaction;
    }

    public string Write(string channelId, string userId, string text)
    {
        var (guild, channel) = Place(channelId, userId);
        if ((Permission.InChannel(guild, channel, userId) & Permission.SendMessages) == 0)
        {
            throw new ControlRefusedException($"This user may not write in #{channel.Name}.");
        }

        MessageForm form;
        try
        {
            form = MessageForm.Read(new JsonObject { ["content"] = text }, [], interaction: false);
        }
        catch (DiscordRefusal refused)
        {
            throw new ControlRefusedException($"Discord does not take this text: {refused.Message}.");
        }

        var (message, pings) = book.Add(channelId, userId, form, []);
        state.Record.Append(new RecordEntry
        {
            Kind = RecordKinds.UserMessage,
            Platform = DiscordState.Platform,
            ChatId = channelId,
            MessageId = message.Id,
            UserId = userId,
            Text = text,
            Pings = pings,
        });
        return message.Id;
    }

    private (DiscordGuild Guild, DiscordChannel Channel) Place(string channelId, string userId)
    {
        var (guild, channel) = state.FindChannel(channelId) ?? throw new ControlRefusedException($"There is no channel {channelId}.");
        if (guild.Members.All(member => member.UserId != userId))
        {
            throw new ControlRefusedException($"User {userId} is not a member of {guild.Name}.");
        }

        return (Permission.InChannel(guild, channel, userId) & Permission.ViewChannel) != 0
            ? (guild, channel)
            : throw new ControlRefusedException($"This user does not see #{channel.Name}.");
    }

    /// <summary>Whether Discord's client shows a command to a member in a channel.</summary>
    public static bool IsOffered(JsonObject command, DiscordGuild guild, DiscordChannel channel, string userId)
    {
        var own = Permission.InChannel(guild, channel, userId);
        var needed = (string?)command["default_member_permissions"];
        var bits = needed is null ? 0 : ulong.Parse(needed, CultureInfo.InvariantCulture);
        var allowed = needed is null || own == Permission.All || (bits != 0 && (own & bits) == bits);
        return allowed && (own & Permission.UseApplicationCommands) != 0;
    }

    private Interaction Begin(int type, DiscordGuild guild, DiscordChannel channel, string userId, JsonObject data, StoredMessage? source)
    {
        if (guild.Members.All(member => member.UserId != state.BotId))
        {
            throw new ControlRefusedException($"The bot is not in {guild.Name}.");
        }

        if (!state.Gateway.IsAnyoneThere)
        {
            throw new ControlRefusedException("No bot is connected to the gateway, so nobody would hear it.");
        }

        var interaction = new Interaction
        {
            Id = state.Ids.Next(),
            Token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(48)),
            Type = type,
            ChannelId = channel.Id,
            UserId = userId,
            CreatedAt = state.Clock.GetTimestamp(),
            Source = source,
            Name = (string?)data["name"],
        };
        state.Interactions.Add(interaction);
        interaction.Deadline = state.Clock.CreateTimer(_ => Expire(interaction), null, state.Interactions.FirstReply + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
        state.Gateway.DispatchInteraction(InteractionJson.Of(state, interaction, guild, channel, data));
        return interaction;
    }

    private void Expire(Interaction interaction)
    {
        lock (state.Gate)
        {
            if (interaction.Acknowledged is null)
            {
                interaction.Choices.TrySetResult(null);
                state.Record.Append(new RecordEntry
                {
                    Kind = RecordKinds.InteractionUnanswered,
                    Platform = DiscordState.Platform,
                    ChatId = interaction.ChannelId,
                    UserId = interaction.UserId,
                    VisibleTo = interaction.UserId,
                    Text = "The application did not respond",
                });
            }

            interaction.Deadline?.Dispose();
        }
    }

    private static IEnumerable<JsonObject> Components(JsonNode? list) =>
        (list as JsonArray ?? []).OfType<JsonObject>().SelectMany(one =>
            new[] { one }.Concat(one["accessory"] is JsonObject accessory ? [accessory] : []).Concat(Components(one["components"])));

    private void Note(string kind, string channelId, string userId, string text, string interactionId, JsonObject data, string? messageId = null) =>
        state.Record.Append(
            new RecordEntry
            {
                Kind = kind,
                Platform = DiscordState.Platform,
                ChatId = channelId,
                MessageId = messageId,
                UserId = userId,
                Text = text,
            },
            new JsonObject { ["interaction_id"] = interactionId, ["data"] = data.DeepClone() }.ToJsonString());
}
