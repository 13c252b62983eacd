using BotHost.Announcements.Delivery;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Quartz;

namespace BotHost.Scheduling;

/// <summary>The door of the room: the alarm and the campaign clock.</summary>
public static class SchedulingRegistration
{
    /// <summary>How long Quartz sleeps when nothing is due; each new trigger wakes it anyway.</summary>
    private static readonly TimeSpan IdleWait = TimeSpan.FromMinutes(5);

    /// <summary>At weeks per second a shorter one is over before it began, and Quartz would do nothing but look at an empty store.</summary>
    /// <remarks>
    /// Measured on two shared cores: a gap of eight weeks in 2.5 seconds costs less than a tenth of a core, most of it for the hourly trigger
    /// (a quarter without the clock's naps), a day per second or a standing clock no more than the real one at rest.
    /// </remarks>
    private static readonly TimeSpan RehearsalIdleWait = TimeSpan.FromDays(20);

    /// <summary>Adds the alarm and the campaign clock: the real one, or a rehearsal's where the settings <c>Clock:Start</c>, <c>Clock:Speed</c>, <c>Clock:Pace</c> ask for it.</summary>
    /// <remarks>The settings are read at this call. Whoever calls registers an <see cref="IWakeUp"/>.</remarks>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting cannot be understood; the message names all of them and how to write them.</exception>
    public static IHostApplicationBuilder AddScheduling(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (ClockSettings.Read(builder.Configuration) is { } rehearsal)
        {
            return builder.AddScheduling(rehearsal);
        }

#pragma warning disable RS0030 // This is the one place where the real campaign clock is chosen.
        builder.Services.TryAddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        builder.AddAlarm(services => services.GetRequiredService<TimeProvider>(), IdleWait);
        builder.Services.AddSingleton<IAlarm>(services => services.GetRequiredService<QuartzAlarm>());
        return builder;
    }

    /// <summary>Adds the alarm and the clock of a rehearsal, whatever the settings say.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A value is out of its range.</exception>
    public static IHostApplicationBuilder AddScheduling(this IHostApplicationBuilder builder, RehearsalOptions rehearsal)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(rehearsal);
        ClockSettings.Check(rehearsal);

        builder.Services.AddSingleton(services => new RehearsalClock(rehearsal, services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IClock>(services => services.GetRequiredService<RehearsalClock>());

        // Only Quartz gets the scaled time: heartbeats, timeouts and leases stay on the machine's clock.
        builder.AddAlarm(services => services.GetRequiredService<RehearsalClock>().TimeProvider, RehearsalIdleWait);
        builder.Services.AddSingleton<IAlarm, RehearsalAlarm>();
        return builder;
    }

    private static void AddAlarm(this IHostApplicationBuilder builder, Func<IServiceProvider, TimeProvider> time, TimeSpan idleWait)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);

        // Quartz takes the clock that is registered under its scheduler's name.
        builder.Services.AddKeyedSingleton(AlarmTriggers.SchedulerName, (services, _) => time(services));
        builder.Services.AddSingleton<AlarmBell>();
        builder.Services.AddSingleton<QuartzAlarm>();
        builder.Services.AddHostedService(services => services.GetRequiredService<QuartzAlarm>());
        builder.Services.AddQuartz(AlarmTriggers.SchedulerName, quartz => quartz
            .UseInMemoryStore(_ => { })
            .UseDefaultThreadPool(1)
            .AddJobType<WakeJob>()
            .ConfigureScheduler(options => options.IdleWaitTime = idleWait));
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = false);

        // First in line, so that whoever wants to hear Quartz can still say so in the settings.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = [new("Logging:LogLevel:Quartz", "Warning")],
        });
    }
}
