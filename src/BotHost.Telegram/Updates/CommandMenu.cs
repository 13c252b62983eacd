using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Telegram.BotApi;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Updates;

/// <summary>Registers the commands that clients offer after a slash, only when they changed.</summary>
internal sealed partial class CommandMenu(BotApiClient api, INotebook notebook, ICommandRouter router, ILogger<CommandMenu> logger)
{
    public const string Room = "telegram";

    /// <summary>The platform's longest description.</summary>
    private const int MaxDescription = 256;

    /// <summary>Null once the platform has the present menu, else why not. An old menu is no reason to leave commands unanswered.</summary>
    public async Task<PollVerdict?> SyncAsync(BotProfile profile, CancellationToken cancellationToken)
    {
        try
        {
            return await RegisterAsync(profile, cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            return new PollVerdict.Trouble(unavailable.Message);
        }
    }

    private async Task<PollVerdict?> RegisterAsync(BotProfile profile, CancellationToken cancellationToken)
    {
        var menus = Menus(router.Commands);
        var hash = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(menus, TelegramJson.Wire.SetMyCommandsArray)));
        var key = string.Create(CultureInfo.InvariantCulture, $"menu:{profile.Id}");
        if (await notebook.ReadAsync(Room, key, cancellationToken) == hash)
        {
            return null;
        }

        foreach (var menu in menus)
        {
            var verdict = PollVerdict.Of(await api.CallAsync("setMyCommands", menu, TelegramJson.Wire.SetMyCommands, cancellationToken));
            if (verdict is not PollVerdict.Fine)
            {
                return verdict;
            }
        }

        await notebook.WriteAsync(Room, key, hash, cancellationToken);
        Log.MenuRegistered(logger, router.Commands.Count);
        return null;
    }

    /// <summary>
    /// Menus only suggest; rights are checked when a command is used. Administrators of any group, and everybody in private chats,
    /// are shown the moderators' commands too, because the platform knows no closer audience that fits.
    /// </summary>
    private static SetMyCommands[] Menus(IReadOnlyList<CommandDefinition> commands)
    {
        MenuCommand[] all = [.. commands.Select(Entry)];
        MenuCommand[] members = [.. commands.Where(command => !command.ForModerators).Select(Entry)];
        return
        [
            new SetMyCommands(members, new MenuScope("default")),
            new SetMyCommands(all, new MenuScope("all_chat_administrators")),
            new SetMyCommands(all, new MenuScope("all_private_chats")),
        ];
    }

    private static MenuCommand Entry(CommandDefinition command) => new(
        command.Name,
        command.Description.Length <= MaxDescription ? command.Description : command.Description[..MaxDescription]);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram has the new menu of {Count} commands")]
        public static partial void MenuRegistered(ILogger logger, int count);
    }
}
