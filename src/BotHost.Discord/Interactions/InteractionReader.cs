using System.Collections.Immutable;
using System.Text.Json;
using BotHost.Announcements.Commands;

namespace BotHost.Discord.Interactions;

/// <summary>Turns an interaction into the heart's words. Pure.</summary>
internal static class InteractionReader
{
    /// <summary>Null for what is neither a command nor a press of a button that this version made.</summary>
    public static IncomingCommand? Read(InteractionPayload interaction)
    {
        if (AuthorOf(interaction) is not { } author || interaction.ChannelId is not { } channel)
        {
            return null;
        }

        var place = new CommandPlace(interaction.GuildId, channel);
        switch (interaction.Type)
        {
            case InteractionType.Command when interaction.Data?.Name is { } name:
                return new IncomingCommand(name, ArgumentsOf(interaction.Data.Options), author, place, interaction.Locale);
            case InteractionType.Component when ActionButton.TryParse(interaction.Data?.CustomId, out var verb, out var row):
                return new IncomingCommand(verb, ImmutableDictionary<string, string>.Empty, author, place, interaction.Locale, row);
            default:
                return null;
        }
    }

    /// <summary>The argument that is being typed.</summary>
    public static (string Command, string Option, string Typed)? ReadTyping(InteractionPayload interaction) =>
        interaction.Data is { Name: { } command, Options: { } options } && options.FirstOrDefault(option => option.Focused) is { } focused
            ? (command, focused.Name, TextOf(focused.Value))
            : null;

    private static CommandAuthor? AuthorOf(InteractionPayload interaction)
    {
        if ((interaction.Member?.User ?? interaction.User) is not { } user)
        {
            return null;
        }

        // Rights are those of the server that the interaction came from; in a private chat there are none.
        var member = interaction.GuildId is null ? null : interaction.Member;
        return new CommandAuthor(
            DiscordPlatform.PlatformId,
            user.Id,
            member?.Nick ?? user.GlobalName ?? user.Username ?? user.Id,
            [.. member?.Roles ?? []],
            Permissions.NamesOf(member?.Permissions));
    }

    private static ImmutableDictionary<string, string> ArgumentsOf(InteractionOption[]? options)
    {
        var arguments = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var option in options ?? [])
        {
            arguments[option.Name] = TextOf(option.Value);
        }

        return arguments.ToImmutable();
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => value.ToString(),
    };
}
