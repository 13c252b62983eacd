using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>Decides when a step of a talk is due and how late it may still go out.</summary>
public static class StepSchedule
{
    public static readonly Duration AfterStart = Duration.FromMinutes(10);

    public static readonly Duration AfterThanks = Duration.FromDays(2);

    public static readonly Duration WeekReminder = Duration.FromHours(24);

    public static readonly Duration DayReminder = Duration.FromHours(6);

    /// <summary>A reminder that comes later than this before the start tells nobody anything in time.</summary>
    public static readonly Duration ShortReminderEndsBeforeStart = Duration.FromMinutes(10);

    public static StepDue DueOf(Talk talk, Step step)
    {
        if (talk.Status is not TalkStatus.Confirmed)
        {
            return new StepDue.NotPlanned($"the talk is {talk.Status.ToString().ToLowerInvariant()}");
        }

        if (step.Kind is StepKind.Announcement && talk.AnnounceAt is { } announceAt)
        {
            return new StepDue.At(announceAt, talk.Start.Instant ?? EndOfStartDay(talk) ?? Instant.MaxValue);
        }

        if (DueInstant(talk, step) is not { } due)
        {
            return new StepDue.Waiting(talk.Start is TalkStart.OnDate ? "no time of day" : "no start");
        }

        return new StepDue.At(due, Latest(talk, step, due));
    }

    private static Instant? DueInstant(Talk talk, Step step) => step.When switch
    {
        StepTime.DaysBefore days => DaysBefore(talk, days),
        StepTime.Before before => talk.Start.Instant - before.Offset,
        StepTime.AtStart => talk.Start.Instant,
        StepTime.AfterEnd after => talk.End + after.Offset,
        _ => null,
    };

    private static Instant? DaysBefore(Talk talk, StepTime.DaysBefore step) => talk.Start switch
    {
        TalkStart.At at => TalkStart.Resolve(at.Local.Date.PlusDays(-step.Days).At(step.At ?? at.Local.TimeOfDay), at.Zone),
        TalkStart.OnDate on when step.At is { } time => TalkStart.Resolve(on.Date.PlusDays(-step.Days).At(time), on.Zone),
        _ => null,
    };

    private static Instant Latest(Talk talk, Step step, Instant due)
    {
        var start = talk.Start.Instant ?? EndOfStartDay(talk) ?? Instant.MaxValue;
        return step.Kind switch
        {
            StepKind.Announcement => start,
            StepKind.Starting => due + AfterStart,
            StepKind.Thanks => due + AfterThanks,
            _ => Instant.Min(start, (start - due) switch
            {
                var ahead when ahead >= Duration.FromDays(6) => due + WeekReminder,
                var ahead when ahead >= Duration.FromHours(12) => due + DayReminder,
                _ => Instant.Max(due, start - ShortReminderEndsBeforeStart),
            }),
        };
    }

    private static Instant? EndOfStartDay(Talk talk) =>
        talk.Start is TalkStart.OnDate on ? on.Zone.AtStartOfDay(on.Date.PlusDays(1)).ToInstant() : null;
}
