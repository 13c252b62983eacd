using BotHost.Announcements.Delivery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Quartz;

namespace BotHost.Scheduling;

/// <summary>
/// The alarm on Quartz: one trigger per due instant and one for the hourly replan. What Quartz really holds is compared
/// with what is wanted at each setting, so lost triggers come back.
/// </summary>
/// <remarks>
/// An instant that has rung and stays in the set while its work is unfinished does not ring at each setting:
/// a pass that ends by setting the alarm would otherwise ring for itself without end.
/// </remarks>
internal sealed class QuartzAlarm(
    [FromKeyedServices(AlarmTriggers.SchedulerName)] ISchedulerFactory schedulers,
    [FromKeyedServices(AlarmTriggers.SchedulerName)] TimeProvider time,
    AlarmBell bell,
    IClock clock,
    IHostApplicationLifetime lifetime) : IAlarm, IHostedService, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Arms the hourly replan, so that it comes even if the heart's first pass fails before it sets the alarm.</summary>
    public async Task StartAsync(CancellationToken cancellationToken) =>
        await KeepReplanAsync(await schedulers.GetScheduler(cancellationToken), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task SetAsync(IReadOnlyCollection<Instant> instants, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetCurrentInstant();
            await ScheduleAsync([.. instants.Where(instant => instant > now)], cancellationToken);

            var overdue = bell.KeepOnly(instants.Where(instant => instant <= now).ToHashSet());
            foreach (var instant in overdue.Order())
            {
                bell.RingDue(instant);
            }
        }
        catch (SchedulerException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Quartz went first. Nobody is to be woken any more, and the next start sets the alarm anew.
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task ScheduleAsync(HashSet<Instant> ahead, CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await KeepReplanAsync(scheduler, cancellationToken);

        var wanted = ahead.ToDictionary(AlarmTriggers.KeyOf);
        var held = await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(AlarmTriggers.DueGroup), cancellationToken);
        var vanished = held.Where(key => !wanted.ContainsKey(key)).ToList();
        if (vanished.Count > 0)
        {
            await scheduler.UnscheduleJobs(vanished, cancellationToken);
        }

        foreach (var (key, instant) in wanted)
        {
            if (!held.Contains(key))
            {
                await scheduler.ScheduleTrigger(AlarmTriggers.Due(instant, time), TriggerConflict.Keep, cancellationToken);
            }
        }
    }

    private async Task KeepReplanAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        if (!await scheduler.Exists(AlarmTriggers.JobKey, cancellationToken))
        {
            await scheduler.AddJob(AlarmTriggers.Job(), AddJobOptions.Replacing, cancellationToken);
        }

        if (!await scheduler.Exists(AlarmTriggers.HourlyKey, cancellationToken))
        {
            await scheduler.ScheduleTrigger(AlarmTriggers.Hourly(time), TriggerConflict.Keep, cancellationToken);
        }
    }
}
