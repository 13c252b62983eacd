using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>Decides when a step of a talk is due and how late it may still go out.</summary>
public static class StepSchedule
{
    public static readonly Duration AfterStart = Duration.FromMinutes(10);

    public static readonly Duration AfterThanks = Duration.FromDays(2);

    public static readonly Duration AfterEnd = Duration.FromDays(60);

    public static readonly Duration WeekReminder = Duration.FromHours(24);

    public static readonly Duration DayReminder = Duration.FromHours(6);

    /// <summary>A reminder that comes later than this before the start tells nobody anything in time.</summary>
    public static readonly Duration ShortReminderEndsBeforeStart = Duration.FromMinutes(10);

    /// <summary>What quiet hours would push past its sense goes out this long before they begin.</summary>
    public static readonly Duration BeforeQuietHours = Duration.FromMinutes(1);

    /// <summary>When the step is due in a channel, whose quiet hours move it.</summary>
    public static StepDue DueOf(TalkCatalogue catalogue, Talk talk, Step step, Channel channel) =>
        DueOf(catalogue, talk, step) is StepDue.At at ? OutsideQuietHours(at, step, channel.QuietHours) : DueOf(catalogue, talk, step);

    /// <summary>When the step is due where nothing is quiet.</summary>
    public static StepDue DueOf(TalkCatalogue catalogue, Talk talk, Step step)
    {
        if (talk.Status is not TalkStatus.Confirmed)
        {
            return new StepDue.NotPlanned($"the talk is {talk.Status.ToString().ToLowerInvariant()}");
        }

        if (step.Kind is StepKind.Announcement && talk.AnnounceAt is { } announceAt)
        {
            return new StepDue.At(announceAt, StartOrEndOfDay(talk));
        }

        if (step.When is StepTime.WithLink link)
        {
            return WithLink(catalogue, talk, step, link);
        }

        if (step.When is StepTime.On && WhyNotOn(catalogue, talk, step) is { } why)
        {
            return why;
        }

        if (DueInstant(talk, step) is not { } due)
        {
            return new StepDue.Waiting(talk.Start is TalkStart.OnDate ? "no time of day" : "no start");
        }

        var latest = Latest(talk, step, due);
        return due <= latest || step.Kind is StepKind.Announcement ? new StepDue.At(due, latest) : new StepDue.NotPlanned("it would come after the start");
    }

    // The link came with the announcement or after it; when it came is for the ledger to know.
    private static StepDue WithLink(TalkCatalogue catalogue, Talk talk, Step step, StepTime.WithLink link)
    {
        if (!talk.Links.Any(has => string.Equals(has.Kind, link.Kind, StringComparison.OrdinalIgnoreCase)))
        {
            return new StepDue.Waiting($"no {link.Kind} link");
        }

        return (CampaignPlanner.AnnounceTime(catalogue, talk) ?? talk.Start.Instant) is { } due
            ? new StepDue.At(due, Latest(talk, step, due))
            : new StepDue.Waiting("no start");
    }

    /// <summary>A date of its own does not make a step right: who was told nothing yet wants no reminder, and what has no start has nothing to say.</summary>
    private static StepDue? WhyNotOn(TalkCatalogue catalogue, Talk talk, Step step)
    {
        if (talk.Start is TalkStart.ToBeAnnounced)
        {
            return new StepDue.Waiting("no start");
        }

        return step.Kind is not StepKind.Announcement && CampaignPlanner.AnnounceTime(catalogue, talk) is { } announced && DueInstant(talk, step) < announced
            ? new StepDue.NotPlanned("it would come before the announcement")
            : null;
    }

    private static Instant? DueInstant(Talk talk, Step step) => step.When switch
    {
        StepTime.DaysBefore days => DaysBefore(talk, days),
        StepTime.Before before => talk.Start.Instant - before.Offset,
        StepTime.AtStart => talk.Start.Instant,
        StepTime.AfterEnd after => talk.End + after.Offset,
        StepTime.On on => TalkStart.Resolve(on.Local, talk.Zone),
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
        var start = StartOrEndOfDay(talk);
        return step.Kind switch
        {
            StepKind.Announcement => Instant.Min(start, After(due, step.Lateness) ?? start),
            StepKind.Starting => due + (step.Lateness ?? AfterStart),
            StepKind.Thanks => due + (step.Lateness ?? AfterThanks),
            StepKind.FollowUp => Instant.Max(due, talk.End ?? due) + (step.Lateness ?? AfterEnd),
            _ when step.Lateness is { } late => Instant.Min(start, due + late),
            _ => Instant.Min(start, (start - due) switch
            {
                var ahead when ahead >= Duration.FromDays(6) => due + WeekReminder,
                var ahead when ahead >= Duration.FromHours(12) => due + DayReminder,
                _ => Instant.Max(due, start - ShortReminderEndsBeforeStart),
            }),
        };
    }

    private static Instant? After(Instant due, Duration? lateness) => due + lateness;

    /// <summary>Out of the quiet hours: after them while it makes sense, else just before them.</summary>
    private static StepDue OutsideQuietHours(StepDue.At at, Step step, QuietHours? hours)
    {
        if (hours?.Around(at.Due) is not { } quiet)
        {
            return at;
        }

        if (quiet.End <= at.Latest)
        {
            return at with { Due = quiet.End };
        }

        // Before the start nobody may read that it starts now.
        return step.Kind is StepKind.Starting
            ? new StepDue.NotPlanned($"quiet hours until {quiet.End.InZone(hours.Zone).TimeOfDay:HH:mm}")
            : at with { Due = quiet.Start - BeforeQuietHours };
    }

    private static Instant StartOrEndOfDay(Talk talk) => talk.Start switch
    {
        TalkStart.At => talk.Start.Instant!.Value,
        TalkStart.OnDate on => on.Zone.AtStartOfDay(on.Date.PlusDays(1)).ToInstant(),
        _ => Instant.MaxValue,
    };
}
