namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>The ledger's file goes away under the running bot: whoever asks is answered all the same, or told who has to look.</summary>
public sealed class LostLedgerOnTheWireTests
{
    private const string NothingIsKept = "Sorry, that did not work: the bot cannot write anything down at the moment.";

    [Fact]
    public async Task Members_are_answered_and_moderators_are_told_on_both_platforms()
    {
        await using var stage = await WireStage.StartAsync();
        stage.LoseLedger();

        var help = await stage.AskTelegramAsync(WireWorld.TelegramMember, "/help");
        var onTelegram = await stage.AskTelegramAsync(WireWorld.TelegramModerator, "/announce 176");
        var onDiscord = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        var again = await stage.AskTelegramAsync(WireWorld.TelegramMember, "/help");

        Assert.StartsWith("What I answer", help.Text!, StringComparison.Ordinal);
        Assert.StartsWith(NothingIsKept, onTelegram.Text!, StringComparison.Ordinal);
        Assert.StartsWith(NothingIsKept, onDiscord.Text!, StringComparison.Ordinal);
        Assert.Equal(WireWorld.Moderator, onDiscord.VisibleTo);
        Assert.Equal(help.Text, again.Text);
    }
}
