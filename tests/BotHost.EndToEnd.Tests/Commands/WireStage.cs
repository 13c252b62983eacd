using System.Globalization;
using BotHost.Announcements.Delivery;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;
using BotHost.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>
/// Both platforms and, on a copy of the sample, the bot that <c>run</c> composes, in one process; between them lie only the real wires.
/// The campaign clock stands before the first step, so nothing is posted unless somebody orders it.
/// </summary>
internal sealed class WireStage : IAsyncDisposable
{
    /// <summary>A day before the first announcement, on a clock that moves a second in a quarter of an hour.</summary>
    public static readonly IReadOnlyDictionary<string, string?> StandingClock = new Dictionary<string, string?>
    {
        ["Clock:Start"] = "2026-12-29T00:00:00Z",
        ["Clock:Speed"] = "0.001",
    };

    private readonly TemporaryFolder _folder = new();
    private readonly SandboxServer _server;
    private readonly string _config;
    private IHost? _bot;

    private WireStage(SandboxServer server)
    {
        _server = server;
        _config = _folder.CopyOfSample();
    }

    public SandboxServer Platforms => _server;

    public SandboxRecord Record => _server.Record;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<WireStage> StartAsync(Func<string, string>? editConfig = null)
    {
        var stage = new WireStage(await SandboxServer.StartAsync(WireWorld.Make(), WireWorld.Patient, TimeProvider.System, Cancel));
        if (editConfig is not null)
        {
            var file = Path.Combine(stage._config, "bothost.yaml");
            await File.WriteAllTextAsync(file, editConfig(await File.ReadAllTextAsync(file, Cancel)), Cancel);
        }

        await stage.StartBotAsync(StandingClock);
        return stage;
    }

    /// <summary>Starts the bot on the stage's data folder, and returns when it listens on both platforms.</summary>
    public async Task StartBotAsync(IReadOnlyDictionary<string, string?> clock)
    {
        var before = Mark();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(clock);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = WireWorld.DiscordToken,
            ["Discord:ApiBaseUrl"] = _server.DiscordApiBaseUrl.ToString(),
            ["Telegram:Token"] = WireWorld.TelegramToken,
            ["Telegram:ApiBaseUrl"] = _server.TelegramApiBaseUrl.ToString(),
            ["Data:Directory"] = _folder["data"],
        });
        builder.AddRooms(new DeliveryOptions());
        builder.AddScheduling();
        _bot = builder.Build();
        _bot.Services.GetRequiredService<CatalogueStore>().Swap(_bot.Services.GetRequiredService<CatalogueReader>().Read(_config).Catalogue!);
        await _bot.StartAsync(Cancel);
        await Record.WaitUntilAsync(
            all => all.Skip(before).Any(entry => entry.Kind == RecordKinds.GatewayIdentify)
                && all.Skip(before).Any(entry => entry.Route == "getUpdates")
                && all.Count(entry => entry is { Kind: RecordKinds.CommandsSet, Platform: "discord" }) == 1
                && all.Count(entry => entry is { Kind: RecordKinds.CommandsSet, Platform: "telegram" }) == 3,
            Cancel).InTime();
    }

    public async Task StopBotAsync()
    {
        if (_bot is { } bot)
        {
            _bot = null;
            await bot.StopAsync(CancellationToken.None);
            bot.Dispose();
        }
    }

    /// <summary>Takes the ledger away under the running bot.</summary>
    public void LoseLedger() => File.Move(_folder["data/bothost.db"], _folder["bothost-away.db"]);

    /// <summary>How much has happened so far.</summary>
    public int Mark() => Record.Entries.Count;

    /// <summary>Types a slash command and returns the words of the answer.</summary>
    public async Task<RecordEntry> AskDiscordAsync(string user, string command, string channel = WireWorld.Channel)
    {
        var before = Mark();
        _server.UseDiscordCommand(channel, user, command);
        return await DiscordAnswerAsync(before, user, channel);
    }

    /// <summary>Presses a button and returns what became of it.</summary>
    public async Task<RecordEntry> PressDiscordAsync(string user, string messageId, string customId, string channel = WireWorld.Channel)
    {
        var before = Mark();
        _server.PressDiscord(messageId, customId, user);
        return await DiscordAnswerAsync(before, user, channel);
    }

    /// <summary>Writes into a chat and returns the bot's next message, wherever it goes; answers that stand somewhere else are for the asker alone.</summary>
    public async Task<RecordEntry> AskTelegramAsync(long user, string text, long? chat = null)
    {
        var before = Mark();
        _server.WriteTelegram(chat ?? user, user, text);
        return await TelegramAnswerAsync(before);
    }

    public async Task<RecordEntry> PressTelegramAsync(long user, RecordEntry message, string data)
    {
        var before = Mark();
        _server.PressTelegram(long.Parse(message.ChatId!, CultureInfo.InvariantCulture), long.Parse(message.MessageId!, CultureInfo.InvariantCulture), data, user);
        return await TelegramAnswerAsync(before);
    }

    /// <summary>Presses a button under a message that this decides, and returns its edit; whatever else comes to the moderators meanwhile is no answer.</summary>
    public async Task<RecordEntry> DecideTelegramAsync(long user, RecordEntry message, string data)
    {
        var before = Mark();
        _server.PressTelegram(long.Parse(message.ChatId!, CultureInfo.InvariantCulture), long.Parse(message.MessageId!, CultureInfo.InvariantCulture), data, user);
        var all = await Record.WaitUntilAsync(entries => entries.Skip(before).Any(IsEdit), Cancel).InTime();
        return all.Skip(before).First(IsEdit);

        bool IsEdit(RecordEntry entry) =>
            entry is { Platform: "telegram", Kind: RecordKinds.MessageEdited } && entry.ChatId == message.ChatId && entry.MessageId == message.MessageId;
    }

    /// <summary>What stands in the two channels of the config, in which only announcements belong; Telegram's is a group, so answers to questions asked there are left out.</summary>
    public IReadOnlyList<RecordEntry> Posts() =>
        [.. Record.OfKind(RecordKinds.MessageCreated).Where(entry => !Answers(entry))];

    public async ValueTask DisposeAsync()
    {
        await StopBotAsync();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<RecordEntry> DiscordAnswerAsync(int before, string user, string channel)
    {
        var all = await Record.WaitUntilAsync(entries => entries.Skip(before).Any(IsAnswer), Cancel).InTime();
        var answer = all.Skip(before).First(IsAnswer);
        // The platform itself holds the bot to its time.
        Assert.NotEqual(RecordKinds.InteractionUnanswered, answer.Kind);
        return answer;

        // Where the bot first only says that it is at work, the words come with an edit.
        bool IsAnswer(RecordEntry entry) =>
            entry.Kind == RecordKinds.InteractionUnanswered
            || (entry is { Kind: RecordKinds.InteractionReply or RecordKinds.InteractionEdited, Text.Length: > 0 }
                && entry.ChatId == channel && (entry.VisibleTo is null || entry.VisibleTo == user));
    }

    private async Task<RecordEntry> TelegramAnswerAsync(int before)
    {
        var all = await Record.WaitUntilAsync(entries => entries.Skip(before).Any(IsAnswer), Cancel).InTime();
        return all.Skip(before).First(IsAnswer);

        static bool IsAnswer(RecordEntry entry) =>
            entry is { Platform: "telegram", Kind: RecordKinds.MessageCreated or RecordKinds.MessageEdited } && (entry.Kind == RecordKinds.MessageEdited || Answers(entry));
    }

    // Answers in a group hang below the question; every message in a private chat is one.
    private static bool Answers(RecordEntry message) =>
        message.Platform == "telegram"
        && (!message.ChatId!.StartsWith('-') || message.Payload!.Value.TryGetProperty("reply_parameters", out _));
}
