using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The less usual steps on a real ledger. The talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC.</summary>
public sealed class CampaignDeliveryTests : IDisposable
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static CatalogueBuilder OnDiscord => new CatalogueBuilder().Channels(CatalogueBuilder.DiscordChannel);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_recording_is_posted_once_when_its_link_appears()
    {
        var campaign = Campaign(
            new Step(new StepId("announce"), StepKind.Announcement, new StepTime.DaysBefore(21, new LocalTime(10, 0))),
            new Step(new StepId("recording"), StepKind.FollowUp, new StepTime.WithLink("recording")));
        var before = OnDiscord.With(campaign).With(new TalkBuilder()).Build();
        var after = OnDiscord.With(campaign).With(new TalkBuilder().Link("recording", "Recording", "https://example.org/r")).Build();
        await using var rig = await StartAsync(before);
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        var announced = _discord.Taken.Count;

        _clock.Set(Instant.FromUtc(2027, 1, 25, 0, 0));
        await rig.PassAsync(Cancel);
        rig.Swap(after);
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal(1, announced);
        Assert.Equal(2, _discord.Taken.Count);
    }

    [Fact]
    public async Task A_link_that_was_there_from_the_first_gets_no_post_of_its_own()
    {
        var campaign = Campaign(new Step(new StepId("slides"), StepKind.FollowUp, new StepTime.WithLink("slides")));
        var catalogue = OnDiscord.With(campaign).With(new TalkBuilder().Link("slides", "Slides", "https://example.org/s")).Build();
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);

        _clock.Set(Instant.FromUtc(2027, 1, 25, 0, 0));
        await rig.PassAsync(Cancel);

        Assert.Empty(_discord.Taken);
    }

    [Fact]
    public async Task What_needs_approval_is_held_until_a_moderator_posts_it_and_its_reminders_wait_for_that()
    {
        var catalogue = OnDiscord.With(new TalkBuilder().With(talk => talk with { NeedsApproval = true })).Build();
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);

        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await rig.PassAsync(Cancel);
        var whileWaiting = _discord.Taken.Count;
        var held = rig.Index.Rows.Select(row => $"{row.Key.Step} {row.State}: {row.Reason}").ToList();
        await rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);
        _clock.Set(Instant.FromUtc(2027, 1, 19, 1, 0));
        await rig.PassAsync(Cancel);

        Assert.Equal(0, whileWaiting);
        Assert.Equal(["announce Held: waits for a moderator's approval"], held);
        Assert.Equal(2, _discord.Taken.Count);
    }

    [Theory]
    [InlineData("approve-post", 2, "Sent")]
    [InlineData("decline-post", 1, "Skipped")]
    public async Task A_step_that_needs_approval_is_asked_for_once_and_a_moderators_press_decides(string press, int posts, string state)
    {
        var campaign = Campaign(new Step(new StepId("reminder"), StepKind.Reminder, new StepTime.DaysBefore(7, new LocalTime(10, 0))) { NeedsApproval = true });
        var catalogue = OnDiscord.With(campaign).With(new TalkBuilder()).Build();
        catalogue = catalogue with
        {
            Moderators = [.. catalogue.Moderators.Where(rules => rules.Platform == CatalogueBuilder.Discord).Select(rules => rules with { ReportTo = new ChannelAddress(rules.Platform, "77") })],
        };
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);
        _clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);
        var asked = _discord.Taken;

        var button = _discord.LastActions.Single(action => action.Verb == press);
        var moderator = new CommandAuthor(CatalogueBuilder.Discord, CatalogueBuilder.DiscordModerator, "Noor", [], []);
        var incoming = new IncomingCommand(button.Verb, ImmutableDictionary<string, string>.Empty, moderator, new CommandPlace(null, "77"), "en", button.Row);
        var reply = await rig.Router.AnswerAsync(incoming, Cancel);
        var again = await rig.Router.AnswerAsync(incoming, Cancel);
        await rig.PassAsync(Cancel);

        Assert.Equal(["Approve reminder of Chinese Immigration and Its Discontents in announcements?"], asked);
        Assert.Equal((true, false), (reply.ReplacesPressed, again.ReplacesPressed));
        Assert.Equal(posts, _discord.Taken.Count);
        Assert.Equal(state, rig.Index.Rows.Single(row => row.Key.Kind is DeliveryKind.Step).State.ToString());
    }

    [Fact]
    public async Task A_digest_goes_out_once_for_each_of_its_days_and_tells_of_what_is_ahead()
    {
        var catalogue = WithDigest(new TalkBuilder());
        _clock.Set(Instant.FromUtc(2027, 1, 10, 12, 0));
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);

        _clock.Set(Instant.FromUtc(2027, 1, 11, 0, 0)); // Monday, 09:00 in Tokyo
        var instants = await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Single(_discord.Taken);
        Assert.Contains("what is ahead", _discord.Taken[0], StringComparison.Ordinal);
        Assert.Contains(Instant.FromUtc(2027, 1, 18, 0, 0), instants);
    }

    [Fact]
    public async Task A_digest_that_came_back_until_its_day_was_over_is_skipped_with_both_reasons()
    {
        var catalogue = WithDigest(new TalkBuilder());
        _clock.Set(Instant.FromUtc(2027, 1, 10, 12, 0));
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);
        _discord.Answer = _ => new Outcome.NotSent("no route");
        _clock.Set(Instant.FromUtc(2027, 1, 11, 0, 0)); // Monday, 09:00 in Tokyo
        await rig.PassAsync(Cancel);

        _clock.Set(Instant.FromUtc(2027, 1, 11, 12, 0));
        await rig.PassAsync(Cancel);
        var inTime = rig.Index.Rows.Single(row => row.Key.Kind is DeliveryKind.Digest).State;
        _clock.Set(Instant.FromUtc(2027, 1, 11, 12, 1));
        await rig.PassAsync(Cancel);

        var digest = rig.Index.Rows.Single(row => row.Key.Kind is DeliveryKind.Digest);
        Assert.Equal(DeliveryState.Retry, inTime);
        Assert.Equal((DeliveryState.Skipped, "too late; it could not be sent in time: no route"), (digest.State, digest.Reason));
    }

    [Fact]
    public async Task A_digest_with_nothing_to_tell_is_skipped_with_a_line()
    {
        var catalogue = WithDigest(new TalkBuilder());
        _clock.Set(Instant.FromUtc(2027, 1, 24, 12, 0));
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);

        _clock.Set(Instant.FromUtc(2027, 1, 25, 0, 0));
        await rig.PassAsync(Cancel);

        Assert.Empty(_discord.Taken);
        Assert.Equal(["digest weekly Skipped: nothing is ahead"], rig.Index.Rows.Select(row => $"{row.Key.Kind} {row.Key.Step} {row.State}: {row.Reason}".Replace("Digest", "digest", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_digest_of_a_day_that_was_missed_is_not_made_up_for()
    {
        var catalogue = WithDigest(new TalkBuilder());
        _clock.Set(Instant.FromUtc(2027, 1, 10, 12, 0));
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);

        _clock.Set(Instant.FromUtc(2027, 1, 11, 13, 0));
        await rig.PassAsync(Cancel);

        Assert.Empty(_discord.Taken);
    }

    [Fact]
    public async Task A_digest_that_quiet_hours_always_swallow_never_comes_and_holds_up_nothing()
    {
        var quiet = CatalogueBuilder.DiscordChannel with { QuietHours = new QuietHours(new LocalTime(8, 0), new LocalTime(23, 0), CatalogueBuilder.Tokyo) };
        _clock.Set(Instant.FromUtc(2027, 1, 11, 0, 0));
        await using var rig = await StartAsync(WithDigest(new TalkBuilder()) with { Channels = [quiet] });

        var instants = await rig.PassAsync(Cancel);

        Assert.Empty(instants);
        Assert.Empty(_discord.Taken);
    }

    [Fact]
    public async Task A_post_that_would_go_out_into_quiet_hours_waits_for_their_end()
    {
        var tokyo = CatalogueBuilder.Tokyo;
        var catalogue = new CatalogueBuilder()
            .Channels(CatalogueBuilder.DiscordChannel with { QuietHours = new QuietHours(new LocalTime(9, 0), new LocalTime(12, 0), tokyo) })
            .With(new TalkBuilder())
            .Build();
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);

        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        var quiet = _discord.Taken.Count;
        _clock.Set(Announce + Duration.FromHours(2));
        await rig.PassAsync(Cancel);

        Assert.Equal(0, quiet);
        Assert.Single(_discord.Taken);
    }

    [Fact]
    public async Task A_talk_with_a_new_id_that_names_its_previous_one_is_not_announced_again()
    {
        await using var rig = await StartAsync(OnDiscord.With(new TalkBuilder()).Build());
        await rig.PassAsync(Cancel);
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);

        rig.Swap(OnDiscord.With(new TalkBuilder("another").With(talk => talk with { PreviousIds = [new TalkId(TalkBuilder.SampleId)] })).Build());
        _clock.Advance(Duration.FromMinutes(30));
        await rig.PassAsync(Cancel);

        Assert.Single(_discord.Taken);
    }

    private static TalkCatalogue WithDigest(params TalkBuilder[] talks)
    {
        var digest = new Step(new StepId("weekly"), StepKind.Digest, new StepTime.Recurring(new EveryMonday()));
        return OnDiscord.With(Campaign(digest)).Listed(Listing.WhenConfirmed).With(talks).Build();
    }

    private static Campaign Campaign(params Step[] steps) => new(new CampaignId(CatalogueBuilder.CampaignId), [.. steps]);

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) => DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _discord);
}
