using BotHost.Announcements;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Delivery;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Posts;
using BotHost.Storage;
using BotHost.TestKit.Clocks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>
/// The heart with its own worker on a real ledger, and hours that pass in seconds: both clocks are one, which goes on a second
/// at a time and waits for the worker whenever it has something to do.
/// </summary>
internal sealed class PlayedCampaign : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // A machine hour takes seconds; a pass that has not ended after so long hangs.
    private static readonly TimeSpan Patience = Deadlines.Patience;

    private readonly ManualTimeProvider _machine;
    private readonly ScriptedAlarm _alarm;
    private readonly IHost _host;

    private PlayedCampaign(ManualTimeProvider machine, ScriptedAlarm alarm, IHost host)
    {
        _machine = machine;
        _alarm = alarm;
        _host = host;
    }

    public LedgerIndex Index => _host.Services.GetRequiredService<LedgerIndex>();

    private Instant Now => _machine.GetUtcNow().ToInstant();

    private DeliveryWorker Worker => _host.Services.GetRequiredService<DeliveryWorker>();

    public static async Task<PlayedCampaign> StartAsync(
        TemporaryFolder folder,
        TalkCatalogue catalogue,
        ManualTimeProvider machine,
        Func<Instant, IReadOnlyList<Duration>> rings,
        CancellationToken cancellationToken,
        params RecordingPlatform[] platforms)
    {
        var clock = new WallClock(machine);
        var alarm = new ScriptedAlarm(rings, clock);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Data:Directory", folder["data"])]);
        builder.Services.AddSingleton<TimeProvider>(machine).AddSingleton<IClock>(clock).AddSingleton<IAlarm>(alarm);
        foreach (var platform in platforms)
        {
            platform.Time ??= clock.Answer;
            builder.Services.AddSingleton<IChatPlatform>(platform);
        }

        builder.AddConfiguration().AddPosts().AddStorage().AddAnnouncements(new DeliveryOptions());
        var played = new PlayedCampaign(machine, alarm, builder.Build());
        played._host.Services.GetRequiredService<CatalogueStore>().Swap(catalogue);
        var firstPass = alarm.NextSetting;
        await played.Worker.StartAsync(cancellationToken);
        await firstPass.WaitAsync(Patience, TimeProvider.System, cancellationToken);
        await played.RestAsync(cancellationToken);
        return played;
    }

    public async Task PlayUntilAsync(Instant end, CancellationToken cancellationToken)
    {
        while (Now < end)
        {
            _machine.Advance(Second);
            await RestAsync(cancellationToken);
            for (var rings = _alarm.TakeRings(); rings > 0; rings--)
            {
                var pass = _alarm.NextSetting;
                Worker.Wake("the alarm");
                await pass.WaitAsync(Patience, TimeProvider.System, cancellationToken);
                await RestAsync(cancellationToken);
            }
        }
    }

    // The worker waits on a timer of at most a heartbeat; while none is armed, it is at work.
    private async Task RestAsync(CancellationToken cancellationToken) =>
        await _machine.WhenArmedAsync(DeliveryWorker.Heartbeat, cancellationToken).WaitAsync(Patience, TimeProvider.System, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private sealed class WallClock(TimeProvider machine) : IClock
    {
        public Instant GetCurrentInstant() => machine.GetUtcNow().ToInstant();

        public Instant? Answer() => GetCurrentInstant();
    }
}
