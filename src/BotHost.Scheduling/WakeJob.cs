using Quartz;

namespace BotHost.Scheduling;

/// <summary>The one job that Quartz runs: it rings the heart.</summary>
internal sealed class WakeJob(AlarmBell bell) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        if (context.Trigger.Key.Equals(AlarmTriggers.HourlyKey))
        {
            bell.RingHourly();
        }
        else
        {
            bell.RingDue(AlarmTriggers.InstantOf(context.Trigger.Key));
        }

        return ValueTask.CompletedTask;
    }
}
