using BotHost.Announcements.Commands;

namespace BotHost.Discord.Interactions;

/// <summary>Makes the platform's menu from the command table. Pure.</summary>
internal static class CommandMenu
{
    private const int ChatInput = 1;

    private const int TextOption = 3;

    /// <summary>In a server, and in a private chat with the bot.</summary>
    private static readonly int[] Contexts = [0, 1];

    /// <summary>Installed to servers only.</summary>
    private static readonly int[] IntegrationTypes = [0];

    /// <summary>The bit of manage_guild. It only decides who sees the command; rights are checked again when it is used.</summary>
    private const string ManageGuild = "32";

    public static CommandBody[] From(IReadOnlyList<CommandDefinition> commands) =>
    [
        .. commands.Select(command => new CommandBody(
            command.Name,
            ChatInput,
            command.Description,
            [.. command.Options.Select(option => new CommandOptionBody(TextOption, option.Name, option.Description, option.Required, Autocomplete: true))],
            command.ForModerators ? ManageGuild : null,
            Contexts,
            IntegrationTypes)),
    ];
}
