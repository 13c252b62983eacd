using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>Says what is wanted when. Pure: the same catalogue and window give the same plan.</summary>
public static class CampaignPlanner
{
    /// <summary>Enumerates, unordered, every post that is due within the window (both ends included).</summary>
    public static IEnumerable<PlannedDelivery> Plan(TalkCatalogue catalogue, Instant from, Instant to)
    {
        foreach (var talk in catalogue.Talks.Values)
        {
            foreach (var step in catalogue.StepsOf(talk))
            {
                foreach (var channel in catalogue.ChannelsOf(talk))
                {
                    if (StepSchedule.DueOf(catalogue, talk, step, channel) is not StepDue.At at || at.Due < from || at.Due > to)
                    {
                        continue;
                    }

                    yield return new PlannedDelivery(KeyOf(talk, step, channel), talk, step, channel, at.Due, at.Latest);
                }
            }
        }
    }

    /// <summary>The distinct instants after <paramref name="now"/> at which something is due: all within the horizon, and always the next one.</summary>
    public static IReadOnlyList<Instant> NextInstants(TalkCatalogue catalogue, Instant now, Duration horizon)
    {
        var future = Plan(catalogue, now, Instant.MaxValue).Select(planned => planned.DueAt).Where(due => due > now).ToHashSet();
        if (future.Count == 0)
        {
            return [];
        }

        var next = future.Min();
        return [.. future.Where(due => due == next || due <= now + horizon).Order()];
    }

    /// <summary>When the talk's announcement is due, whether or not it goes out anywhere; null where it waits.</summary>
    public static Instant? AnnounceTime(TalkCatalogue catalogue, Talk talk)
    {
        if (talk.AnnounceAt is { } own)
        {
            return own;
        }

        var step = catalogue.StepsOf(talk).FirstOrDefault(step => step.Kind is StepKind.Announcement && step.When is not StepTime.WithLink);
        return step is not null && StepSchedule.DueOf(catalogue, talk, step) is StepDue.At at ? at.Due : null;
    }

    /// <summary>The identity of the post. A moved talk is not announced again, nor is its recording, but it is reminded of for its new time.</summary>
    public static DeliveryKey KeyOf(Talk talk, Step step, Channel channel) => new(
        DeliveryKind.Step,
        talk.FirstId.Value,
        step.Id.Value,
        step.Kind is not StepKind.Announcement && step.When.IsRelative ? talk.Start.Occasion : "",
        channel.Target);
}
