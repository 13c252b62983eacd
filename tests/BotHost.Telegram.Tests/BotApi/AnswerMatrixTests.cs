using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BotHost.Telegram.Tests.BotApi;

public class AnswerMatrixTests
{
    private const string Page = "<html>Sorry</html>";

    private const string OtherJson = """{"error":"sorry","code":7}""";

    private const string BareNo = """{"ok":false}""";

    private const string Own = """{"ok":false,"error_code":STATUS,"description":"Something new"}""";

    private const string Yes = """{"ok":true,"result":{"message_id":12}}""";

    private static readonly PlatformId Telegram = new("telegram");

    /// <summary>The status and the body, then what becomes of a send, of an edit and of a pin.</summary>
    public static TheoryData<int, string, string, string, string> Table => new()
    {
        { 200, Page, "Unknown", "Unknown", "Unknown" },
        { 200, BareNo, "Unknown", "Unknown", "Unknown" },
        { 200, Yes, "Sent 12", "Sent 77", "Sent 77" },
        { 302, "", "Unknown", "Unknown", "Unknown" },
        { 400, Page, "NotSent", "NotSent", "NotSent" },
        { 400, "", "NotSent", "NotSent", "NotSent" },
        { 400, OtherJson, "NotSent", "NotSent", "NotSent" },
        { 400, BareNo, "NotSent", "NotSent", "NotSent" },
        { 400, Own, "Rejected Message", "Rejected Message", "Rejected Message" },
        { 400, Yes, "Unknown", "Unknown", "Unknown" },
        { 401, Page, "NotSent", "NotSent", "NotSent" },
        { 401, Own, "Rejected Bot", "Rejected Bot", "Rejected Bot" },
        { 403, Page, "NotSent", "NotSent", "NotSent" },
        { 403, "", "NotSent", "NotSent", "NotSent" },
        { 403, OtherJson, "NotSent", "NotSent", "NotSent" },
        { 403, BareNo, "NotSent", "NotSent", "NotSent" },
        { 403, Own, "Rejected Target", "Rejected Target", "Rejected Target" },
        { 404, Page, "NotSent", "NotSent", "NotSent" },
        { 404, OtherJson, "NotSent", "NotSent", "NotSent" },
        { 404, Own, "Rejected Bot", "Rejected Bot", "Rejected Bot" },
        { 407, Page, "NotSent", "NotSent", "NotSent" },
        { 408, Page, "Unknown", "Unknown", "Unknown" },
        { 408, "", "Unknown", "Unknown", "Unknown" },
        { 408, OtherJson, "Unknown", "Unknown", "Unknown" },
        { 408, Own, "Unknown", "Unknown", "Unknown" },
        { 413, Page, "NotSent", "NotSent", "NotSent" },
        { 413, Own, "Rejected Message", "Rejected Message", "Rejected Message" },
        { 429, Page, "Deferred 31", "Deferred 31", "Deferred 31" },
        { 429, "", "Deferred 31", "Deferred 31", "Deferred 31" },
        { 429, OtherJson, "Deferred 31", "Deferred 31", "Deferred 31" },
        { 429, BareNo, "Deferred 31", "Deferred 31", "Deferred 31" },
        { 429, Own, "Deferred 31", "Deferred 31", "Deferred 31" },
        { 451, Page, "NotSent", "NotSent", "NotSent" },
        { 500, Page, "Unknown", "Unknown", "Unknown" },
        { 500, Own, "Unknown", "Unknown", "Unknown" },
        { 502, Page, "Unknown", "Unknown", "Unknown" },
        { 503, OtherJson, "Unknown", "Unknown", "Unknown" },
        { 504, "", "Unknown", "Unknown", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_answer_has_its_outcome_and_only_telegrams_own_words_end_a_post(int status, string body, string send, string edit, string pin)
    {
        await using var stage = await BotStage.OpenAsync();
        var answer = body.Replace("STATUS", $"{status}", StringComparison.Ordinal);
        stage.Answer("sendMessage", answer, status);
        stage.Answer("editMessageText", answer, status);
        stage.Answer("pinChatMessage", answer, status);

        var sent = await SendAsync(stage.Platform);
        var edited = await stage.Platform.EditAsync(
            new EditOrder(new ChannelAddress(Telegram, "-101"), "77", """{"chat_id":-101,"text":"Talk"}"""), TestContext.Current.CancellationToken);
        var pinned = await stage.Platform.AdornAsync(
            new OrnamentOrder(EffectKind.Pin, new ChannelAddress(Telegram, "-102"), "77"), TestContext.Current.CancellationToken);

        Assert.Equal([send, edit, pin], [Told(sent), Told(edited), Told(pinned)]);
        Assert.Equal(1, stage.CountOf("sendMessage"));
    }

    [Fact]
    public async Task What_a_proxy_refused_says_so()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("sendMessage", Page, 403);

        var outcome = Assert.IsType<Outcome.NotSent>(await SendAsync(stage.Platform));

        Assert.StartsWith("a proxy between the bot and Telegram answered 403", outcome.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7", 8)]
    [InlineData("0", 1)]
    [InlineData("Fri, 01 Jan 2027 00:02:00 GMT", 61)]
    [InlineData("Thu, 31 Dec 2026 23:00:00 GMT", 1)]
    [InlineData("soon", 31)]
    public async Task A_front_ends_429_is_waited_out_by_its_header(string retryAfter, int seconds)
    {
        await using var stage = await BotStage.OpenAsync();
        stage.On("sendMessage", async (context, _) =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = retryAfter;
            context.Response.Headers.Date = "Fri, 01 Jan 2027 00:01:00 GMT";
            await context.Response.WriteAsync(Page);
        });

        var outcome = await SendAsync(stage.Platform);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<Outcome.Deferred>(outcome).After);
    }

    [Fact]
    public async Task A_moment_without_the_senders_clock_beside_it_says_nothing()
    {
        await using var stage = await BotStage.OpenAsync();
        await using var door = new RawDoor("HTTP/1.1 429 Slow Down\r\nRetry-After: Fri, 01 Jan 2027 09:00:00 GMT\r\nContent-Length: 0\r\n\r\n");
        using var host = stage.Build(door.Address, BotStage.Token);

        var outcome = await SendAsync(host.Services.GetRequiredService<IChatPlatform>());

        Assert.Equal(TimeSpan.FromSeconds(31), Assert.IsType<Outcome.Deferred>(outcome).After);
    }

    private static Task<Outcome> SendAsync(IChatPlatform platform) => platform.SendAsync(
        new SendOrder(new ChannelAddress(Telegram, "-100"), """{"chat_id":-100,"text":"Talk"}""", "ABC"), TestContext.Current.CancellationToken);

    private static string Told(Outcome outcome) => outcome switch
    {
        Outcome.Sent sent => $"Sent {sent.Receipt}",
        Outcome.Rejected rejected => $"Rejected {rejected.Scope}",
        Outcome.Deferred deferred => $"Deferred {deferred.After.TotalSeconds:0}",
        _ => outcome.GetType().Name,
    };
}
