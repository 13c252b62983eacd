using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>
/// The table played once from beginning to end, by a bot that is killed and started again until nothing is left to play, or no more kills are wanted.
/// </summary>
internal sealed class CrashSeason : IAsyncDisposable
{
    /// <summary>SIGKILL, as the system tells it.</summary>
    private const int Killed = 128 + 9;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(150);

    private readonly PlayedStage _stage;
    private readonly CrashTally _tally;
    private readonly Random _random;
    private readonly KillAim _aim;
    private readonly List<CarriedOutKill> _kills = [];
    private readonly Action<string> _tell;
    private bool _fromFirstVersion;

    private CrashSeason(PlayedStage stage, CrashTally tally, Random random, Action<string> tell)
    {
        _stage = stage;
        _tally = tally;
        _random = random;
        _tell = tell;
        _aim = new KillAim(stage.Record, random);
    }

    private string Ledger => Path.Combine(_stage.DataDirectory, "bothost.db");

    public static async Task<CrashSeason> StartAsync(CrashTally tally, Random random, Action<string> tell, CancellationToken cancellationToken) =>
        new(await PlayedStage.StartAsync(cancellationToken), tally, random, tell);

    public async Task<SeasonVerdict> PlayAsync(CancellationToken cancellationToken)
    {
        _fromFirstVersion = _tally.Missing(KillWindow.Migration) > 0;
        if (_fromFirstVersion)
        {
            await KillInMigrationsAsync(cancellationToken);
        }

        while (!_tally.IsComplete && await KillAsync(_tally.Draw(_random), cancellationToken) is not null)
        {
        }

        await _stage.PlayToTheEndAsync(await ReachedAsync(cancellationToken), cancellationToken);
        var record = await _stage.Record.ReadAsync(cancellationToken);
        var expected = PlayedTalks.Expected.Where(message => !_fromFirstVersion || !SentInFirstVersion.Holds(message)).ToList();
        return SeasonVerdict.Of(expected, record, await _stage.PlanAsync(cancellationToken), _kills);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    // What a kill left half migrated is carried on by the next start; where it was all there, an old ledger takes its place.
    private async Task KillInMigrationsAsync(CancellationToken cancellationToken)
    {
        SentInFirstVersion.Write(Ledger);
        while (_tally.Missing(KillWindow.Migration) > 0 && (await _stage.MessagesAsync(cancellationToken)).Count == 0)
        {
            if (SentInFirstVersion.VersionOf(Ledger) > 1)
            {
                SentInFirstVersion.Write(Ledger);
            }

            if (await KillAsync(KillWindow.Migration, cancellationToken) is null)
            {
                return;
            }
        }
    }

    /// <summary>Starts the bot and has it killed; null where it had played to the end before.</summary>
    private async Task<KillWindow?> KillAsync(KillWindow window, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        var (reached, last) = (await ReachedAsync(either.Token), (await _stage.Record.ReadAsync(either.Token)).Max(entry => (long?)entry.Sequence) ?? 0);
        await using var bot = _stage.StartBot(reached);
        await _aim.AtAsync(window, bot.Id, Ledger, either.Token);
        var ended = bot.ExitCodeAsync(either.Token);
        var finished = bot.LineAsync(line => line.Contains("Nothing more is planned", StringComparison.Ordinal), either.Token);
        await Task.WhenAny(ended, finished);
        if (finished.IsCompletedSuccessfully)
        {
            return null;
        }

        Assert.True(await ended == Killed, $"The bot ended by itself:\n{bot.Output}");
        var met = KillLog.LastOf(await _stage.Record.ReadAsync(either.Token), bot.Id, last);
        Assert.True(met is not null, $"Nobody says that the bot was killed, but it was:\n{bot.Output}");
        _kills.Add(met.Value.Kill);
        _tally.Add(met.Value.Window, met.Value.Platform);
        _tell($"killed {_tally.Total}: {met.Value.Window} {met.Value.Platform}, from {reached}");
        return met.Value.Window;
    }

    /// <summary>The campaign time that the bot had reached for sure: a minute before the latest of what stands at the platforms was due.</summary>
    private async Task<string> ReachedAsync(CancellationToken cancellationToken)
    {
        var there = (await _stage.MessagesAsync(cancellationToken)).Select(PlayedTalks.NameOf).ToHashSet();
        var latest = PlayedTalks.Expected.LastOrDefault(message => there.Contains(message.Name));
        return latest is null ? PlayedTalks.Beginning : PlayedTalks.MinuteBefore(latest.Due);
    }
}
