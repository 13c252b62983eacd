using System.Security.Cryptography;
using System.Text;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Finds what was not posted as planned and is worth a word to the moderators. Pure.</summary>
public static class Shortfalls
{
    /// <summary>Nobody needs to hear for the first time of what is older.</summary>
    public static readonly Duration OutOfDateAfter = Duration.FromDays(7);

    // The next post of the step is pinned: nobody misses the pin of this one.
    private const string LaterPost = "a later post has taken its place";

    /// <summary>How the reasons begin by which nobody loses anything, or which a moderator gave.</summary>
    private static readonly string[] NotWorthAWord = ["told by ", DeliveryPolicy.LinkWasThere, DigestDesk.NothingAhead, "declined by ", ReportDecisions.LeftOut, ReportDecisions.ThereAlready, "held by "];

    /// <summary>Of what stands in the ledger. What waits for a press has a question of its own.</summary>
    public static IEnumerable<Shortfall> OfRows(PostNames names, IEnumerable<DeliveryRow> rows, Instant now) => rows
        .Where(row => row.Key.Kind is not DeliveryKind.Report && now - row.ChangedAt <= OutOfDateAfter && !names.IsTest(row.Key))
        .OrderBy(row => row.Id)
        .SelectMany(row => OfRow(names, row).Select(shortfall => shortfall with { Post = row.Key }));

    /// <summary>Of what still makes sense, and does not go out because it was planned after its time.</summary>
    public static IEnumerable<Shortfall> OfPlan(PostNames names, TalkCatalogue catalogue, Knowledge known, Func<DeliveryKey, DeliveryRow?> find, Instant now) =>
        from planned in CampaignPlanner.Plan(catalogue, Instant.MinValue, now)
        where planned.Step.When is not StepTime.WithLink && find(planned.Key) is null
        let reason = WhyNot(planned, known, now)
        where reason is not null && !IsToldByAnnouncement(catalogue, planned, known, find, now)
        select new Shortfall($"{planned.Key}|{reason}", $"{names.Of(planned.Key)}: not posted: {reason}") { Post = planned.Key };

    /// <summary>Of the places that do not take the bot's messages.</summary>
    public static IEnumerable<Shortfall> OfTargets(
        PostNames names, IEnumerable<(ChannelAddress Target, string Reason)> aside, IReadOnlyCollection<DeliveryRow> rows) =>
        from entry in aside
        where names.IsForMembers(entry.Target)
        // Whatever it has taken since makes the next refusal news.
        let latest = rows.Where(row => row.State is DeliveryState.Sent && row.Key.Address == entry.Target).Select(row => row.Id).DefaultIfEmpty().Max()
        select new Shortfall($"aside|{entry.Target}|{Hash(entry.Reason)}|{latest}", $"{names.Of(entry.Target)}: nothing can be posted there: {entry.Reason}") { CanBeTriedAgain = true };

    /// <summary>Short enough for a key, and the same for the same text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..20];

    private static IEnumerable<Shortfall> OfRow(PostNames names, DeliveryRow row)
    {
        var mark = $"{row.Key}|{row.State}|{row.ChangedAt.ToUnixTimeTicks()}".ToLowerInvariant();
        var name = names.Of(row.Key);
        switch (row.State)
        {
            case DeliveryState.Failed:
                yield return new Shortfall(mark, $"{name}: refused: {row.Reason}") { Refused = row.Key, CanBeTriedAgain = true };
                break;
            case DeliveryState.Skipped when !StartsWithAny(row.Reason, NotWorthAWord) && !(Leftovers.HeldBeforeOf(row) is { } held && StartsWithAny(held, NotWorthAWord)):
                yield return new Shortfall(mark, $"{name}: not posted: {row.Reason}");
                break;
            case DeliveryState.Held when !StartsWithAny(row.Reason, [.. NotWorthAWord, DeliveryPolicy.NeedsApproval, DeliveryPolicy.DueInSilence]):
                yield return new Shortfall(mark, $"{name}: held: {row.Reason}");
                break;
            case DeliveryState.Sent:
                foreach (var shortfall in OfSent(name, row))
                {
                    yield return shortfall;
                }

                break;
        }
    }

    private static IEnumerable<Shortfall> OfSent(string name, DeliveryRow row)
    {
        if (row.Reason.Length > 0)
        {
            yield return new Shortfall($"{row.Key}|correction|{Hash(row.Reason)}", $"{name}: stays as it was posted: {row.Reason}");
        }

        foreach (var missing in DeliveryWords.FailedOrnaments(row).Where(missing => !missing.Contains(LaterPost, StringComparison.Ordinal)))
        {
            yield return new Shortfall($"{row.Key}|ornament|{Hash(missing)}", $"{name}: posted, but {missing}");
        }
    }

    private static string? WhyNot(PlannedDelivery planned, Knowledge known, Instant now) => DeliveryPolicy.Decide(planned, known, now) switch
    {
        Verdict.Skip { Reason: DeliveryPolicy.PlannedAfterItsTime } when now <= planned.LatestAt => DeliveryPolicy.PlannedAfterItsTime,
        // It was in time when it came, and its ten quiet minutes were too long.
        Verdict.Skip { Reason: DeliveryPolicy.TooLate } when planned.LatestAt + OutOfDateAfter >= now && known.TalkSeen(planned) is var seen
            && seen > known.Life.Born && seen <= planned.LatestAt => DeliveryPolicy.TooLate,
        _ => null,
    };

    // A reminder of what was just announced, or is about to be, would tell members nothing new.
    private static bool IsToldByAnnouncement(TalkCatalogue catalogue, PlannedDelivery planned, Knowledge known, Func<DeliveryKey, DeliveryRow?> find, Instant now)
    {
        if (planned.Step.Kind is StepKind.Announcement)
        {
            return false;
        }

        var step = AnnouncementStep.Of(catalogue, planned.Talk);
        var key = CampaignPlanner.KeyOf(planned.Talk, step, planned.Channel);
        if (find(key) is { } row)
        {
            return row.State is DeliveryState.Sent && row.ChangedAt >= planned.DueAt;
        }

        return StepSchedule.DueOf(catalogue, planned.Talk, step, planned.Channel) is StepDue.At at
            && DeliveryPolicy.Decide(new PlannedDelivery(key, planned.Talk, step, planned.Channel, at.Due, at.Latest), known, now) is Verdict.Wait or Verdict.Send;
    }

    private static bool StartsWithAny(string text, string[] beginnings) => beginnings.Any(beginning => text.StartsWith(beginning, StringComparison.Ordinal));
}
