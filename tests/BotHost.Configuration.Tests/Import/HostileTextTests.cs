namespace BotHost.Configuration.Tests.Import;

public sealed class HostileTextTests
{
    [Theory]
    [InlineData("[")]
    [InlineData("(")]
    [InlineData("**")]
    [InlineData(" ")]
    [InlineData("a ")]
    [InlineData("Aa ")]
    [InlineData("a, ")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("第")]
    [InlineData("https://")]
    [InlineData("Date: | ")]
    [InlineData("- \n")]
    public async Task A_text_made_to_hold_up_the_import_ends_in_time(string sign)
    {
        var text = "Asian Talk 300\nA Title\n\nSpeaker: " + string.Concat(Enumerable.Repeat(sign, 100_000 / sign.Length)) + "x\n\nDate: 5 March 2027\n";

        var plan = await Task.Run(() => ImportBench.Plan(text), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal("asian-talk-300", plan.TalkId);
    }
}
