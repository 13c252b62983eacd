using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC.</summary>
public sealed class DeliveryPassTests : IDisposable
{
    private static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Announce - Duration.FromHours(1));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));
    private readonly RecordingPlatform _telegram = new("telegram");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static TalkCatalogue Sample => new CatalogueBuilder().With(new TalkBuilder()).Build();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_due_goes_out_once_however_often_the_pass_runs()
    {
        await using var rig = await StartAsync(Sample);
        await rig.PassAsync(Cancel);

        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);

        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    [Fact]
    public async Task The_alarm_is_set_for_what_comes_next()
    {
        await using var rig = await StartAsync(Sample);

        var instants = await rig.PassAsync(Cancel);

        Assert.Equal([Announce], instants);
    }

    [Fact]
    public async Task A_first_start_in_the_middle_of_a_series_posts_nothing_that_is_past()
    {
        var catalogue = SeriesInProgress();
        await using var rig = await StartAsync(catalogue);

        // A real clock goes on between opening the ledger and the first look at the talks.
        _clock.Advance(Duration.FromMilliseconds(300));
        await rig.PassAsync(Cancel);
        _clock.Advance(Duration.FromMinutes(20));
        await rig.PassAsync(Cancel);

        Assert.Empty(_discord.Taken);
        Assert.Empty(_telegram.Taken);
    }

    [Fact]
    public async Task A_lost_ledger_in_the_middle_of_a_series_posts_nothing_that_is_past_either()
    {
        var catalogue = SeriesInProgress();
        await using (var before = await StartAsync(catalogue))
        {
            await before.PassAsync(Cancel);
        }

        Directory.Delete(_folder["data"], recursive: true);
        await using var rig = await StartAsync(catalogue);
        _clock.Advance(Duration.FromMilliseconds(300));
        await rig.PassAsync(Cancel);
        _clock.Advance(Duration.FromMinutes(30));
        await rig.PassAsync(Cancel);

        Assert.Empty(_discord.Taken);
        Assert.Empty(_telegram.Taken);
    }

    [Fact]
    public async Task After_a_lost_ledger_a_press_still_posts()
    {
        var catalogue = SeriesInProgress();
        await using var rig = await StartAsync(catalogue);
        await rig.PassAsync(Cancel);

        var results = await rig.Announcements.PostNowAsync(new TalkId("talk-171"), "discord:1", Cancel);

        Assert.All(results, result => Assert.Equal(DeliveryState.Sent, result.State));
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    [Fact]
    public async Task A_talk_that_comes_late_is_announced_after_ten_quiet_minutes_and_its_past_reminders_are_not()
    {
        await using var rig = await StartAsync(new CatalogueBuilder().Build());
        await rig.PassAsync(Cancel);

        _clock.Set(Announce + Duration.FromDays(15));
        rig.Swap(Sample);
        var instants = await rig.PassAsync(Cancel);
        var before = _discord.Taken.Count;
        _clock.Advance(Duration.FromMinutes(10));
        await rig.PassAsync(Cancel);

        Assert.Equal(0, before);
        Assert.Contains(Announce + Duration.FromDays(15) + Duration.FromMinutes(10), instants);
        Assert.Single(_discord.Taken);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_talk_that_is_about_to_be_announced_or_that_a_moderator_holds_back()
    {
        await using var rig = await StartAsync(new CatalogueBuilder().Build());
        await rig.PassAsync(Cancel);

        // An hour before the talk comes within the ten quiet minutes of one that was written at the last moment.
        _clock.Set(Instant.FromUtc(2027, 1, 20, 8, 55));
        rig.Swap(Sample);
        await rig.PassAsync(Cancel);
        _clock.Set(Instant.FromUtc(2027, 1, 20, 9, 1));
        await rig.PassAsync(Cancel);
        var inTheQuietMinutes = _discord.Taken.Count;
        await rig.Announcements.HoldAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);
        _clock.Set(Instant.FromUtc(2027, 1, 20, 9, 6));
        await rig.PassAsync(Cancel);
        var whileHeld = _discord.Taken.Count;
        var nextWhileHeld = rig.Standing.Next;
        await rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);
        var nextWhenPosted = rig.Standing.Next.Select(next => next.Post.Split(' ')[0]).First();
        _clock.Set(Instant.FromUtc(2027, 1, 20, 10, 0));
        await rig.PassAsync(Cancel);

        Assert.Equal((0, 0), (inTheQuietMinutes, whileHeld));
        Assert.Empty(nextWhileHeld);
        Assert.Equal("starting", nextWhenPosted);
        Assert.Equal(2, _discord.Taken.Count);
        Assert.StartsWith("Starting now: ", _discord.Taken[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_moderators_are_told_once_of_a_talk_that_comes_late_and_can_hold_it_until_they_order_it()
    {
        var moderated = new CatalogueBuilder().Change(catalogue => catalogue with
        {
            Moderators = [.. catalogue.Moderators.Select(rules => rules with { ReportTo = new ChannelAddress(rules.Platform, "77") })],
        });
        await using var rig = await StartAsync(moderated.Build());
        await rig.PassAsync(Cancel);

        _clock.Set(Announce + Duration.FromDays(15));
        rig.Swap(moderated.With(new TalkBuilder()).Build());
        await rig.PassAsync(Cancel);
        await rig.PassAsync(Cancel);
        var told = _discord.Taken;
        var hold = Assert.Single(_discord.LastActions);
        var moderator = new CommandAuthor(CatalogueBuilder.Discord, CatalogueBuilder.DiscordModerator, "Noor", [], []);
        var held = await rig.Router.AnswerAsync(
            new IncomingCommand(hold.Verb, ImmutableDictionary<string, string>.Empty, moderator, new CommandPlace(null, "77"), "en", hold.Row), Cancel);
        _clock.Advance(Duration.FromMinutes(20));
        await rig.PassAsync(Cancel);
        var whileHeld = _discord.Taken.Count;
        await rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);

        Assert.Equal(["New talk: Chinese Immigration and Its Discontents"], told);
        Assert.True(held.ReplacesPressed);
        Assert.Equal(1, whileHeld);
        Assert.Equal(2, _discord.Taken.Count);
        Assert.Equal(2, _telegram.Taken.Count);
    }

    [Fact]
    public async Task Of_a_talk_that_comes_late_and_needs_approval_nobody_says_that_it_goes_out()
    {
        await using var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue());
        await stage.PassAsync();

        stage.Clock.Set(ReportStage.Announce + Duration.FromDays(15));
        stage.Rig.Swap(ReportStage.Catalogue(new TalkBuilder().With(talk => talk with { NeedsApproval = true })).Build());
        await stage.PassAsync();
        var inTheQuietMinutes = stage.ReportsOn("discord");
        stage.Clock.Advance(Duration.FromMinutes(10));
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Empty(inTheQuietMinutes);
        Assert.Equal(2, stage.ReportsOn("discord").Count);
        Assert.All(stage.ReportsOn("discord"), report => Assert.StartsWith("# Approve announce of Chinese Immigration and Its Discontents in ", report, StringComparison.Ordinal));
        Assert.Empty(stage.Posts);
    }

    [Fact]
    public async Task After_a_day_of_silence_what_is_overdue_waits_for_a_press()
    {
        await using (var before = await StartAsync(Sample))
        {
            await before.PassAsync(Cancel);
        }

        _clock.Set(Announce + Duration.FromHours(30));
        await using var rig = await StartAsync(Sample);
        await rig.PassAsync(Cancel);
        var silent = _discord.Taken.Count;
        var results = await rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel);

        Assert.Equal(0, silent);
        Assert.Equal(2, results.Count);
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    [Fact]
    public async Task A_restart_within_a_day_sends_what_became_due_meanwhile()
    {
        await using (var before = await StartAsync(Sample))
        {
            await before.PassAsync(Cancel);
        }

        _clock.Set(Announce + Duration.FromHours(5));
        await using var rig = await StartAsync(Sample);
        await rig.PassAsync(Cancel);

        Assert.Single(_discord.Taken);
    }

    [Fact]
    public async Task What_ran_out_of_time_while_the_bot_was_down_stands_in_the_ledger_with_its_reason()
    {
        var dayBefore = Instant.FromUtc(2027, 1, 19, 1, 0);
        _clock.Set(dayBefore - Duration.FromHours(1));
        await using (var before = await StartAsync(Sample))
        {
            await before.PassAsync(Cancel);
        }

        _clock.Set(dayBefore + Duration.FromHours(10));
        await using var rig = await StartAsync(Sample);
        await rig.PassAsync(Cancel);

        Assert.Empty(_discord.Taken);
        Assert.Equal(
            [("day-before", DeliveryState.Skipped, "too late"), ("day-before", DeliveryState.Skipped, "too late")],
            rig.Index.Rows.Select(row => (row.Key.Step, row.State, row.Reason)));
    }

    [Fact]
    public async Task What_surely_was_not_sent_is_tried_again_after_a_while_and_not_before()
    {
        await using var rig = await StartAsync(Sample);
        _discord.Answer = _ => new Outcome.NotSent("connection refused");
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        _discord.Answer = null;

        await rig.PassAsync(Cancel);
        var tooEarly = _discord.Taken.Count;
        _machine.Advance(Retries.FirstDelay);
        await rig.PassAsync(Cancel);

        Assert.Equal(0, tooEarly);
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    [Fact]
    public async Task An_unknown_outcome_is_repeated_where_the_platform_discards_repeats()
    {
        await using var rig = await StartAsync(Sample);
        _discord.Answer = order =>
        {
            _discord.Take(order);
            return new Outcome.Unknown("connection reset");
        };
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        _discord.Answer = null;

        _machine.Advance(Retries.FirstDelay);
        await rig.PassAsync(Cancel);

        Assert.Single(_discord.Taken);
        Assert.Equal(DeliveryState.Sent, StateOf(rig, "discord"));
    }

    [Fact]
    public async Task An_unknown_outcome_stays_unknown_after_the_window_and_where_repeats_are_not_discarded()
    {
        await using var rig = await StartAsync(Sample);
        _discord.Answer = _ => new Outcome.Unknown("timeout");
        _telegram.Answer = _ => new Outcome.Unknown("timeout");
        _clock.Set(Announce);
        await rig.PassAsync(Cancel);
        _discord.Answer = null;
        _telegram.Answer = null;

        _machine.Advance(TimeSpan.FromSeconds(61));
        await rig.PassAsync(Cancel);

        Assert.Empty(_discord.Taken);
        Assert.Empty(_telegram.Taken);
        Assert.Equal(DeliveryState.Unknown, StateOf(rig, "discord"));
        Assert.Equal(DeliveryState.Unknown, StateOf(rig, "telegram"));
        // The history that cannot be read is looked at again on the next day, and nothing else waits.
        Assert.Equal(DoubtPass.TriedAgainAfter, rig.Retries.Next());
    }

    [Fact]
    public async Task An_ordered_announcement_that_came_back_goes_on_now_and_not_at_its_planned_time()
    {
        var undated = Sample.Talks[new TalkId(TalkBuilder.SampleId)] with { Start = new TalkStart.ToBeAnnounced("after the summer") };
        await using var rig = await StartAsync(new CatalogueBuilder().With(undated).Build());
        _discord.Answer = _ => new Outcome.Deferred(TimeSpan.FromSeconds(3), "429");
        var ordered = await rig.Announcements.PostNowAsync(undated.Id, "discord:1", Cancel);
        _discord.Answer = null;

        _machine.Advance(TimeSpan.FromSeconds(4));
        await rig.PassAsync(Cancel);

        Assert.Equal(DeliveryState.Retry, ordered[0].State);
        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
        Assert.Null(rig.Retries.Next());
    }

    [Fact]
    public async Task A_refused_bot_stops_its_platform_only_and_loses_nothing()
    {
        await using (var rig = await StartAsync(Sample))
        {
            _telegram.Answer = _ =>
            {
                _telegram.Become(new PlatformState.Refused("401", "mend the token"));
                return new Outcome.Rejected(RejectionScope.Bot, "401", "mend the token");
            };
            _clock.Set(Announce);
            await rig.PassAsync(Cancel);
            Assert.Single(_discord.Taken);
        }

        _telegram.Answer = null;
        _telegram.Become(new PlatformState.Usable());
        await using var again = await StartAsync(Sample);
        await again.PassAsync(Cancel);

        Assert.Single(_telegram.Taken);
        Assert.Single(_discord.Taken);
    }

    [Fact]
    public async Task Posts_to_a_platform_without_a_token_are_held_and_the_other_goes_on()
    {
        _telegram.Become(new PlatformState.NotConfigured("Telegram__Token"));
        await using var rig = await StartAsync(Sample);
        _clock.Set(Announce);

        await rig.PassAsync(Cancel);
        var preview = await rig.Announcements.PreviewAsync(new TalkId(TalkBuilder.SampleId), Cancel);

        Assert.Single(_discord.Taken);
        Assert.Empty(_telegram.Taken);
        Assert.Equal(["posted already", "held: Telegram__Token missing"], preview.Channels.Select(channel => channel.Word));
    }

    [Fact]
    public async Task A_press_and_the_alarm_together_post_once()
    {
        await using var rig = await StartAsync(Sample);
        _clock.Set(Announce);

        await Task.WhenAll(
            rig.PassAsync(Cancel),
            rig.Announcements.PostNowAsync(new TalkId(TalkBuilder.SampleId), "discord:1", Cancel));

        Assert.Single(_discord.Taken);
        Assert.Single(_telegram.Taken);
    }

    private Task<DeliveryRig> StartAsync(TalkCatalogue catalogue) =>
        DeliveryRig.StartAsync(_folder, catalogue, _clock, _machine, Cancel, _discord, _telegram);

    private static DeliveryState? StateOf(DeliveryRig rig, string platform) =>
        rig.Index.Rows.Single(row => row.Key.Target.StartsWith(platform, StringComparison.Ordinal)).State;

    /// <summary>176 weekly talks, of which 170 are past; the next six are announced already by their times.</summary>
    private TalkCatalogue SeriesInProgress()
    {
        _clock.Set(Instant.FromUtc(2027, 1, 20, 0, 0));
        var first = new LocalDateTime(2027, 1, 20, 19, 0).PlusWeeks(-170);
        return new CatalogueBuilder().With([.. Enumerable.Range(1, 176).Select(number => new TalkBuilder($"talk-{number}")
            .With(talk => talk with { Start = new TalkStart.At(first.PlusWeeks(number - 1).PlusDays(number > 170 ? -(number - 171) * 6 : 0), CatalogueBuilder.Tokyo) }))]).Build();
    }
}
