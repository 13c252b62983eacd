using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Worlds;

public sealed class WorldTests
{
    [Fact]
    public void A_world_survives_its_file()
    {
        var json = Sample.World.ToJson();

        Assert.Equal(json, SandboxWorld.FromJson(json).ToJson());
    }

    [Theory]
    [InlineData("{\"discord\":{\"gilds\":[]}}", "gilds")]
    [InlineData("{", "line 1")]
    [InlineData("""{"discord":{"guilds":[{"id":"x","name":"n","ownerId":"1"}]}}""", "no snowflake")]
    [InlineData("""{"discord":{"guilds":[{"id":"1","name":"n","ownerId":"1","channels":[{"id":"2","name":"v","type":2}]}]}}""", "type 2")]
    [InlineData("""{"telegram":{"chats":[{"id":5,"type":"group"}]}}""", "positive id")]
    [InlineData("""{"telegram":{"chats":[{"id":-5,"type":"group","members":[9]}]}}""", "not under users")]
    public void A_world_that_does_not_fit_together_says_where(string json, string problem)
    {
        var refused = Assert.Throws<FormatException>(() => SandboxWorld.FromJson(json));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_token_is_printed()
    {
        Assert.DoesNotContain(Sample.DiscordToken, Sample.World.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.TelegramToken, Sample.World.ToString(), StringComparison.Ordinal);
    }
}
