using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>The moderators are told once of what was not posted as planned, whatever restarts there are.</summary>
public sealed class ShortfallReportTests
{
    private static readonly Outcome Refused = new Outcome.Rejected(RejectionScope.Message, "the text is too odd", "shorten it");

    [Fact]
    public async Task A_report_that_cannot_be_composed_keeps_no_other_from_being_told()
    {
        await using var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        foreach (var platform in (RecordingPlatform[])[stage.Discord, stage.Telegram])
        {
            var words = platform.Words;
            platform.Words = post => post.Actions.Any(button => button.Label == "Send again") ? throw new InvalidOperationException("a fault of the bot") : words(post);
        }

        stage.Faults["telegram"] = new Outcome.Unknown("timeout");
        stage.Faults["discord"] = new Outcome.Rejected(RejectionScope.Message, "too odd", "shorten it");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        Assert.Contains("refused: too odd; shorten it", Assert.Single(stage.ReportsOn("discord")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_post_is_told_once_in_each_chat_across_restarts()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = Refused;
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        await stage.PassAsync();

        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();

        Assert.Equal(["discord"], stage.Posts);
        Assert.Equal(
            ["# One post is not as planned\n\nMend what is wrong, then press.\n\n- announce of asian-talk-176 in news: refused: the text is too odd; shorten it"],
            stage.ReportsOn("discord"));
        Assert.Equal(stage.ReportsOn("discord"), stage.ReportsOn("telegram"));
    }

    [Fact]
    public async Task A_post_that_is_neither_pinned_nor_published_is_one_post()
    {
        await using var stage = new ReportStage();
        stage.Discord.OrnamentAnswer = kind => new Outcome.Rejected(RejectionScope.Message, $"no {kind}", "give the right");
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()).Channels(CatalogueBuilder.DiscordChannel with { Pin = true, Publish = true }));
        await stage.PassAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        await stage.PassAsync();

        var lines = Assert.Single(stage.ReportsOn("discord")).Split('\n');
        Assert.Equal("# One post is not as planned", lines[0]);
        Assert.Equal(2, lines.Count(line => line.Contains(": posted, but not ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Try_again_posts_what_was_refused()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = Refused;
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        stage.Faults.Clear();
        var reply = await stage.PressAsync("Try again");
        await stage.PassAsync();
        var again = await stage.PressAsync("Try again");
        await stage.PassAsync();

        Assert.Equal((true, false), (reply.ReplacesPressed, again.ReplacesPressed));
        Assert.Equal(["discord", "telegram"], stage.Posts);
    }

    [Fact]
    public async Task A_place_that_takes_nothing_is_told_and_a_press_tries_it_again()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = new Outcome.Rejected(RejectionScope.Target, "the bot may not write there", "let it");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        await stage.PassAsync();
        var told = stage.ReportsOn("discord");

        stage.Faults.Clear();
        await stage.PressAsync("Try again");
        stage.Machine.Advance(Retries.FirstDelay);
        await stage.PassAsync();

        Assert.StartsWith("# One channel does not take posts\n", Assert.Single(told), StringComparison.Ordinal);
        Assert.Contains("news: nothing can be posted there: the bot may not write there; let it", Assert.Single(told), StringComparison.Ordinal);
        Assert.Equal(["discord", "telegram"], stage.Posts);
    }

    [Fact]
    public async Task A_place_that_leaves_the_config_is_no_trouble_any_more()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = new Outcome.Rejected(RejectionScope.Target, "the bot was kicked", "add it again, or take the channel out of the config");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        var before = stage.Rig.Standing.Aside;

        stage.Rig.Swap(ReportStage.Catalogue(new TalkBuilder()).Channels(CatalogueBuilder.DiscordChannel).Build());
        await stage.PassAsync();

        Assert.StartsWith("the bot was kicked", Assert.Single(before).Reason, StringComparison.Ordinal);
        Assert.Empty(stage.Rig.Standing.Aside);
    }

    [Fact]
    public async Task Try_again_says_that_nothing_is_left_where_everything_went_out_by_itself()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = new Outcome.Rejected(RejectionScope.Target, "the bot may not write there", "let it");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        var button = stage.Discord.LastActions.Single();

        stage.Faults.Clear();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        var reply = await stage.PressAsync(button);
        await stage.PassAsync();

        Assert.True(reply.ReplacesPressed);
        Assert.StartsWith("Nothing is left to try", PlainText.Of(reply.Content, "en"), StringComparison.Ordinal);
        Assert.Contains("- news: nothing can be posted there", PlainText.Of(reply.Content, "en"), StringComparison.Ordinal);
        Assert.Equal(["discord", "telegram"], stage.Posts);
    }

    [Fact]
    public async Task A_report_that_did_not_get_out_before_the_bot_died_is_told_once_by_the_next()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = Refused;
        stage.ReportFaults["discord"] = stage.ReportFaults["telegram"] = new Outcome.NotSent("connection refused");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        stage.ReportFaults.Clear();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Single(stage.ReportsOn("discord"));
        Assert.Single(stage.ReportsOn("telegram"));
    }

    [Fact]
    public async Task The_chat_that_could_not_be_reached_at_first_gets_the_report_later()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = Refused;
        stage.ReportFaults["telegram"] = new Outcome.NotSent("connection refused");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        stage.ReportFaults.Clear();
        stage.Machine.Advance(Retries.FirstDelay);
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Single(stage.ReportsOn("discord"));
        Assert.Single(stage.ReportsOn("telegram"));
    }

    [Fact]
    public async Task The_next_report_tells_only_what_is_new()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = Refused;
        stage.Clock.Set(ReportStage.Announce + Duration.FromDays(14));
        await stage.PassAsync();

        stage.Clock.Set(ReportStage.Announce + Duration.FromDays(20));
        await stage.PassAsync();

        Assert.Equal(2, stage.ReportsOn("discord").Count);
        Assert.Contains("day-before of asian-talk-176 in news", stage.ReportsOn("discord")[1], StringComparison.Ordinal);
        Assert.DoesNotContain("announce of", stage.ReportsOn("discord")[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_nobody_tells_any_more_does_not_ring_for_ever()
    {
        await using var stage = await StageAsync();
        stage.Faults["telegram"] = Refused;
        stage.ReportFaults["discord"] = stage.ReportFaults["telegram"] = new Outcome.NotSent("connection refused");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        // The next refusal makes another report, which tells both.
        stage.Clock.Set(Instant.FromUtc(2027, 1, 13, 1, 0));
        await stage.PassAsync();
        stage.ReportFaults.Clear();
        stage.Machine.Advance(Retries.LongestDelay);
        await stage.PassAsync();
        await stage.PassAsync();

        Assert.Single(stage.ReportsOn("discord"));
        Assert.Null(stage.Rig.Retries.Next());
    }

    [Fact]
    public async Task What_was_approved_and_refused_goes_out_when_it_is_tried_again()
    {
        await using var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder().With(talk => talk with { NeedsApproval = true })));
        await stage.PassAsync();
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();
        stage.Faults["discord"] = stage.Faults["telegram"] = Refused;
        await stage.PressAsync("Post it");
        await stage.PassAsync();

        stage.Faults.Clear();
        await stage.PressAsync("Try again");
        await stage.PassAsync();

        Assert.Single(stage.Posts);
    }

    [Fact]
    public async Task What_came_too_late_is_told()
    {
        await using var stage = await StageAsync();
        stage.Faults["discord"] = stage.Faults["telegram"] = new Outcome.NotSent("no route");
        stage.Clock.Set(ReportStage.Announce);
        await stage.PassAsync();

        stage.Clock.Set(Instant.FromUtc(2027, 1, 20, 10, 1));
        await stage.PassAsync();

        var report = Assert.Single(stage.ReportsOn("discord"));
        Assert.Contains("announce of asian-talk-176 in announcements: not posted: too late; it could not be sent in time: no route", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_in_the_middle_of_a_series_tells_what_still_makes_sense_and_nothing_of_the_past()
    {
        await using var stage = new ReportStage();
        stage.Clock.Set(Instant.FromUtc(2027, 1, 10, 0, 0));
        TalkBuilder[] past = [.. Enumerable.Range(1, 20).Select(number => new TalkBuilder($"past-{number}").At(2026, 1 + (number / 2), 5, 19))];
        TalkBuilder[] ahead = [.. Enumerable.Range(1, 6).Select(number => new TalkBuilder($"ahead-{number}").At(2027, 1, 20 + number, 19))];
        await stage.StartAsync(ReportStage.Catalogue([.. past, .. ahead]));

        await stage.PassAsync();
        stage.Clock.Advance(Duration.FromMinutes(5));
        await stage.PassAsync();

        var lines = Assert.Single(stage.ReportsOn("discord")).Split('\n');
        Assert.Equal("# 12 posts are not as planned", lines[0]);
        Assert.Equal(10, lines.Count(line => line.StartsWith("- announce of ahead-", StringComparison.Ordinal)));
        Assert.Equal("and 2 more; `plan --past` lists them.", lines[^1]);
        Assert.Empty(stage.Posts);
    }

    [Fact]
    public async Task A_campaign_without_trouble_tells_nothing()
    {
        await using var stage = await StageAsync();

        foreach (var hour in Enumerable.Range(0, 24 * 23))
        {
            stage.Clock.Set(ReportStage.Announce + Duration.FromHours(hour));
            await stage.PassAsync();
        }

        Assert.Equal(12, stage.Posts.Count);
        Assert.Empty(stage.ReportsOn("discord"));
    }

    private static async Task<ReportStage> StageAsync()
    {
        var stage = new ReportStage();
        await stage.StartAsync(ReportStage.Catalogue(new TalkBuilder()));
        await stage.PassAsync();
        return stage;
    }
}
