using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.Announcements.Tests.Commands;

/// <summary>A press below the question for approval says what became of the post, and a failure never reads as success.</summary>
public sealed class ApprovalPressTests
{
    private const string Noor = CatalogueBuilder.DiscordModerator;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("approve-post", "Sent", "", $"Approved by {Noor}: posted.")]
    [InlineData("approve-post", "Retry", "the chat is busy", $"Approved by {Noor}: not posted yet, it will be tried again (the chat is busy).")]
    [InlineData("approve-post", "Failed", "too long", $"Approved by {Noor}: refused (too long).")]
    [InlineData("approve-post", "Unknown", "timeout", $"Approved by {Noor}: unknown: it may be there or not, please look (timeout).")]
    [InlineData("decline-post", "Skipped", "declined by x", $"Left out by {Noor}.")]
    [InlineData("decline-post", "Sent", "", $"{Noor} wanted to leave it out, but it is posted.")]
    [InlineData("approve-post", null, "", $"Nothing was posted: the post is no longer planned, or its time is over. (Decided by {Noor}.)")]
    public async Task The_answer_says_what_happened_and_by_whose_word(string press, string? state, string reason, string expected)
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Announcements.Decide = () => state is null ? null : new AnnouncementResult(CatalogueBuilder.DiscordChannel, Enum.Parse<DeliveryState>(state), reason);

        var reply = await stage.PressAsync(await AskAsync(stage, press));

        Assert.Equal($"{expected}\n- announce of A talk in news", AnswerText.Of(reply.Content));
        Assert.True(reply.ReplacesPressed);
    }

    [Fact]
    public async Task After_a_failure_the_buttons_are_alive_and_the_next_press_decides()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var button = await AskAsync(stage, "approve-post");
        stage.Announcements.Decide = () => throw new InvalidOperationException("the disk is full");

        var failed = await stage.PressAsync(button);
        stage.Announcements.Decide = () => new AnnouncementResult(CatalogueBuilder.DiscordChannel, DeliveryState.Sent, "");
        var taken = await stage.PressAsync(button);

        Assert.StartsWith("Sorry, that did not work", AnswerText.Of(failed.Content), StringComparison.Ordinal);
        Assert.Equal((false, true), (failed.ReplacesPressed, taken.ReplacesPressed));
        Assert.Single(stage.Ledger.Answers);
    }

    [Fact]
    public async Task Two_presses_at_the_same_moment_decide_once()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        var button = await AskAsync(stage, "approve-post");
        Reply? second = null;
        stage.Announcements.DecideAsync = async () =>
        {
            stage.Announcements.DecideAsync = null;
            second = await stage.PressAsync(button with { Verb = "decline-post" });
            return new AnnouncementResult(CatalogueBuilder.DiscordChannel, DeliveryState.Sent, "");
        };

        var first = await stage.PressAsync(button);

        Assert.True(first.ReplacesPressed);
        Assert.Equal("Somebody has just pressed a button of this message, and it is being carried out.", AnswerText.Of(second!.Content));
        Assert.Equal(["approve-post"], stage.Ledger.Answers.Select(answer => answer.Answer));
    }

    [Fact]
    public async Task What_was_decided_is_on_record_for_the_other_copies_before_the_bell_rings()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Announcements.Decide = () => new AnnouncementResult(CatalogueBuilder.DiscordChannel, DeliveryState.Skipped, "declined");

        await stage.PressAsync(await AskAsync(stage, "decline-post"));

        Assert.Equal($"1 Left out by {Noor}.\nannounce of A talk in news", Assert.Single(stage.Ledger.Seen, sighting => sighting.Kind == "decided").Id);
        Assert.Single(stage.Bell.Rings);
    }

    private static async Task<ActionButton> AskAsync(CommandStage stage, string press) => new(
        press, await stage.Ledger.AskAsync("approve", "step|talk-1", "bot", "announce of A talk in news", Instant.FromUtc(2027, 1, 2, 0, 0), Cancel), "Press");
}
