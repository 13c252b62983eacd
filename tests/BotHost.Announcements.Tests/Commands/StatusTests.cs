using BotHost.Announcements.Commands;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

public sealed class StatusTests
{
    [Fact]
    public async Task All_is_well_in_a_few_lines_for_the_moderators_eyes()
    {
        using var stage = new CommandStage(new CatalogueBuilder());

        var reply = await stage.AskAsModeratorAsync("status");

        Assert.True(reply.Private);
        Assert.Equal("discord: works\ntelegram: works\n*No post is planned.*\nEverything is as planned.", AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task What_nobody_was_told_stands_on_top_then_the_clock_the_platforms_what_comes_and_what_is_open()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Standing.Standing = new BotStanding
        {
            Store = "the disk is full; make room",
            KeptOutcomes = 2,
            Vanished = ["talk-3, date to be announced"],
            Untold = ["one post is held"],
            Held = "clock: this machine's clock jumped by 2 hours",
            Platforms = [("discord", "refused the bot: bad token; give another"), ("telegram", null)],
            Aside = [("news", "may not write there")],
            Next = [("announce of talk-1 in news", Instant.FromUtc(2027, 1, 3, 1, 0), CatalogueBuilder.Tokyo)],
            Open = [("thanks of talk-0 in news", "unknown: no answer")],
        };

        var text = AnswerText.Of((await stage.AskAsModeratorAsync("status")).Content);

        string[] inOrder =
        [
            "*Nothing is posted, because it could not be written down: the disk is full; make room*", "What became of 2 posts is kept in memory",
            "*No moderator could be told*", "- one post is held", "*Nothing is posted by itself now: clock: this machine's clock jumped by 2 hours*",
            "discord: refused the bot: bad token; give another", "telegram: works", "- news: may not write there", "- talk-3, date to be announced", "*Next*", "- announce of talk-1 in news, ",
            "*Not as planned*", "- thanks of talk-0 in news: unknown: no answer",
        ];
        var at = inOrder.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.True(at.All(index => index >= 0) && at.SequenceEqual(at.Order()), text);
    }

    [Fact]
    public async Task However_much_is_wrong_it_is_one_message()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var much = Enumerable.Range(1, 200).Select(number => $"{number} {new string('x', 500)}").ToList();
        stage.Standing.Standing = new BotStanding
        {
            Store = much[0],
            KeptOutcomes = 200,
            Vanished = much,
            Untold = much,
            Held = much[0],
            Platforms = [("discord", much[0]), ("telegram", much[0])],
            Aside = [.. much.Select(line => (line, line))],
            Next = [.. much.Take(3).Select(line => (line, Instant.FromUtc(2027, 1, 3, 1, 0), CatalogueBuilder.Tokyo))],
            Open = [.. much.Select(line => (line, line))],
        };

        var text = AnswerText.Of((await stage.AskAsModeratorAsync("status")).Content);

        Assert.InRange(text.Length, 1, 4000);
        Assert.Contains("And 194 more.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("held", false)]
    [InlineData("store", false)]
    [InlineData("untold", false)]
    [InlineData("platform", false)]
    [InlineData("nothing", true)]
    public async Task Everything_is_as_planned_only_where_nothing_is_wrong(string wrong, bool isSaid)
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var well = stage.Standing.Standing;
        stage.Standing.Standing = wrong switch
        {
            "held" => well with { Held = "clock" },
            "store" => well with { Store = "the disk is full" },
            "untold" => well with { Untold = ["something"] },
            "platform" => well with { Platforms = [("discord", "refused")] },
            _ => well,
        };

        var text = AnswerText.Of((await stage.AskAsModeratorAsync("status")).Content);

        Assert.Equal(isSaid, text.Contains("Everything is as planned.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_line_ends_between_words()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Standing.Standing = stage.Standing.Standing with { Untold = [string.Join(' ', Enumerable.Repeat("remedies", 40))] };

        var text = AnswerText.Of((await stage.AskAsModeratorAsync("status")).Content);

        Assert.Contains("remedies …\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_learns_nothing()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Standing.Standing = stage.Standing.Standing with { Untold = ["secret"] };

        var reply = await stage.AskAsync("status");

        Assert.True(reply.Private);
        Assert.StartsWith("Only moderators may do this", AnswerText.Of(reply.Content), StringComparison.Ordinal);
    }
}
