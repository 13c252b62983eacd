using System.Net;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Controls;
using BotHost.Sandbox.Discord;
using BotHost.Sandbox.Discord.Gateway;
using BotHost.Sandbox.Discord.Interactions;
using BotHost.Sandbox.Faults;
using BotHost.Sandbox.Hosting;
using BotHost.Sandbox.Kills;
using BotHost.Sandbox.Telegram;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BotHost.Sandbox;

/// <summary>
/// Discord (HTTP v10 and Gateway v10) and Telegram (Bot API) on 127.0.0.1, with a page that shows both and lets people act.
/// </summary>
/// <remarks>What it accepted and refused stands in <see cref="Record"/>. The people's side is also here as methods.</remarks>
public sealed partial class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly DiscordState _discord;
    private readonly TelegramState _telegram;
    private readonly DiscordPeople _discordPeople;
    private readonly TelegramPeople _telegramPeople;
    private readonly FaultPlan _faults = new();
    private readonly KillBook _kills;
    private readonly PlatformDates _dates;

    private SandboxServer(SandboxWorld world, SandboxOptions options, TimeProvider machineClock)
    {
        Record = new SandboxRecord([.. world.Discord.Tokens, .. world.Telegram.Tokens], machineClock.GetUtcNow, options.CampaignTime, options.RecordFile);
        _discord = new DiscordState(world.Discord, Record, machineClock, options.DiscordFirstReply);
        _telegram = new TelegramState(world.Telegram, Record, machineClock);

        _kills = new KillBook(Record, machineClock);
        _dates = new PlatformDates(machineClock);
        var exchange = new PlatformExchange(_faults, _kills, _dates, Record, machineClock);
        var buckets = new RateWindow(options.DiscordBucketSize, options.DiscordBucketWindow, machineClock);
        var global = new RateWindow(options.DiscordGlobalSize, TimeSpan.FromSeconds(1), machineClock);
        var discordDoor = new DiscordDoor(_discord, exchange, buckets, global);
        var telegramDoor = new TelegramDoor(_telegram, exchange, new RateWindow(options.TelegramChatSize, options.TelegramChatWindow, machineClock));
        _discordPeople = new DiscordPeople(_discord, discordDoor.Commands, discordDoor.Messages);
        _telegramPeople = new TelegramPeople(_telegram);
        var views = new PageViews(world, _discord, _telegram, discordDoor.Commands, telegramDoor.Commands);
        var front = new FrontDoor(
            discordDoor, telegramDoor, new GatewayDoor(_discord, options.HeartbeatInterval), new ControlDoor(this, views, options, machineClock), new FileDoor(_discord, _telegram), _stopping.Token);
        _app = Build(options.Port, front);
    }

    /// <summary>The page, <c>http://127.0.0.1:PORT/</c>.</summary>
    public Uri PageUrl { get; private set; } = new("http://127.0.0.1/");

    /// <summary><c>http://127.0.0.1:PORT/discord/api/v10</c>.</summary>
    public Uri DiscordApiBaseUrl => new(PageUrl, DiscordDoor.ApiPath);

    /// <summary><c>http://127.0.0.1:PORT/telegram</c>; <c>/bot&lt;token&gt;/&lt;method&gt;</c> follows.</summary>
    public Uri TelegramApiBaseUrl => new(PageUrl, TelegramDoor.Path);

    /// <summary>Everything that happened.</summary>
    public SandboxRecord Record { get; }

    /// <summary>How many gateway sessions are connected.</summary>
    public int LiveGatewaySessions
    {
        get
        {
            lock (_discord.Gate)
            {
                return _discord.Gateway.Live;
            }
        }
    }

    /// <summary>Starts to listen on 127.0.0.1.</summary>
    /// <exception cref="FormatException">The world does not fit together.</exception>
    /// <exception cref="IOException">The port is taken, or the record file cannot be written.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxWorld world, SandboxOptions options, TimeProvider machineClock, CancellationToken cancellationToken)
    {
        var problems = WorldCheck.Problems(world);
        if (problems.Count > 0)
        {
            throw new FormatException("The world does not fit together: " + string.Join(' ', problems));
        }

        var server = new SandboxServer(world, options, machineClock);
        try
        {
            await server._app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        server.PageUrl = new Uri(address + "/");
        server._discord.Origin = address;
        return server;
    }

    /// <summary>A member types a slash command; returns the interaction's id.</summary>
    /// <exception cref="ControlRefusedException">Discord would not let this user send it, or no bot is connected.</exception>
    public string UseDiscordCommand(string channelId, string userId, string text)
    {
        lock (_discord.Gate)
        {
            return _discordPeople.UseCommand(channelId, userId, text, autocomplete: false).Id;
        }
    }

    /// <summary>A member is typing a command; returns the bot's choices (name and value).</summary>
    /// <exception cref="ControlRefusedException">There is nothing to complete, or the bot did not answer in time.</exception>
    public async Task<JsonArray> AutocompleteDiscordAsync(string channelId, string userId, string text, CancellationToken cancellationToken)
    {
        Task<JsonArray?> choices;
        lock (_discord.Gate)
        {
            choices = _discordPeople.UseCommand(channelId, userId, text, autocomplete: true).Choices.Task;
        }

        return await choices.WaitAsync(cancellationToken).ConfigureAwait(false) ?? throw new ControlRefusedException("The bot did not answer within 3 seconds.");
    }

    /// <summary>A member presses a button (or chooses values in a select), on private replies to them as well; returns the interaction's id.</summary>
    public string PressDiscord(string messageId, string customId, string userId, IReadOnlyList<string>? values = null)
    {
        lock (_discord.Gate)
        {
            return _discordPeople.Press(messageId, customId, userId, values ?? []).Id;
        }
    }

    /// <summary>A member sends the form that an interaction's reply opened; returns the new interaction's id.</summary>
    public string SubmitDiscordForm(string interactionId, string userId, IReadOnlyDictionary<string, string> values)
    {
        lock (_discord.Gate)
        {
            return _discordPeople.Submit(interactionId, userId, values).Id;
        }
    }

    /// <summary>A member writes in a channel; returns the message's id.</summary>
    public string WriteDiscord(string channelId, string userId, string text)
    {
        lock (_discord.Gate)
        {
            return _discordPeople.Write(channelId, userId, text);
        }
    }

    /// <summary>A person writes in a Telegram chat (in a private one the chat's id is the person's); returns the message's id.</summary>
    public int WriteTelegram(long chatId, long userId, string text)
    {
        lock (_telegram.Gate)
        {
            return _telegramPeople.Write(chatId, userId, text);
        }
    }

    /// <summary>A person presses an inline button; returns the callback query's id.</summary>
    public string PressTelegram(long chatId, long messageId, string data, long userId)
    {
        lock (_telegram.Gate)
        {
            return _telegramPeople.Press(chatId, messageId, data, userId);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            await _app.DisposeAsync().ConfigureAwait(false);
            _kills.Dispose();
            Record.Dispose();
            _stopping.Dispose();
        }
    }

    private static WebApplication Build(int port, FrontDoor front)
    {
        // The empty builder reads neither environment nor files, so nothing outside decides where this listens.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddSingleton<IHostLifetime, SilentLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.Zero });
        app.Run(front.ServeAsync);
        return app;
    }

    /// <summary>The process's own host listens for signals; this inner one does not.</summary>
    private sealed class SilentLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
