using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Interactions;

/// <summary>Registers the commands when, and only when, they differ from those registered last.</summary>
internal sealed partial class CommandSync(
    ICommandRouter router,
    INotebook notebook,
    DiscordClient client,
    RateGate gate,
    ILogger<CommandSync> logger)
{
    public const string Room = "discord";

    private string? _lastTrouble;

    public static string KeyOf(string applicationId) => $"commands:{applicationId}";

    /// <summary>Never throws for a refusal, or where nothing can be written down: a bot whose menu is old still announces.</summary>
    public async Task SyncAsync(string applicationId, CancellationToken cancellationToken)
    {
        try
        {
            await RegisterAsync(applicationId, cancellationToken);
        }
        catch (LedgerUnavailableException unavailable)
        {
            Report(unavailable.Message);
        }
    }

    private async Task RegisterAsync(string applicationId, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(CommandMenu.From(router.Commands), DiscordJson.Shared.CommandBodyArray);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        if (await notebook.ReadAsync(Room, KeyOf(applicationId), cancellationToken) == hash)
        {
            return;
        }

        var call = new RestCall(HttpMethod.Put, "/applications/{application}/commands", $"/applications/{applicationId}/commands", "", body);
        if (await gate.WaitAsync(call.RouteKey, call.Major, cancellationToken) is Turn.ComeBack later)
        {
            Report($"Discord asks to wait {later.After}");
            return;
        }

        var answer = await client.SendAsync(call, cancellationToken);
        if (answer is RestAnswer.Replied { IsSuccess: true })
        {
            await notebook.WriteAsync(Room, KeyOf(applicationId), hash, cancellationToken);
            _lastTrouble = null;
            Log.CommandsRegistered(logger, router.Commands.Count);
            return;
        }

        Report(answer switch
        {
            RestAnswer.Replied replied => $"Discord answered {replied.Status}: {ApiError.Parse(replied.Body)}",
            RestAnswer.NotSent failed => failed.Reason,
            RestAnswer.Unheard failed => failed.Reason,
            _ => "no answer",
        });
    }

    private void Report(string trouble)
    {
        if (trouble == _lastTrouble)
        {
            return;
        }

        _lastTrouble = trouble;
        Log.CommandsNotRegistered(logger, trouble);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Registered {Count} commands with Discord.")]
        public static partial void CommandsRegistered(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The commands could not be registered with Discord, so its menu may be old: {Trouble}. Tried again at the next connection.")]
        public static partial void CommandsNotRegistered(ILogger logger, string trouble);
    }
}
