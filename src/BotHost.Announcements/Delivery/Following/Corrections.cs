using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>Decides which sent posts are edited. Pure, and level-triggered: it compares what a post told with what is true, not one change with the next.</summary>
public static class Corrections
{
    /// <summary>How long after its talk a post is still corrected; nobody reads on, and platforms limit edits of old messages.</summary>
    public static readonly Duration Reach = Duration.FromDays(30);

    /// <param name="row">A sent delivery, with all that it told.</param>
    /// <param name="talk">Its talk; null where it has vanished from the files.</param>
    /// <param name="step">Its step; null where the campaign has it no more.</param>
    /// <param name="current">What it would tell now.</param>
    /// <param name="now">On the campaign clock.</param>
    public static Correction Decide(DeliveryRow row, Talk? talk, Step? step, RecordedFacts current, Instant now)
    {
        if (WhyLeft(row, talk, step, now) is { } reason)
        {
            return new Correction.Leave(reason);
        }

        if (row.Facts is not { } told)
        {
            return new Correction.Adopt();
        }

        // The talk may be again what the post told before: but some of it was changed meanwhile, or may have been.
        if (FactSheet.IsBegun(told))
        {
            return new Correction.Edit(StillTrue(step!, talk!, now));
        }

        if (told.Hash == current.Hash)
        {
            return new Correction.Leave("it tells the same");
        }

        return FactSheet.TellTheSame(told, current) ? new Correction.Adopt() : new Correction.Edit(StillTrue(step!, talk!, now));
    }

    /// <summary>Why it is not looked at at all; null where its facts count.</summary>
    public static string? WhyLeft(DeliveryRow row, Talk? talk, Step? step, Instant now) => (row, talk, step) switch
    {
        ({ State: not DeliveryState.Sent }, _, _) => "it was not sent",
        (_, null, _) => "the talk has vanished from the files",
        (_, { Status: TalkStatus.Draft }, _) => "the talk is a draft",
        (_, _, null) => "the campaign has no such step",
        _ when LastOf(row, talk, step) < now => "the talk is long over",
        _ => null,
    };

    /// <summary>When the talk is over; the end of time where nobody knows.</summary>
    public static Instant EndOf(Talk talk) =>
        talk.End ?? (talk.Start is TalkStart.OnDate on ? on.Zone.AtStartOfDay(on.Date.PlusDays(1)).ToInstant() : Instant.MaxValue);

    // A reminder is past with its talk; what people look up later, and what came after the talk, is followed for longer.
    private static Instant LastOf(DeliveryRow row, Talk talk, Step step)
    {
        var end = EndOf(talk);
        if (end == Instant.MaxValue || step.Kind is StepKind.Reminder or StepKind.Starting)
        {
            return end;
        }

        return Instant.Max(end, row.ChangedAt) + Reach;
    }

    // A talk that was moved after "starting now" or "thank you" is told as one that comes.
    private static Step StillTrue(Step step, Talk talk, Instant now) =>
        step.Kind is StepKind.Starting or StepKind.Thanks && !(talk.Start.Instant <= now)
            ? step with { Kind = StepKind.Reminder, Template = null, Mentions = false }
            : step with { Mentions = false };
}
