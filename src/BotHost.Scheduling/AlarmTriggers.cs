using NodaTime;
using NodaTime.Text;
using Quartz;

namespace BotHost.Scheduling;

/// <summary>The names and shapes of what Quartz keeps for the alarm. A due trigger's name is its instant.</summary>
internal static class AlarmTriggers
{
    public const string SchedulerName = "BotHost";
    public const string DueGroup = "due";

    public static readonly JobKey JobKey = new("wake", "alarm");
    public static readonly TriggerKey HourlyKey = new("hourly", "replan");

    public static TriggerKey KeyOf(Instant instant) => new(InstantPattern.ExtendedIso.Format(instant), DueGroup);

    public static Instant InstantOf(TriggerKey key) => InstantPattern.ExtendedIso.Parse(key.Name).Value;

    public static IJobDetail Job() => JobBuilder.Create<WakeJob>().WithIdentity(JobKey).StoreDurably().Build();

    // A trigger that misfired asks its own clock for "now". With another clock than the scheduler's it would misfire again, for ever.
    public static ITrigger Due(Instant instant, TimeProvider time) => TriggerBuilder.Create(time)
        .WithIdentity(KeyOf(instant))
        .ForJob(JobKey)
        .StartAt(instant.ToDateTimeOffset())
        .WithSimpleSchedule(schedule => schedule.WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow))
        .Build();

    public static ITrigger Hourly(TimeProvider time) => TriggerBuilder.Create(time)
        .WithIdentity(HourlyKey)
        .ForJob(JobKey)
        .StartAt(time.GetUtcNow() + TimeSpan.FromHours(1))
        .WithSimpleSchedule(schedule => schedule
            .WithInterval(TimeSpan.FromHours(1))
            .RepeatForever()
            .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
        .Build();
}
