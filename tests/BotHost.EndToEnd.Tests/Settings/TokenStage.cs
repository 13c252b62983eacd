using System.Globalization;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Rehearsal;
using BotHost.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Settings;

/// <summary>Plays one row: what <c>run</c> runs, in this process, on platforms of its own, from two seconds before an announcement is due.</summary>
internal sealed class TokenStage : IAsyncDisposable
{
    private const string Member = "920000000000000003";
    private const string Moderator = "920000000000000002";
    private const long TelegramMember = 2003;
    private const long TelegramModerator = 2002;

    private static readonly Instant Due = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly LogBook _log = new();
    private readonly StringWriter _problems = new();
    private readonly TaskCompletionSource<IClock> _clock = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly TokenRow _row;
    private readonly SandboxServer _server;
    private readonly Task<int> _run;

    private TokenStage(TokenRow row, SandboxServer server, SandboxWorld world)
    {
        _row = row;
        _server = server;
        _run = BotRun.RunAsync(Builder(row, server, world), OwnConfig.Write(_folder, row.Channels), new DeliveryOptions(), _problems, _stop.Token);
    }

    public static async Task<TokenStage> StartAsync(TokenRow row, CancellationToken cancellationToken)
    {
        var world = WorldOfCatalogue.Make(SampleCatalogue());
        var server = await SandboxServer.StartAsync(world, new SandboxOptions(), TimeProvider.System, cancellationToken);
        return new TokenStage(row, server, world);
    }

    public async Task<TokenStory> PlayAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PlayToTheEndAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException(
                $"{_row}: it did not come to an end.\n{_problems}\n{string.Join('\n', _log.Lines)}\n{string.Join('\n', _server.Record.Entries)}");
        }
    }

    private async Task<TokenStory> PlayToTheEndAsync(CancellationToken cancellationToken)
    {
        if (!_row.Stays)
        {
            return Story(exitCode: await _run.WaitAsync(cancellationToken), lived: false);
        }

        var clock = await _clock.Task.WaitAsync(cancellationToken);
        foreach (var platform in _row.Answers)
        {
            await AnswerToAsync(platform, member: true, cancellationToken);
        }

        if (_row.Channels != "none")
        {
            await PassTheDueInstantAsync(clock, cancellationToken);
        }

        var preview = await AnswerToAsync(_row.Answers[0], member: false, cancellationToken);
        var lived = !_run.IsCompleted;
        var refusal = _row.Answers.Contains('D', StringComparison.Ordinal) ? null : RefusalOfDiscord();
        await _stop.CancelAsync();
        return Story(await _run.WaitAsync(cancellationToken), lived) with { Preview = preview, RefusalOfDiscord = refusal };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ContinueWith(_ => { }, TaskScheduler.Default);
        await _server.DisposeAsync();
        _stop.Dispose();
        _folder.Dispose();
    }

    private HostApplicationBuilder Builder(TokenRow row, SandboxServer server, SandboxWorld world)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = Token(row.Discord, world.Discord.Tokens[0], "sandbox.this-token-was-reset"),
            ["Discord:ApiBaseUrl"] = server.DiscordApiBaseUrl.ToString(),
            ["Telegram:Token"] = Token(row.Telegram, world.Telegram.Tokens[0], "7000000001:this-token-was-revoked-by-BotFather"),
            ["Telegram:ApiBaseUrl"] = server.TelegramApiBaseUrl.ToString(),
            ["Data:Directory"] = _folder["data"],
            ["Clock:Start"] = "2026-12-30T00:59:58Z",
            ["Clock:Speed"] = "2",
        });
        builder.Logging.AddProvider(_log);
        builder.Services.AddSingleton<IHostedService>(services => new ClockPeek(services.GetRequiredService<IClock>(), _clock));
        return builder;
    }

    private static string? Token(string kind, string good, string bad) => kind switch
    {
        "good" => good,
        "bad" => bad,
        _ => null,
    };

    private static TalkCatalogue SampleCatalogue()
    {
        using var room = Rooms.ReadingRoom();
        return Catalogues.Read(room.Services, Repository.SampleConfig)!;
    }

    // A rehearsal's clock stands at a due instant until all that is due there was dealt with; once it is past, the pass is over.
    private static async Task PassTheDueInstantAsync(IClock clock, CancellationToken cancellationToken)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        while (clock.GetCurrentInstant() <= Due)
        {
            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<string> AnswerToAsync(char platform, bool member, CancellationToken cancellationToken)
    {
        var text = member ? "/next" : "/announce asian-talk-176";
        var before = _server.Record.Entries.Count;
        if (platform == 'T')
        {
            var person = member ? TelegramMember : TelegramModerator;
            var chat = person.ToString(CultureInfo.InvariantCulture);
            _server.WriteTelegram(person, person, text);
            return await ReplyAsync(entry => entry is { Kind: RecordKinds.MessageCreated, Platform: "telegram" } && entry.ChatId == chat);
        }

        await _server.Record.WaitForAsync(entry => entry is { Kind: RecordKinds.CommandsSet, Platform: "discord" }, cancellationToken);
        _server.UseDiscordCommand(Sample.DiscordChannel, member ? Member : Moderator, text);
        return await ReplyAsync(entry => entry is { Kind: RecordKinds.InteractionReply or RecordKinds.InteractionEdited, Text.Length: > 0 });

        async Task<string> ReplyAsync(Func<RecordEntry, bool> isReply) =>
            (await _server.Record.WaitForAsync(entry => entry.Sequence > before && isReply(entry), cancellationToken)).Text!;
    }

    private string RefusalOfDiscord() =>
        Assert.Throws<ControlRefusedException>(() => _server.UseDiscordCommand(Sample.DiscordChannel, Member, "/next")).Message;

    private TokenStory Story(int exitCode, bool lived) => new(exitCode, lived, _problems.ToString(), _log.Lines, _server.Record.Entries);

    private sealed class ClockPeek(IClock clock, TaskCompletionSource<IClock> seen) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            seen.TrySetResult(clock);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
