using BotHost.Announcements.Commands;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>What a press below a report does, and for whom.</summary>
public sealed class ReportPressTests
{
    private const string Noor = $"discord:{CatalogueBuilder.DiscordModerator}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("send-again", "unknown", "step|talk-1", "step|talk-1 again")]
    [InlineData("is-there", "unknown", "step|talk-1", "step|talk-1 is there")]
    [InlineData("post-held", "silence", "3 14", "3+14 post")]
    [InlineData("leave-out", "silence", "3 14", "3+14 leave out")]
    [InlineData("post-missing", "older-copy", "3", "3 post")]
    [InlineData("is-there-already", "older-copy", "3 14", "3+14 is there")]
    [InlineData("try-again", "try-again", "", " try again")]
    [InlineData("try-again", "try-again", "3", "3 try again")]
    public async Task A_moderators_press_is_carried_out_once_and_the_second_hears_that_it_is_decided(string press, string question, string about, string expected)
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var button = await AskAsync(stage, press, question, about);

        var first = await stage.PressAsync(button);
        var second = await stage.PressAsync(button);

        Assert.Equal([$"{expected}, {Noor}"], stage.Decisions.Taken);
        Assert.True(first.ReplacesPressed);
        Assert.Equal("This was decided already: /status shows how things stand.", AnswerText.Of(second.Content));
        Assert.True(second.Private);
    }

    [Theory]
    [InlineData("send-again", "unknown")]
    [InlineData("post-held", "silence")]
    public async Task What_was_decided_in_another_chat_is_decided_in_this_one_too(string press, string question)
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var here = await AskAsync(stage, press, question, "3");
        var there = await AskAsync(stage, press, question, "3");
        await stage.PressAsync(here);

        var reply = await stage.PressAsync(there);

        Assert.Equal("This was decided already: /status shows how things stand.", AnswerText.Of(reply.Content));
    }

    [Theory]
    [InlineData("send-again", "unknown")]
    [InlineData("leave-out", "silence")]
    [InlineData("try-again", "try-again")]
    public async Task A_member_decides_nothing_and_the_button_stays_alive(string press, string question)
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var button = await AskAsync(stage, press, question, "3");

        var refused = await stage.PressAsync(button, "4711");
        var taken = await stage.PressAsync(button);

        Assert.True(refused.Private);
        Assert.True(taken.ReplacesPressed);
        Assert.Single(stage.Decisions.Taken);
    }

    [Fact]
    public async Task A_button_with_the_row_of_another_question_does_nothing()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var button = await AskAsync(stage, "post-held", "hold", "3");

        await stage.PressAsync(button);

        Assert.Empty(stage.Decisions.Taken);
    }

    [Theory]
    [InlineData("post-held", "silence", "2 posts were released by")]
    [InlineData("leave-out", "silence", "2 posts were left out by")]
    [InlineData("is-there-already", "older-copy", "All 2 are there already, says")]
    [InlineData("try-again", "try-again", "It is tried again by order of")]
    public async Task The_list_stays_under_the_outcome(string press, string question, string outcome)
    {
        using var stage = new CommandStage(new CatalogueBuilder());

        var text = AnswerText.Of((await stage.PressAsync(await AskAsync(stage, press, question, "3 14", "announce of talk-1\nannounce of talk-2"))).Content);

        Assert.StartsWith(outcome, text, StringComparison.Ordinal);
        Assert.EndsWith("\n- announce of talk-1\n- announce of talk-2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_left_to_try_the_press_says_so()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Decisions.LeftToTry = 0;

        var reply = await stage.PressAsync(await AskAsync(stage, "try-again", "try-again", "3"));

        Assert.StartsWith("Nothing is left to try", AnswerText.Of(reply.Content), StringComparison.Ordinal);
        Assert.True(reply.ReplacesPressed);
    }

    private static async Task<ActionButton> AskAsync(CommandStage stage, string press, string question, string about, string shown = "") =>
        new(press, await stage.Ledger.AskAsync(question, about, "bot", shown, Instant.FromUtc(2027, 1, 2, 0, 0), Cancel), "Press");
}
