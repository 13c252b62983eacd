using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Says why nothing comes any more of a post that waits for another try or for a person. Pure.</summary>
public static class Leftovers
{
    /// <summary>How the reason begins where a change of the files took the post out of the plan; it comes back with the plan.</summary>
    public const string NoLongerPlanned = "no longer planned: ";

    public const string NobodyReleased = "nobody released it in time";

    private const string HeldBefore = "; it was held: ";

    /// <summary>Why it is no longer planned; null where it is, and where its talk has vanished: that is a pause.</summary>
    public static string? WhyNotPlanned(TalkCatalogue catalogue, SentPosts posts, DeliveryRow row, Instant now)
    {
        if (posts.TalkOf(row.Key) is not { } talk)
        {
            return IsOver(row, now) ? "its talk is no longer in the files, and its time is over" : null;
        }

        if (talk.Status is not TalkStatus.Confirmed)
        {
            return $"the talk is {(talk.Status is TalkStatus.Draft ? "a draft" : talk.Status.ToString().ToLowerInvariant())}";
        }

        if (posts.ChannelOf(row.Key) is not { } channel)
        {
            return "its channel is no longer configured";
        }

        if (!catalogue.ChannelsOf(talk).Any(face => face.Target == channel.Target))
        {
            return "its channel no longer takes the talk";
        }

        if (posts.StepOf(row.Key, talk) is not { } step)
        {
            return "the talk's campaign has no such step any more";
        }

        var planned = CampaignPlanner.KeyOf(talk, step, channel);
        if (planned.Subject != row.Key.Subject)
        {
            return $"the talk's posts are known by {planned.Subject}";
        }

        if (planned.Occasion != row.Key.Occasion && !TalkStart.IsSameMoment(row.Key.Occasion, planned.Occasion))
        {
            return "the talk has another start";
        }

        return StepSchedule.DueOf(catalogue, talk, step, channel) switch
        {
            StepDue.NotPlanned not => not.Reason,
            // An announcement may go out without a date; everything else has lost what it waited for.
            StepDue.Waiting waiting when step.Kind is not StepKind.Announcement => waiting.Reason,
            _ => null,
        };
    }

    /// <summary>Until when a planned post makes sense; null where nobody can say.</summary>
    public static Instant? LatestOf(TalkCatalogue catalogue, SentPosts posts, DeliveryRow row) =>
        posts.TalkOf(row.Key) is { } talk
        && posts.ChannelOf(row.Key) is { } channel
        && posts.StepOf(row.Key, talk) is { } step
        && StepSchedule.DueOf(catalogue, talk, step, channel) is StepDue.At at
            ? at.Latest
            : null;

    /// <summary>The reason of an open row that is taken out of the plan.</summary>
    public static string ReasonOf(DeliveryRow row, string why) => row.State is DeliveryState.Held
        ? $"{NoLongerPlanned}{why}{HalfOf(row)}{HeldBefore}{row.Reason}"
        : $"{NoLongerPlanned}{why}{HalfOf(row)}; it could not be sent before: {row.Reason}";

    /// <summary>For the reason of what is given up: how much of it stands there, where nothing follows it any more. Empty where nothing does.</summary>
    public static string HalfOf(DeliveryRow row) =>
        row.Messages.Count(message => message.State is DeliveryState.Sent) is var sent and > 0
            ? $"; {sent} of its {row.Messages.Count()} messages stand there, and are not corrected"
            : "";

    /// <summary>The reason of a held row whose time is over. What a person held back is nobody's loss, and begins as before.</summary>
    public static string ExpiryOf(DeliveryRow row) =>
        row.Reason.StartsWith(DeliveryPolicy.HeldBy, StringComparison.Ordinal) ? $"{row.Reason}; {NobodyReleased}" : NobodyReleased;

    public static bool IsOutOfPlan(DeliveryRow row) =>
        row.State is DeliveryState.Skipped && row.Reason.StartsWith(NoLongerPlanned, StringComparison.Ordinal);

    /// <summary>Why the row was held before it was taken out of the plan; null where it waited for another try.</summary>
    public static string? HeldBeforeOf(DeliveryRow row) =>
        row.Reason.IndexOf(HeldBefore, StringComparison.Ordinal) is var at and >= 0 ? row.Reason[(at + HeldBefore.Length)..] : null;

    // Nobody knows what a vanished talk's steps were; the start stands in the key of what counts from it.
    private static bool IsOver(DeliveryRow row, Instant now) => row.Key.Occasion.Length > 0
        ? VanishedTalks.EndOf(row.Key.Occasion) is var start && start < Instant.MaxValue && start + StepSchedule.AfterThanks < now
        : row.DueAt + StepSchedule.AfterEnd < now;
}
