using System.Threading.Channels;
using BotHost.Announcements;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Configuration;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.Posts;
using BotHost.Storage;
using BotHost.TestKit.Clocks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The real worker on a real SQLite ledger that can be made to fail, with recording platforms and clocks that stand still.</summary>
internal sealed class WorkerStage : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly System.Threading.Channels.Channel<IReadOnlyCollection<Instant>> _passes = System.Threading.Channels.Channel.CreateUnbounded<IReadOnlyCollection<Instant>>();

    private WorkerStage(TemporaryFolder folder, TalkCatalogue catalogue, ManualClock clock, ManualTimeProvider machine, RecordingPlatform[] platforms)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Data:Directory", folder["data"])]);
        builder.Services.AddSingleton<TimeProvider>(machine).AddSingleton<IClock>(clock).AddSingleton<IAlarm>(new PassCounter(_passes.Writer));
        foreach (var platform in platforms)
        {
            platform.Time ??= () => machine.GetUtcNow().ToInstant();
            builder.Services.AddSingleton<IChatPlatform>(platform);
        }

        builder.AddConfiguration().AddPosts().AddStorage().AddAnnouncements(new DeliveryOptions());
        var real = builder.Services.Last(service => service.ServiceType == typeof(ILedger));
        builder.Services.Replace(ServiceDescriptor.Singleton<ILedger>(services =>
        {
            var (ledger, failing) = FailingLedger.Around((ILedger)ActivatorUtilities.CreateInstance(services, real.ImplementationType!));
            Store = failing;
            return ledger;
        }));
        _host = builder.Build();
        _host.Services.GetRequiredService<CatalogueStore>().Swap(catalogue);
        _ = _host.Services.GetRequiredService<ILedger>();
    }

    public FailingLedger Store { get; private set; } = null!;

    public DeliveryWorker Worker => _host.Services.GetRequiredService<DeliveryWorker>();

    public ILedger Ledger => _host.Services.GetRequiredService<ILedger>();

    public OutcomeKeeper Outcomes => _host.Services.GetRequiredService<OutcomeKeeper>();

    public ClaimsUnderWay Claims => _host.Services.GetRequiredService<ClaimsUnderWay>();

    public LedgerIndex Index => _host.Services.GetRequiredService<LedgerIndex>();

    public BotStanding Standing => _host.Services.GetRequiredService<IBotStanding>().Look();

    public ILedgerPeek Peek => _host.Services.GetRequiredService<ILedgerPeek>();

    public static async Task<WorkerStage> StartAsync(
        TemporaryFolder folder, TalkCatalogue catalogue, ManualClock clock, ManualTimeProvider machine, CancellationToken cancellationToken, params RecordingPlatform[] platforms)
    {
        var stage = new WorkerStage(folder, catalogue, clock, machine, platforms);
        await stage.Worker.StartAsync(cancellationToken);
        return stage;
    }

    /// <summary>Waits for the next pass that went through.</summary>
    public Task<IReadOnlyCollection<Instant>> PassAsync(CancellationToken cancellationToken) => _passes.Reader.ReadAsync(cancellationToken).AsTask().InTime();

    /// <summary>Rings, and waits for the pass.</summary>
    public Task<IReadOnlyCollection<Instant>> RingAsync(CancellationToken cancellationToken)
    {
        Worker.Wake("the test");
        return PassAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Worker.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private sealed class PassCounter(ChannelWriter<IReadOnlyCollection<Instant>> passes) : IAlarm
    {
        public Task SetAsync(IReadOnlyCollection<Instant> instants, CancellationToken cancellationToken) => passes.WriteAsync(instants, cancellationToken).AsTask();
    }
}
