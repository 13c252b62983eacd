using BotHost.Announcements.Commands;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Commands;

public sealed class HoldTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_moderator_holds_a_talk_once()
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(new TalkBuilder()));
        var button = await AskAsync(stage);

        var first = await stage.PressAsync(button, CatalogueBuilder.DiscordModerator);
        var second = await stage.PressAsync(button, CatalogueBuilder.DiscordModerator);

        Assert.Equal([(TalkBuilder.SampleId, $"discord:{CatalogueBuilder.DiscordModerator}")], stage.Announcements.Holds);
        Assert.True(first.ReplacesPressed);
        Assert.Equal("This was decided already: /status shows how things stand.", AnswerText.Of(second.Content));
    }

    [Fact]
    public async Task A_member_holds_nothing()
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(new TalkBuilder()));
        var button = await AskAsync(stage);

        var reply = await stage.PressAsync(button, "4711");

        Assert.Empty(stage.Announcements.Holds);
        Assert.True(reply.Private);
    }

    private static async Task<ActionButton> AskAsync(CommandStage stage) => new(
        "hold-talk",
        await stage.Ledger.AskAsync("hold", TalkBuilder.SampleId, "bot", "", NodaTime.Instant.FromUtc(2027, 1, 2, 0, 0), Cancel),
        "Hold");
}
