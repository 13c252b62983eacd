using BotHost.EndToEnd.Tests.Crashes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>
/// The table of posts played once to its end on a wire that misbehaves: first the bot is killed a few times, then come the faults, and then each platform is down for a while.
/// </summary>
internal sealed class FaultSeason : IAsyncDisposable
{
    /// <summary>Telegram is down from this talk's announcement to the other's; between them a third one has its last two posts.</summary>
    private const string DownFrom = "announce of talk-312";

    private const string DownUntil = "announce of talk-313";

    private const string DownFor = "talk-311 starting";

    /// <summary>So many messages are cut off before Discord is up again: five channels, each tried more than once.</summary>
    private const int CutOffOnDiscord = 10;

    private static readonly (string Platform, string Route)[] Creates = [("discord", "create-message"), ("telegram", "sendMessage")];

    /// <summary>By what a message of each kind is known on the wire; each is the first of its kind in its channel.</summary>
    private static readonly string[] Kinds = ["(1/", "(2/", "starts in ", "is starting now."];

    private readonly PlayedStage _stage;
    private readonly Random _random;
    private readonly string _beginning;

    private FaultSeason(PlayedStage stage, Random random, string beginning)
    {
        _stage = stage;
        _random = random;
        _beginning = beginning;
    }

    private IReadOnlyList<PlayedMessage> Expected => [.. PlayedTalks.Expected.Where(message => string.CompareOrdinal(message.Due, _beginning) > 0)];

    public static async Task<FaultSeason> StartAsync(Random random, string beginning, CancellationToken cancellationToken) =>
        new(await PlayedStage.StartAsync(cancellationToken), random, beginning);

    /// <param name="kills">How often the bot is killed first.</param>
    /// <param name="stalls">Whether more than one message of each platform and phase is held for half a minute.</param>
    /// <param name="cancellationToken">Ends the play.</param>
    public async Task<FaultVerdict> PlayAsync(int kills, bool stalls, CancellationToken cancellationToken)
    {
        for (var kill = 0; kill < kills; kill++)
        {
            await KillAsync(kill, cancellationToken);
        }

        var killedIn = await UnfinishedOnTelegramAsync(cancellationToken);
        await MisbehaveAsync(stalls, cancellationToken);
        await PlayOnAsync(cancellationToken);
        return FaultVerdict.Of(Expected, await _stage.Record.ReadAsync(cancellationToken), await _stage.PlanAsync(cancellationToken), killedIn);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private async Task KillAsync(int kill, CancellationToken cancellationToken)
    {
        await using var bot = _stage.StartBot(await ReachedAsync(cancellationToken));
        var (platform, route) = Creates[kill % Creates.Length];
        var phase = (FaultPhase)_random.Next(3);
        await _stage.Record.AddFaultAsync(new { platform, route, nth = 1 + _random.Next(4), phase, action = new { killPid = bot.Id } }, cancellationToken);
        await bot.ExitCodeAsync(cancellationToken);
    }

    /// <summary>Each channel gets one fault, so that the faults do not meet each other; every row of the table comes at least twice on each platform.</summary>
    private async Task MisbehaveAsync(bool stalls, CancellationToken cancellationToken)
    {
        foreach (var (platform, route) in Creates)
        {
            var channels = FortyChannels.All.Where(channel => channel.Platform == platform).ToArray();
            _random.Shuffle(channels);
            for (var at = 0; at < channels.Length; at++)
            {
                var first = at < WireFault.All.Count;
                var row = WireFault.All[at % WireFault.All.Count];
                if (first || stalls || !row.IsStall)
                {
                    var containing = first ? Kinds[0] : Kinds[_random.Next(Kinds.Length)];
                    await _stage.Record.AddFaultAsync(new { platform, route, target = channels[at].Address, containing, phase = row.Phase, action = row.Action }, cancellationToken);
                }
            }
        }
    }

    private async Task PlayOnAsync(CancellationToken cancellationToken)
    {
        await using var bot = _stage.StartBot(await ReachedAsync(cancellationToken));
        await bot.LineAsync(line => IsOnDiscord(line, DownFrom), cancellationToken);
        var down = await TakeDownAsync("telegram", cancellationToken);
        await bot.LineAsync(line => IsOnDiscord(line, DownUntil), cancellationToken);
        var up = await BringUpAsync("telegram", cancellationToken);

        var cut = await TakeDownAsync("discord", cancellationToken);
        await _stage.Record.WhenAsync(
            record => record.Count(entry => entry.Sequence > cut && entry is { Kind: RecordKinds.Fault, Platform: "discord", ChatId: not null }) >= CutOffOnDiscord, cancellationToken);
        await BringUpAsync("discord", cancellationToken);

        await bot.LineAsync(line => line.Contains("Nothing more is planned", StringComparison.Ordinal), cancellationToken);
        Assert.Equal(0, await bot.TerminateAsync(cancellationToken));
        await AssertTheOtherWentOnAsync(down, up, cancellationToken);
    }

    private async Task AssertTheOtherWentOnAsync(long down, long up, CancellationToken cancellationToken)
    {
        var during = (await _stage.MessagesAsync(cancellationToken)).Where(entry => entry.Sequence > down && entry.Sequence < up).Select(PlayedTalks.NameOf).ToList();
        var due = Expected.Where(message => message.Name.StartsWith(DownFor, StringComparison.Ordinal)).ToList();
        Assert.All(due.Where(message => message.Channel.Platform == "discord"), message => Assert.Contains(message.Name, during));
        Assert.All(due.Where(message => message.Channel.Platform == "telegram"), message => Assert.DoesNotContain(message.Name, during));
    }

    /// <summary>From now on every request of a platform is cut off. Returns where in the record that begins.</summary>
    private async Task<long> TakeDownAsync(string platform, CancellationToken cancellationToken)
    {
        var latest = await LatestAsync(cancellationToken);
        await _stage.Record.AddFaultAsync(new { id = $"{platform}-down", platform, until = "cleared", action = new { reset = true } }, cancellationToken);
        return latest;
    }

    private async Task<long> BringUpAsync(string platform, CancellationToken cancellationToken)
    {
        await _stage.Record.RemoveFaultAsync($"{platform}-down", cancellationToken);
        return await LatestAsync(cancellationToken);
    }

    private static bool IsOnDiscord(string line, string post) =>
        line.Contains($"Published {post} ", StringComparison.Ordinal) && line.Contains("discord", StringComparison.Ordinal);

    private async Task<long> LatestAsync(CancellationToken cancellationToken) => (await _stage.Record.ReadAsync(cancellationToken)).Max(entry => entry.Sequence);

    /// <summary>The campaign time that the bot had reached for sure.</summary>
    private async Task<string> ReachedAsync(CancellationToken cancellationToken) =>
        await LatestDueAsync(cancellationToken) is { } due ? PlayedTalks.MinuteBefore(due) : _beginning;

    private async Task<string?> LatestDueAsync(CancellationToken cancellationToken)
    {
        var there = (await _stage.MessagesAsync(cancellationToken)).Select(PlayedTalks.NameOf).ToHashSet();
        return Expected.LastOrDefault(message => there.Contains(message.Name))?.Due;
    }

    /// <summary>What was due on Telegram by the latest kill and is not known to be sent; a post of the same minute may have been on its way, too.</summary>
    private async Task<HashSet<string>> UnfinishedOnTelegramAsync(CancellationToken cancellationToken)
    {
        if (await LatestDueAsync(cancellationToken) is not { } latest)
        {
            return [];
        }

        var plan = await _stage.PlanAsync(cancellationToken);
        return
        [
            .. Expected.Where(message => message.Channel.Platform == "telegram" && string.CompareOrdinal(message.Due, latest) <= 0 && plan[message.Post] != "sent")
                .Select(message => message.Post),
        ];
    }
}
