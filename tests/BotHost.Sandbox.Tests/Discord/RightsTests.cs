using System.Globalization;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class RightsTests
{
    private const string Post = "/channels/" + Sample.Text + "/messages";

    [Theory]
    [InlineData("SEND_MESSAGES", "50013")]
    [InlineData("VIEW_CHANNEL", "50001")]
    [InlineData("EMBED_LINKS", "50013")]
    public async Task A_right_that_was_taken_is_missed_until_it_is_given_back(string right, string code)
    {
        await using var scene = await Scene.StartAsync();
        const string post = """{"embeds":[{"title":"x"}]}""";

        await TakeAsync(scene, Sample.Text, $"\"{right}\"");
        var (refused, elsewhere) = (await scene.PostAsync(Post, post), await scene.PostAsync("/channels/" + Sample.News + "/messages", post));
        await TakeAsync(scene, Sample.Text, "");
        var taken = await scene.PostAsync(Post, post);

        Assert.Equal((403, code), (refused.Status, refused["code"]));
        Assert.Equal((200, 200), (elsewhere.Status, taken.Status));
    }

    [Fact]
    public async Task The_bot_hears_of_it_and_finds_it_in_the_channel()
    {
        await using var scene = await Scene.StartAsync();
        await using var gateway = await scene.ConnectAsync();
        await gateway.IdentifyAsync();

        await TakeAsync(scene, Sample.Text, "\"SEND_MESSAGES\",\"EMBED_LINKS\"");
        var taken = (await gateway.DispatchAsync("CHANNEL_UPDATE"))["d"]!;
        var channel = await scene.GetAsync("/channels/" + Sample.Text);
        var listed = await scene.GetAsync($"/guilds/{Sample.Guild}/channels");
        await TakeAsync(scene, Sample.Text, "");
        var given = (await gateway.DispatchAsync("CHANNEL_UPDATE"))["d"]!;

        var denied = ((1UL << 11) | (1UL << 14)).ToString(CultureInfo.InvariantCulture);
        var overwrite = taken["permission_overwrites"]!.AsArray().Single()!;
        Assert.Equal((Sample.Text, Sample.Guild, "0"), ((string?)taken["id"], (string?)taken["guild_id"], taken["position"]!.ToString()));
        Assert.Equal((Sample.Application, "1", "0", denied), ((string?)overwrite["id"], overwrite["type"]!.ToString(), (string?)overwrite["allow"], (string?)overwrite["deny"]));
        Assert.Equal(overwrite.ToJsonString(), channel.Body!["permission_overwrites"]![0]!.ToJsonString());
        Assert.Equal(overwrite.ToJsonString(), listed.Body![0]!["permission_overwrites"]![0]!.ToJsonString());
        Assert.Equal("[]", given["permission_overwrites"]!.ToJsonString());
        Assert.Equal([Sample.Text, Sample.Text], scene.Server.Record.OfKind(RecordKinds.RightsChanged).Select(entry => entry.ChatId));
    }

    [Theory]
    [InlineData("1", "\"SEND_MESSAGES\"", "no channel 1")]
    [InlineData(Sample.Text, "\"SHOUT\"", "SHOUT")]
    public async Task A_change_that_cannot_be_made_is_refused_with_its_reason(string channel, string rights, string reason)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await TakeAsync(scene, channel, rights);

        Assert.Equal(400, answer.Status);
        Assert.Contains(reason, answer["error"], StringComparison.Ordinal);
    }

    private static Task<Answer> TakeAsync(Scene scene, string channel, string rights) =>
        scene.ControlAsync("/control/discord/rights", $$"""{"channelId":"{{channel}}","take":[{{rights}}]}""");
}
