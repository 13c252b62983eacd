using System.Text.Json.Nodes;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;

namespace BotHost.Telegram.Tests.BotApi;

public class PinningTests
{
    private static readonly ChannelAddress Target = new(new PlatformId("telegram"), "-100", "5");

    [Fact]
    public async Task A_pin_makes_no_sound()
    {
        await using var stage = await BotStage.OpenAsync();

        var outcome = await AdornAsync(stage, EffectKind.Pin, "77");

        Assert.Equal([EffectKind.Pin, EffectKind.Unpin], stage.Platform.Abilities.Ornaments.AsEnumerable());
        Assert.Equal(new Outcome.Sent("77"), outcome);
        var call = await stage.NextAsync("pinChatMessage");
        Assert.True(JsonNode.DeepEquals(call, JsonNode.Parse("""{"chat_id":-100,"message_id":77,"disable_notification":true}""")), call.ToJsonString());
    }

    [Fact]
    public async Task Unpinning_names_the_message_and_leaves_all_others_pinned()
    {
        await using var stage = await BotStage.OpenAsync();

        var outcome = await AdornAsync(stage, EffectKind.Unpin, "77");

        Assert.Equal(new Outcome.Sent("77"), outcome);
        var call = await stage.NextAsync("unpinChatMessage");
        Assert.True(JsonNode.DeepEquals(call, JsonNode.Parse("""{"chat_id":-100,"message_id":77}""")), call.ToJsonString());
    }

    [Theory]
    [InlineData("message to pin not found", "Rejected Message", "nothing is left to pin", "message to unpin not found", "Sent 77")]
    [InlineData("message not found", "Rejected Message", "nothing is left to pin", "message not found", "Sent 77")]
    [InlineData("CHAT_NOT_MODIFIED", "Sent 77", "", "CHAT_NOT_MODIFIED", "Sent 77")]
    [InlineData("not enough rights to manage pinned messages in the chat", "Rejected Message", "the right to pin messages", "not enough rights to manage pinned messages in the chat", "Rejected Message")]
    [InlineData("CHAT_ADMIN_REQUIRED", "Rejected Message", "the right to pin messages", "CHAT_ADMIN_REQUIRED", "Rejected Message")]
    [InlineData("chat not found", "Rejected Target", "", "chat not found", "Rejected Target")]
    public async Task Each_refusal_has_its_outcome(string pinRefusal, string pinned, string remedy, string unpinRefusal, string unpinned)
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("pinChatMessage", $$"""{"ok":false,"error_code":400,"description":"Bad Request: {{pinRefusal}}"}""", 400);
        stage.Answer("unpinChatMessage", $$"""{"ok":false,"error_code":400,"description":"Bad Request: {{unpinRefusal}}"}""", 400);

        var pin = await AdornAsync(stage, EffectKind.Pin, "77");
        stage.Time.Advance(TimeSpan.FromSeconds(1));
        var unpin = await AdornAsync(stage, EffectKind.Unpin, "77");

        Assert.Equal(pinned, Told(pin));
        Assert.Contains(remedy, (pin as Outcome.Rejected)?.Remedy ?? "", StringComparison.Ordinal);
        Assert.Equal(unpinned, Told(unpin));
    }

    [Fact]
    public async Task A_broken_server_leaves_it_unknown_and_a_flood_wait_defers_it()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("pinChatMessage", "bad gateway", 502);
        stage.Answer("unpinChatMessage", """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 99","parameters":{"retry_after":99}}""", 429);

        var pin = await AdornAsync(stage, EffectKind.Pin, "77");
        stage.Time.Advance(TimeSpan.FromSeconds(1));
        var unpin = await AdornAsync(stage, EffectKind.Unpin, "77");
        var again = await AdornAsync(stage, EffectKind.Pin, "77");

        Assert.IsType<Outcome.Unknown>(pin);
        Assert.IsType<Outcome.Deferred>(unpin);
        Assert.IsType<Outcome.Deferred>(again);
        Assert.Equal(1, stage.CountOf("pinChatMessage"));
    }

    [Fact]
    public async Task What_names_no_message_never_leaves()
    {
        await using var stage = await BotStage.OpenAsync();

        Assert.IsType<Outcome.Rejected>(await AdornAsync(stage, EffectKind.Pin, "no number"));
        Assert.IsType<Outcome.Rejected>(await AdornAsync(stage, EffectKind.Unpin, ""));
        Assert.Empty(stage.Server.Requests);
    }

    [Theory]
    [InlineData(EffectKind.Message)]
    [InlineData(EffectKind.Publish)]
    [InlineData(EffectKind.Thread)]
    [InlineData(EffectKind.Event)]
    public async Task What_the_platform_has_not_is_refused_for_this_message_alone(EffectKind kind)
    {
        await using var stage = await BotStage.OpenAsync();

        var refused = Assert.IsType<Outcome.Rejected>(await AdornAsync(stage, kind, "77"));

        Assert.Equal(RejectionScope.Message, refused.Scope);
        Assert.Empty(stage.Server.Requests);
    }

    private static Task<Outcome> AdornAsync(BotStage stage, EffectKind kind, string receipt) =>
        stage.Platform.AdornAsync(new OrnamentOrder(kind, Target, receipt), TestContext.Current.CancellationToken);

    private static string Told(Outcome outcome) => outcome switch
    {
        Outcome.Sent sent => $"Sent {sent.Receipt}",
        Outcome.Rejected rejected => $"Rejected {rejected.Scope}",
        _ => outcome.GetType().Name,
    };
}
