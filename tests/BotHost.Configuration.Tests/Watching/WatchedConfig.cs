using BotHost.Announcements.Talks;
using BotHost.Configuration.Tests.Builders;
using BotHost.Configuration.Watching;
using BotHost.TestKit.Clocks;

namespace BotHost.Configuration.Tests.Watching;

/// <summary>A watcher on a real folder, with a machine clock that stands still until it is moved.</summary>
internal sealed class WatchedConfig : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);

    private readonly string _data;
    private readonly ConfigWatcher _watcher;
    private readonly ManualTimeProvider _machine = new();

    private WatchedConfig(string directory, string data, bool listens, params ICatalogueRule[] rules)
    {
        _data = data;
        var reader = new CatalogueReader(new ParagraphReader(), rules);
        Accepted = new AcceptedConfig(data);
        _watcher = new ConfigWatcher(reader, Store, Accepted, Reports, _machine, Logs) { Listens = listens };
        var folder = Accepted.ReadEdit(reader, directory);
        var inForce = folder;
        if (Accepted.Exists)
        {
            var before = Accepted.Read(reader);
            folder = folder.Against(before.Catalogue!);
            inForce = folder.Catalogue is null ? before : folder;
        }

        if (folder.Catalogue is not null)
        {
            Accepted.Keep(folder);
        }

        Store.Swap(inForce.Catalogue!);
        Store.Changed += () => Swaps++;
        _watcher.Begin(directory, inForce, folder);
    }

    public CatalogueStore Store { get; } = new();

    public AcceptedConfig Accepted { get; }

    public RecordingReports Reports { get; } = new();

    public RecordingLogger<ConfigWatcher> Logs { get; } = new();

    public int Swaps { get; private set; }

    /// <summary>Starts as a process does: on the folder where it is right, else on what stands accepted in the data folder.</summary>
    public static async Task<WatchedConfig> StartAsync(string directory, string data, bool listens = false, params ICatalogueRule[] rules)
    {
        var watched = new WatchedConfig(directory, data, listens, rules);
        await watched._watcher.StartAsync(TestContext.Current.CancellationToken);
        return watched;
    }

    public string TitleOf(string talk) => Store.Current.Talks[new TalkId(talk)].Title;

    /// <summary>Lets time pass as the watcher waits for it, and returns when it waits again.</summary>
    public async Task PassAsync(double seconds)
    {
        for (var left = TimeSpan.FromSeconds(seconds); left > TimeSpan.Zero; left -= Step)
        {
            await _machine.WhenArmedAsync(ConfigWatcher.ScanEvery, TestContext.Current.CancellationToken);
            _machine.Advance(Step);
        }

        await _machine.WhenArmedAsync(ConfigWatcher.ScanEvery, TestContext.Current.CancellationToken);
    }

    /// <summary>Lets time pass until something is so, however slowly the file system tells of it; how much passed.</summary>
    public async Task<TimeSpan> PassUntilAsync(Func<bool> happened)
    {
        var passed = TimeSpan.Zero;
        while (!happened())
        {
            Assert.True(passed < TimeSpan.FromMinutes(2), "It did not happen within two minutes.");
            await PassAsync(Step.TotalSeconds);
            passed += Step;
        }

        return passed;
    }

    public async ValueTask DisposeAsync()
    {
        await _watcher.StopAsync(CancellationToken.None);
        _watcher.Dispose();
        Assert.True(Directory.Exists(_data));
    }
}
