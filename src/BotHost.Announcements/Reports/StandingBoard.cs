using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Following;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Reports;

/// <summary>Puts together how the bot stands, from what it keeps in memory.</summary>
internal sealed class StandingBoard(
    ITalkSource talks, LedgerIndex index, PlatformDirectory platforms, TargetBoard targets, ClockGuard clocks, UntoldReports untold, StoreHealth store,
    OutcomeKeeper outcomes, IClock campaign) : IBotStanding
{
    private const int MostNext = 3;

    private const int LongestTitle = 40;

    public BotStanding Look()
    {
        var catalogue = talks.Current;
        var now = campaign.GetCurrentInstant();
        var names = new PostNames(catalogue);
        var posts = new SentPosts(catalogue);
        return new BotStanding
        {
            Store = store.Trouble,
            KeptOutcomes = outcomes.Waiting,
            Untold = untold.Lines,
            Held = clocks.Held,
            Platforms = [.. platforms.All.OrderBy(platform => platform.Id.Value, StringComparer.Ordinal).Select(platform => (platform.Id.Value, HindranceOf(platform)))],
            Aside = [.. targets.All.Where(entry => names.IsConfigured(entry.Target)).Select(entry => (names.Of(entry.Target), entry.Reason))],
            Next = NextOf(catalogue, names, now),
            Vanished = [.. VanishedTalks.Of(catalogue, index.Rows, now).Select(talk => $"{talk.Subject}, {talk.When}")],
            Open = [.. index.Rows.Where(row => IsOpen(row, names, now)).OrderBy(Urgency).ThenByDescending(row => row.Id).Select(row => OpenOf(row, names, posts, catalogue))],
        };
    }

    private string? HindranceOf(IChatPlatform platform) => platform.State switch
    {
        PlatformState.NotConfigured missing => $"not configured, {missing.Setting} is missing",
        PlatformState.Refused refused => $"refused the bot: {refused.Reason}; {refused.Remedy}",
        _ => platforms.WhyHeld(platform.Id),
    };

    private List<(string Post, Instant At, DateTimeZone Zone)> NextOf(TalkCatalogue catalogue, PostNames names, Instant now) =>
    [
        .. CampaignPlanner.Plan(catalogue, now, Instant.MaxValue)
            .Where(planned => planned.DueAt > now && index.Find(planned.Key) is null && HeldBack.By(catalogue, planned, index.Find) is null)
            .Select(planned => (names.Of(planned.Key), planned.DueAt, planned.Talk.Zone))
            .Concat(DigestPlanner.Next(catalogue, now).Select(digest => (names.Of(digest.Key), digest.DueAt, digest.Series.Zone ?? catalogue.Community.Zone)))
            .OrderBy(next => next.DueAt)
            .Take(MostNext),
    ];

    // Whoever looks for an unknown post needs to know which, and when it may have come.
    private static (string Post, string Word) OpenOf(DeliveryRow row, PostNames names, SentPosts posts, TalkCatalogue catalogue)
    {
        var sent = row.Messages.Where(message => message.State is DeliveryState.Unknown).Select(message => message.ClaimedAt).ToList();
        if (row.State is not DeliveryState.Unknown || sent.Count == 0)
        {
            return (names.Of(row.Key), DeliveryWords.Of(row));
        }

        var talk = posts.TalkOf(row.Key);
        var when = DateWording.Describe(sent.Min(), talk?.Zone ?? catalogue.Community.Zone, TimeStyle.Full, "en");
        var name = talk is null ? names.Of(row.Key) : $"{names.Of(row.Key)} ({Shortening.AtWord(talk.Title, LongestTitle)})";
        return (name, $"unknown, look for it at {when}: {row.Reason}");
    }

    private static bool IsOpen(DeliveryRow row, PostNames names, Instant now) => row.Key.Kind is not DeliveryKind.Report && !names.IsTest(row.Key) && row.State switch
    {
        DeliveryState.Unknown or DeliveryState.Held or DeliveryState.Retry or DeliveryState.Sending => true,
        DeliveryState.Failed => now - row.ChangedAt <= Shortfalls.OutOfDateAfter,
        _ => false,
    };

    private static int Urgency(DeliveryRow row) => row.State switch
    {
        DeliveryState.Unknown => 0,
        DeliveryState.Held => 1,
        DeliveryState.Failed => 2,
        _ => 3,
    };
}
