using BotHost.Announcements.Delivery;
using BotHost.TestKit.Clocks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace BotHost.Scheduling.Tests;

/// <summary>A running host with the room behind its door, real Quartz, and a machine clock that only the test moves.</summary>
internal sealed class AlarmHost : IAsyncDisposable
{
    private readonly IHost _host;

    private AlarmHost(IHost host, ManualTimeProvider machine, RecordingWakeUp bell, RecordingLoggerProvider log)
    {
        _host = host;
        Machine = machine;
        Bell = bell;
        Log = log;
    }

    public ManualTimeProvider Machine { get; }

    public RecordingWakeUp Bell { get; }

    public RecordingLoggerProvider Log { get; }

    public IServiceProvider Services => _host.Services;

    public IAlarm Alarm => _host.Services.GetRequiredService<IAlarm>();

    public IClock Clock => _host.Services.GetRequiredService<IClock>();

    public RehearsalClock Rehearsal => _host.Services.GetRequiredService<RehearsalClock>();

    public static async Task<AlarmHost> StartAsync(Action<IHostApplicationBuilder> addScheduling, CancellationToken cancellationToken)
    {
        var machine = new ManualTimeProvider();
        var bell = new RecordingWakeUp();
        var log = new RecordingLoggerProvider();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(log);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Services.AddSingleton<TimeProvider>(machine);
        builder.Services.AddSingleton<IWakeUp>(bell);
        addScheduling(builder);
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new AlarmHost(host, machine, bell, log);
    }

    public static Task<AlarmHost> RehearseAsync(RehearsalOptions options, CancellationToken cancellationToken) =>
        StartAsync(builder => builder.AddScheduling(options), cancellationToken);

    public ValueTask<IScheduler> SchedulerAsync(CancellationToken cancellationToken) =>
        _host.Services.GetRequiredKeyedService<ISchedulerFactory>(AlarmTriggers.SchedulerName).GetScheduler(cancellationToken);

    /// <summary>Lets time pass in small steps until the bell rings so. Quartz runs on threads of its own, so how many steps it needs is not fixed.</summary>
    public async Task<string> PassTimeUntilAsync(string beginning, CancellationToken cancellationToken)
    {
        var ring = Bell.NextAsync(beginning, cancellationToken);
        while (!ring.IsCompleted)
        {
            Machine.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        return await ring;
    }

    public Task StopAsync(CancellationToken cancellationToken) => _host.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        _host.Dispose();
    }
}
