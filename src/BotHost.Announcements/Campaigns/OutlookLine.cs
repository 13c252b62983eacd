using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Campaigns;

/// <summary>One line of the plan as people read it.</summary>
/// <param name="Talk">Whose step it is.</param>
/// <param name="Step">Which.</param>
/// <param name="Channel">Where.</param>
/// <param name="DueAt">When; null where it waits for something.</param>
/// <param name="Word">One of planned, waiting, not planned, skipped, held, sending, sent, retry, failed, unknown; with a reason behind a colon.</param>
public sealed record OutlookLine(Talk Talk, Step Step, Channel Channel, Instant? DueAt, string Word)
{
    public required DeliveryKey Key { get; init; }

    /// <summary>What the ledger knows of it; null: nothing.</summary>
    public DeliveryRow? Row { get; init; }

    /// <summary>Whether it is over and done well before now, so that only whoever looks back wants to see it.</summary>
    public bool IsPast(Instant now) =>
        DueAt is { } due && due < now - DeliveryWords.PastAfter && (Row is null ? Word.StartsWith("skipped", StringComparison.Ordinal) : DeliveryWords.IsOver(Row));

    /// <summary>Everything the catalogue wants, in order of time, with what the ledger knows of it where there is one.</summary>
    public static IReadOnlyList<OutlookLine> Of(TalkCatalogue catalogue, Func<DeliveryKey, DeliveryRow?> find, Knowledge? known, Instant now)
    {
        var lines =
            from talk in catalogue.Talks.Values
            from step in catalogue.StepsOf(talk)
            from channel in catalogue.ChannelsOf(talk)
            select LineOf(catalogue, talk, step, channel, find, known, now);
        var places = catalogue.Channels.Select(channel => channel.Id).ToList();
        return
        [
            .. lines.OrderBy(line => line.DueAt ?? Instant.MaxValue)
                .ThenBy(line => line.Talk.Id.Value, StringComparer.Ordinal)
                .ThenBy(line => places.FindIndex(id => id == line.Channel.Id)),
        ];
    }

    private static OutlookLine LineOf(
        TalkCatalogue catalogue, Talk talk, Step step, Channel channel, Func<DeliveryKey, DeliveryRow?> find, Knowledge? known, Instant now)
    {
        var key = CampaignPlanner.KeyOf(talk, step, channel);
        var due = StepSchedule.DueOf(catalogue, talk, step, channel);
        var instant = (due as StepDue.At)?.Due;
        if (find(key) is { } row)
        {
            return new OutlookLine(talk, step, channel, instant ?? row.DueAt, DeliveryWords.Of(row)) { Key = key, Row = row };
        }

        var word = due switch
        {
            StepDue.At at => WordOf(catalogue, new PlannedDelivery(key, talk, step, channel, at.Due, at.Latest), find, known, now),
            StepDue.Waiting waiting => $"waiting: {waiting.Reason}",
            StepDue.NotPlanned not => $"not planned: {not.Reason}",
            _ => "",
        };
        return new OutlookLine(talk, step, channel, instant, word is "planned" && WaitsForItsTalk() ? "planned: once the talk's announcement is approved" : word) { Key = key };

        bool WaitsForItsTalk() =>
            talk.NeedsApproval
            && step.Kind is not StepKind.Announcement
            && find(CampaignPlanner.KeyOf(talk, AnnouncementStep.Of(catalogue, talk), channel))?.State is not DeliveryState.Sent;
    }

    // Nothing is planned for a moment: it goes out when the link is new, or never.
    private static string WordOfLink(PlannedDelivery planned, StepTime.WithLink link, Knowledge? known, Instant now) =>
        known is null || known.LinkSeen(planned, link.Kind) <= Instant.Max(known.TalkSeen(planned), known.Life.Born)
            ? $"skipped: {DeliveryPolicy.LinkWasThere}"
            : now < planned.DueAt ? "planned" : "due";

    private static string WordOf(TalkCatalogue catalogue, PlannedDelivery planned, Func<DeliveryKey, DeliveryRow?> find, Knowledge? known, Instant now)
    {
        var word = WordOf(planned, known, now);
        return word is "planned" && HeldBack.By(catalogue, planned, find) is not null ? "planned: once the announcement that a moderator holds back is posted" : word;
    }

    private static string WordOf(PlannedDelivery planned, Knowledge? known, Instant now)
    {
        if (planned.Step.When is StepTime.WithLink link)
        {
            return WordOfLink(planned, link, known, now);
        }

        if (known is null)
        {
            return now <= planned.DueAt ? planned.NeedsApproval ? "planned: a moderator will be asked" : "planned" : $"skipped: {DeliveryPolicy.PlannedAfterItsTime}";
        }

        return DeliveryPolicy.Decide(planned, known, now) switch
        {
            Verdict.Skip skip => $"skipped: {skip.Reason}",
            Verdict.Expire expire => $"skipped: {expire.Reason}",
            Verdict.Hold hold => $"held: {hold.Reason}",
            Verdict.Wait { Reason: "planned" } => planned.NeedsApproval ? "planned: a moderator will be asked" : "planned",
            Verdict.Wait wait => $"planned: {wait.Reason}",
            _ => "due",
        };
    }
}
