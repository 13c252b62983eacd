using BotHost.Announcements;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Talks;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Posts;
using BotHost.Storage;
using BotHost.TestKit.Clocks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The heart on a real SQLite ledger and the real composer, with recording platforms and clocks that stand still.</summary>
internal sealed class DeliveryRig : IAsyncDisposable
{
    private readonly IHost _host;

    private DeliveryRig(IHost host) => _host = host;

    public IAnnouncements Announcements => _host.Services.GetRequiredService<IAnnouncements>();

    public IReportDecisions Decisions => _host.Services.GetRequiredService<IReportDecisions>();

    public IConfigReports ConfigReports => _host.Services.GetRequiredService<IConfigReports>();

    public ReportRoute Reports => _host.Services.GetRequiredService<ReportRoute>();

    public ModeratorQuestions Questions => _host.Services.GetRequiredService<ModeratorQuestions>();

    public UntoldReports Untold => _host.Services.GetRequiredService<UntoldReports>();

    public ICommandRouter Router => _host.Services.GetRequiredService<ICommandRouter>();

    public BotStanding Standing => _host.Services.GetRequiredService<IBotStanding>().Look();

    public Retries Retries => _host.Services.GetRequiredService<Retries>();

    public LedgerIndex Index => _host.Services.GetRequiredService<LedgerIndex>();

    /// <summary>What the platforms' servers said of the time.</summary>
    public ServerTimes Times => _host.Services.GetRequiredService<ServerTimes>();

    public DoubtPass Doubts => _host.Services.GetRequiredService<DoubtPass>();

    private DeliveryPass Pass => _host.Services.GetRequiredService<DeliveryPass>();

    /// <summary>A process's start: the ledger is opened and its rows are read, but no worker runs; tests ask for passes.</summary>
    public static Task<DeliveryRig> StartAsync(
        TemporaryFolder folder,
        TalkCatalogue catalogue,
        ManualClock clock,
        ManualTimeProvider machine,
        CancellationToken cancellationToken,
        params RecordingPlatform[] platforms) =>
        StartAsync(folder, catalogue, clock, machine, new DeliveryOptions(), cancellationToken, platforms);

    /// <summary>As above, with what the operator said at this start.</summary>
    public static async Task<DeliveryRig> StartAsync(
        TemporaryFolder folder,
        TalkCatalogue catalogue,
        ManualClock clock,
        ManualTimeProvider machine,
        DeliveryOptions options,
        CancellationToken cancellationToken,
        params RecordingPlatform[] platforms)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Data:Directory", folder["data"])]);
        builder.Services.AddSingleton<TimeProvider>(machine).AddSingleton<IClock>(clock).AddSingleton<IAlarm, SilentAlarm>();
        foreach (var platform in platforms)
        {
            platform.Time ??= () => machine.GetUtcNow().ToInstant();
            builder.Services.AddSingleton<IChatPlatform>(platform);
        }

        builder.AddConfiguration().AddPosts().AddStorage().AddAnnouncements(options);
        var rig = new DeliveryRig(builder.Build());
        var services = rig._host.Services;
        services.GetRequiredService<CatalogueStore>().Swap(catalogue);
        var now = clock.GetCurrentInstant();
        services.GetRequiredService<KnowledgeKeeper>().Begin(await services.GetRequiredService<ILedger>().OpenAsync(now, cancellationToken), now);
        await rig.Index.LoadAsync(cancellationToken);
        return rig;
    }

    public void Swap(TalkCatalogue catalogue) => _host.Services.GetRequiredService<CatalogueStore>().Swap(catalogue);

    public async Task<IReadOnlyCollection<Instant>> PassAsync(CancellationToken cancellationToken)
    {
        var instants = await Pass.RunAsync(cancellationToken);
        await _host.Services.GetRequiredService<ILedger>().BeatAsync(_host.Services.GetRequiredService<IClock>().GetCurrentInstant(), cancellationToken);
        return instants;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private sealed class SilentAlarm : IAlarm
    {
        public Task SetAsync(IReadOnlyCollection<Instant> instants, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
