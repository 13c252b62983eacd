namespace BotHost.EndToEnd.Tests.Crashes;

public sealed class PlayedTalksTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Undisturbed_everything_on_the_table_is_there_once_and_nothing_else()
    {
        await using var stage = await PlayedStage.StartAsync(Cancel);

        await stage.PlayToTheEndAsync(PlayedTalks.Beginning, Cancel);
        var messages = await stage.MessagesAsync(Cancel);
        var plan = await stage.PlanAsync(Cancel);

        Assert.Equal(PlayedTalks.Expected.Select(message => message.Name).Order(StringComparer.Ordinal), messages.Select(PlayedTalks.NameOf).Order(StringComparer.Ordinal));
        Assert.All(PlayedTalks.Expected, message => Assert.Equal("sent", plan[message.Post]));
    }
}
