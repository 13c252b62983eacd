using System.Globalization;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Composition;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Delivery;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Text;

namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>
/// A config of files, read by the configuration room, and a bot whose clocks go from one due instant to the next.
/// What the platforms take is told as a story, one line for each post, to be compared with a list that was written by hand.
/// </summary>
internal sealed class ScheduleStage : IAsyncDisposable
{
    private const int MostTriesOfUnfinishedWork = 20;

    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm'Z'");

    private static readonly Duration Heartbeat = Duration.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly IHost _reading = Rooms.ReadingRoom();
    private readonly ManualClock _clock;
    private readonly ManualTimeProvider _machine;
    private readonly RecordingPlatform[] _platforms = [new("discord", TimeSpan.FromSeconds(60)), new("telegram")];
    private readonly ScheduleStory _story = new();
    private DeliveryRig? _rig;

    public ScheduleStage(string now)
    {
        var start = Utc.Parse(now).Value;
        _clock = new ManualClock(start);
        _machine = new ManualTimeProvider(start.ToDateTimeOffset());
        foreach (var platform in _platforms)
        {
            platform.Answer = order =>
            {
                var receipt = platform.Take(order);
                _story.Posted(_clock.GetCurrentInstant(), order, receipt);
                return new Outcome.Sent(receipt);
            };
            platform.EditAnswer = order =>
            {
                platform.Change(order);
                _story.Edited(_clock.GetCurrentInstant(), order);
                return new Outcome.Sent(order.Receipt);
            };
        }
    }

    /// <summary>What another version of the time zone database would make of the config; the default is the one that is shipped.</summary>
    public Func<TalkCatalogue, TalkCatalogue> ZoneDatabase { get; set; } = catalogue => catalogue;

    public DeliveryRig Rig => _rig ?? throw new InvalidOperationException("The bot is down.");

    /// <summary>All that happened, as lines.</summary>
    public IReadOnlyList<string> Story => _story.Lines;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Config => _folder["config"];

    private string LedgerFile => Directory.EnumerateFiles(_folder["data"], "*.db").Single();

    public ScheduleStage Write(string path, string text)
    {
        var full = Path.Combine(Config, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Changes one file; what is replaced must be there.</summary>
    public ScheduleStage Change(string path, string old, string replacement)
    {
        var text = File.ReadAllText(Path.Combine(Config, path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        return Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Rename(string path, string to) => File.Move(Path.Combine(Config, path), Path.Combine(Config, to));

    public async Task StartAsync(bool catchUp = false)
    {
        _rig = await DeliveryRig.StartAsync(_folder, Read(), _clock, _machine, new DeliveryOptions(catchUp), Cancel, _platforms);
        await PassAsync();
    }

    public async Task StopAsync()
    {
        await Rig.DisposeAsync();
        _rig = null;
    }

    /// <summary>Nobody runs for a while.</summary>
    public async Task StopUntilAsync(string utc)
    {
        await StopAsync();
        _story.Tell($"down until {utc}");
        Advance(Utc.Parse(utc).Value);
    }

    /// <summary>The running bot takes the files as they are now.</summary>
    public async Task ReloadAsync(string told)
    {
        _story.Tell(told);
        Rig.Swap(Read());
        await PassAsync();
    }

    /// <summary>Goes from one instant that the passes asked for to the next.</summary>
    public async Task RunUntilAsync(string utc)
    {
        var end = Utc.Parse(utc).Value;
        var tries = 0;
        while (true)
        {
            var asked = await PassAsync();
            var now = _clock.GetCurrentInstant();
            if (now >= end)
            {
                return;
            }

            var isUnfinished = asked.Any(instant => instant <= now);
            tries = isUnfinished ? tries + 1 : 0;
            Assert.True(tries < MostTriesOfUnfinishedWork, "The same work stays unfinished, pass after pass.");
            var next = asked.Where(instant => instant > now).Append(isUnfinished ? now + Heartbeat : end).Min();
            Advance(Instant.Min(next, end));
        }
    }

    /// <summary>Adds what the ledger says of everything that did not go out and was not told before.</summary>
    public void TellWhatWasLeft() => _story.TellLeft(Rig.Index.Rows);

    public void Tell(string words) => _story.Tell(words);

    /// <summary>A moderator's order to post a talk's announcement.</summary>
    public async Task OrderAsync(string talk)
    {
        _story.Tell($"a moderator posts {talk}");
        await Rig.Announcements.PostNowAsync(new TalkId(talk), "discord:5", Cancel);
        _story.Name(Rig.Index.Rows);
    }

    /// <summary>Copies the ledger while the bot runs, by SQLite's own backup.</summary>
    public void BackUp()
    {
        _story.Tell("the ledger is copied");
        using var from = new SqliteConnection($"Data Source={LedgerFile};Pooling=False");
        using var to = new SqliteConnection($"Data Source={_folder["copy"]};Pooling=False");
        from.Open();
        to.Open();
        from.BackupDatabase(to);
    }

    /// <summary>Puts the copy in the place of a stopped bot's ledger.</summary>
    public void PutBackTheCopy()
    {
        _story.Tell("the copy is put back");
        var ledger = LedgerFile;
        File.Delete($"{ledger}-wal");
        File.Delete($"{ledger}-shm");
        File.Copy(_folder["copy"], ledger, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is not null)
        {
            await _rig.DisposeAsync();
        }

        _reading.Dispose();
        _folder.Dispose();
    }

    private async Task<IReadOnlyCollection<Instant>> PassAsync()
    {
        var instants = await Rig.PassAsync(Cancel);
        _story.Name(Rig.Index.Rows);
        return instants;
    }

    private void Advance(Instant to)
    {
        _machine.Advance((to - _clock.GetCurrentInstant()).ToTimeSpan());
        _clock.Set(to);
    }

    private TalkCatalogue Read()
    {
        var reading = _reading.Services.GetRequiredService<CatalogueReader>().Read(Config);
        Assert.True(reading.Catalogue is not null, string.Create(CultureInfo.InvariantCulture, $"{string.Join('\n', reading.Findings)}"));
        var catalogue = ZoneDatabase(reading.Catalogue);
        _story.Catalogue = catalogue;
        return catalogue;
    }
}
