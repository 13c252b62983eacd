using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

public sealed class AnnounceTests
{
    private const string OtherModerator = "940000000000000002";

    [Fact]
    public async Task A_moderator_sees_a_private_preview_with_what_each_channel_gets()
    {
        using var stage = Stage();

        var reply = await stage.AskAsModeratorAsync("announce", "176");

        Assert.True(reply.Private);
        Assert.Equal(
            """
            Asian Talk 176: Chinese Immigration and Its Discontents: this is what will be posted.
            - announcements: will be posted now
            - news: held: the token is missing
            It will ping: everyone
            """,
            AnswerText.Of(reply.Content));
        Assert.Equal("body", AnswerText.Of(reply.Preview!.Body));
        Assert.Null(reply.Preview.Mention);
        Assert.Equal(
            [("v1:announce-now:1", "Post now", ActionStyle.Primary), ("v1:announce-cancel:1", "Cancel", ActionStyle.Plain)],
            reply.Actions.Select(action => (action.Data, action.Label, action.Style)));
        var asked = Assert.Single(stage.Ledger.Asked);
        Assert.Equal(("announce", TalkBuilder.SampleId, $"discord:{CatalogueBuilder.DiscordModerator}", "hash-1"), (asked.Verb, asked.Subject, asked.AskedBy, asked.Hash));
        Assert.Empty(stage.Announcements.Orders);
    }

    [Fact]
    public async Task Post_now_posts_and_says_what_happened_in_each_channel()
    {
        using var stage = Stage();
        var preview = await stage.AskAsModeratorAsync("announce", "176");

        var reply = await stage.PressAsync(preview.Actions[0]);

        Assert.Equal([(TalkBuilder.SampleId, $"discord:{CatalogueBuilder.DiscordModerator}")], stage.Announcements.Orders);
        Assert.True(reply.ReplacesPressed);
        Assert.True(reply.Private);
        Assert.Empty(reply.Actions);
        Assert.Equal(
            """
            Asian Talk 176: Chinese Immigration and Its Discontents:
            - announcements: posted
            - news: held (the token is missing)
            """,
            AnswerText.Of(reply.Content));
    }

    /// <summary>The second press comes later, or in the same moment when the question still seemed open.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_double_press_posts_once(bool racing)
    {
        using var stage = Stage();
        stage.Ledger.Racing = racing;
        var preview = await stage.AskAsModeratorAsync("announce", "176");

        await stage.PressAsync(preview.Actions[0]);
        var second = await stage.PressAsync(preview.Actions[0]);

        Assert.Single(stage.Announcements.Orders);
        Assert.False(second.ReplacesPressed);
        Assert.Equal("This was decided already: give /announce again if you need it.", AnswerText.Of(second.Content));
    }

    [Fact]
    public async Task Cancel_posts_nothing_and_settles_the_question()
    {
        using var stage = Stage();
        var preview = await stage.AskAsModeratorAsync("announce", "176");

        var reply = await stage.PressAsync(preview.Actions[1]);
        await stage.PressAsync(preview.Actions[0]);

        Assert.Equal("Cancelled: nothing was posted.", AnswerText.Of(reply.Content));
        Assert.True(reply.ReplacesPressed);
        Assert.Empty(stage.Announcements.Orders);
    }

    /// <summary>Who asks, where, and why they are refused.</summary>
    public static TheoryData<string, string, string?, string> Strangers => new()
    {
        {
            "a member of the named server", "member", CatalogueBuilder.DiscordGuild,
            "Only moderators may do this, and the config does not list you as one here (your user id is member): whoever runs the bot can add it under moderators.discord.users."
        },
        {
            "a member in private", "member", null,
            "Only moderators may do this, and the config does not list you as one here (your user id is member): whoever runs the bot can add it under moderators.discord.users."
        },
        {
            "the owner of a server that the config does not name", "owner", "999000000000000001",
            "Only moderators may do this, and this place is not one that the config names, so nobody's rights in it count, not even its owner's: whoever runs the bot can name it under moderators.discord (its id is 999000000000000001)."
        },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Whoever_is_no_moderator_is_refused_with_the_reason(string who, string user, string? place, string reason)
    {
        using var stage = Stage();

        var reply = await stage.SendAsync("announce", "176", user, place);

        Assert.True(reason == AnswerText.Of(reply.Content), who);
        Assert.True(reply.Private);
        Assert.Null(reply.Preview);
        Assert.Empty(reply.Actions);
        Assert.Empty(stage.Ledger.Asked);
    }

    [Fact]
    public async Task The_owner_of_a_foreign_group_on_the_other_platform_is_refused_too()
    {
        using var stage = Stage();

        var reply = await stage.SendAsync("announce", "176", "owner", "-1009999999999", CatalogueBuilder.Telegram);

        Assert.Contains("not even its owner's", AnswerText.Of(reply.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_reports_go_a_stranger_is_told_that_they_are_not_listed()
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(new TalkBuilder()).Moderators(
            new ModeratorRules(CatalogueBuilder.Discord, [CatalogueBuilder.DiscordModerator], []) { ReportTo = new ChannelAddress(CatalogueBuilder.Discord, "channel") }));

        var reply = await stage.SendAsync("announce", "176", "owner", "999000000000000001");

        Assert.Contains("the config does not list you as one here (your user id is owner)", AnswerText.Of(reply.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_those_of_the_platform_that_the_command_came_from()
    {
        using var stage = Stage();

        var reply = await stage.SendAsync(
            "announce", "176", CatalogueBuilder.DiscordModerator, CatalogueBuilder.TelegramModeratorGroup, CatalogueBuilder.Telegram);

        Assert.Contains("does not list you", AnswerText.Of(reply.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_config_names_no_moderators_nobody_is_one()
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(new TalkBuilder()).Moderators());

        var reply = await stage.AskAsModeratorAsync("announce", "176");

        Assert.Contains(
            $"the config names none on this platform: whoever runs the bot can add your user id {CatalogueBuilder.DiscordModerator} under moderators.discord.users", AnswerText.Of(reply.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_count_at_the_moment_of_the_press()
    {
        using var stage = Stage();
        var preview = await stage.AskAsModeratorAsync("announce", "176");
        stage.Discord.Moderators.Clear();

        var reply = await stage.PressAsync(preview.Actions[0]);

        Assert.Contains("Only moderators", AnswerText.Of(reply.Content), StringComparison.Ordinal);
        Assert.False(reply.ReplacesPressed);
        Assert.Empty(stage.Announcements.Orders);
        Assert.Empty(stage.Ledger.Answers);
    }

    [Fact]
    public async Task A_members_press_changes_nothing_and_another_moderators_press_counts()
    {
        using var stage = Stage();
        stage.Discord.Moderators.Add(OtherModerator);
        var preview = await stage.AskAsModeratorAsync("announce", "176");

        var refused = await stage.PressAsync(preview.Actions[1], "member");
        await stage.PressAsync(preview.Actions[0], OtherModerator);

        Assert.False(refused.ReplacesPressed);
        Assert.Equal([(TalkBuilder.SampleId, $"discord:{OtherModerator}")], stage.Announcements.Orders);
    }

    [Fact]
    public async Task A_press_on_a_talk_that_changed_since_is_refused()
    {
        using var stage = Stage();
        var preview = await stage.AskAsModeratorAsync("announce", "176");
        stage.Announcements.Preview = stage.Announcements.Preview with { Hash = "hash-2" };

        var reply = await stage.PressAsync(preview.Actions[0]);

        Assert.Equal("Nothing was posted, because the talk changed after this preview: give /announce again.", AnswerText.Of(reply.Content));
        Assert.True(reply.ReplacesPressed);
        Assert.Empty(stage.Announcements.Orders);
    }

    /// <summary>Seconds after the preview: does the press still count?</summary>
    [Theory]
    [InlineData(15 * 60, true)]
    [InlineData((15 * 60) + 1, false)]
    public async Task A_preview_holds_for_15_minutes(int seconds, bool counts)
    {
        using var stage = Stage();
        var preview = await stage.AskAsModeratorAsync("announce", "176");
        stage.Machine.Advance(TimeSpan.FromSeconds(seconds));

        var reply = await stage.PressAsync(preview.Actions[0]);

        Assert.Equal(counts ? 1 : 0, stage.Announcements.Orders.Count);
        Assert.Equal(!counts, AnswerText.Of(reply.Content).Contains("older than 15 minutes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TalkStatus.Draft, "This talk is a draft: set “status: confirmed” first, then announce it.")]
    [InlineData(TalkStatus.Cancelled, "This talk is cancelled: it is not announced any more.")]
    [InlineData(TalkStatus.Postponed, "This talk is postponed: give it a new date and set “status: confirmed” first, then announce it.")]
    public async Task A_talk_that_is_not_confirmed_is_explained_and_not_announced(TalkStatus status, string reason)
    {
        using var stage = Stage(status);

        var reply = await stage.AskAsModeratorAsync("announce", "176");

        Assert.Equal(reason, AnswerText.Of(reply.Content));
        Assert.True(reply.Private);
        Assert.Empty(stage.Ledger.Asked);
    }

    [Fact]
    public async Task A_talk_that_was_called_off_or_removed_after_its_preview_is_not_posted()
    {
        using var stage = Stage();
        var first = await stage.AskAsModeratorAsync("announce", "176");
        var second = await stage.AskAsModeratorAsync("announce", "176");

        stage.Catalogue = new CatalogueBuilder().With(new TalkBuilder().Is(TalkStatus.Cancelled)).Build();
        await stage.PressAsync(first.Actions[0]);
        stage.Catalogue = new CatalogueBuilder().Build();
        await stage.PressAsync(second.Actions[0]);

        Assert.Empty(stage.Announcements.Orders);
        Assert.Equal(["hindered", "gone"], stage.Ledger.Answers.Select(answer => answer.Answer));
    }

    [Fact]
    public async Task Where_everything_is_posted_there_is_nothing_to_press()
    {
        using var stage = Stage();
        stage.Announcements.Preview = stage.Announcements.Preview with
        {
            Channels = [new ChannelStatus(CatalogueBuilder.DiscordChannel, "posted already", Pending: false)],
        };

        var reply = await stage.AskAsModeratorAsync("announce", "176");

        Assert.Equal("There is nothing left to post:\n- announcements: posted already", AnswerText.Of(reply.Content));
        Assert.Empty(reply.Actions);
        Assert.Empty(stage.Ledger.Asked);
    }

    [Fact]
    public async Task Where_no_channel_takes_the_talk_that_is_said()
    {
        using var stage = Stage();
        stage.Announcements.Preview = new AnnouncementPreview(null, [], "");

        var reply = await stage.AskAsModeratorAsync("announce", "176");

        Assert.StartsWith("There is nothing to post", AnswerText.Of(reply.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moderator_finds_talks_that_members_do_not_see_yet()
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(
            new TalkBuilder("autumn-one").ToBeAnnounced(), new TalkBuilder("autumn-two").ToBeAnnounced().Is(TalkStatus.Draft)));

        var reply = await stage.AskAsModeratorAsync("announce", "autumn");

        Assert.Equal(
            """
            Several match. Which one?
            - `/announce autumn-one` · The talk autumn-one · confirmed
            - `/announce autumn-two` · The talk autumn-two · draft
            """,
            AnswerText.Of(reply.Content));
        Assert.True(reply.Private);
    }

    [Fact]
    public async Task A_talk_that_is_over_is_announced_only_with_a_warning()
    {
        using var stage = Stage();
        stage.Clock.Set(Instant.FromUtc(2027, 2, 1, 0, 0));

        var reply = await stage.AskAsModeratorAsync("announce", "176");

        Assert.EndsWith("Note that this talk is over.", AnswerText.Of(reply.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_whose_question_does_not_exist_does_nothing()
    {
        using var stage = Stage();

        await stage.PressAsync(new ActionButton("announce-now", 4711, "Post now"));

        Assert.Empty(stage.Announcements.Orders);
    }

    private static CommandStage Stage(TalkStatus status = TalkStatus.Confirmed) => new(new CatalogueBuilder().With(new TalkBuilder().Is(status)));
}
