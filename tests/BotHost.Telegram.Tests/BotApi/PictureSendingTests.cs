using System.Text;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Telegram.BotApi;

namespace BotHost.Telegram.Tests.BotApi;

public class PictureSendingTests
{
    private const string Hash = "ab12";

    private const string Name = "ab12.png";

    private const string Payload =
        """{"chat_id":-100,"message_thread_id":5,"photo":"attach://ab12.png","caption":"講演 \"x\"","caption_entities":[{"type":"bold","offset":0,"length":2}],"disable_notification":true,"reply_markup":{"inline_keyboard":[[{"text":"参加","url":"https://example.org"}]]}}""";

    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF, 0x2D, 0x2D];

    private static readonly SendOrder Order = new(new ChannelAddress(new PlatformId("telegram"), "-100"), Payload, "ABC");

    private static async Task<BotStage> OpenAsync()
    {
        var stage = await BotStage.OpenAsync();
        stage.Pictures.ByHash[Hash] = Picture;
        return stage;
    }

    private static Task<Outcome> SendAsync(IChatPlatform platform) => platform.SendAsync(Order, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_picture_goes_as_a_form_with_its_file_and_each_parameter_in_a_part()
    {
        await using var stage = await OpenAsync();

        var outcome = await SendAsync(stage.Platform);

        Assert.Equal(new Outcome.Sent("79"), outcome);
        var call = await stage.NextAsync("sendPhoto");
        Assert.True(
            JsonNode.DeepEquals(call, new JsonObject
            {
                ["chat_id"] = "-100",
                ["message_thread_id"] = "5",
                ["photo"] = "attach://ab12.png",
                ["caption"] = "講演 \"x\"",
                ["caption_entities"] = """[{"type":"bold","offset":0,"length":2}]""",
                ["disable_notification"] = "true",
                ["reply_markup"] = """{"inline_keyboard":[[{"text":"参加","url":"https://example.org"}]]}""",
            }),
            call.ToJsonString());
        var (type, bytes) = stage.Files[Name];
        Assert.Equal("image/png", type);
        Assert.Equal(Picture, bytes);
        Assert.Equal(0, stage.CountOf("sendMessage"));
    }

    [Fact]
    public async Task The_form_is_on_the_wire_as_the_platform_reads_it()
    {
        await using var stage = await OpenAsync();

        await stage.Platform.SendAsync(Order with { Payload = """{"chat_id":-100,"photo":"attach://ab12.png"}""" }, TestContext.Current.CancellationToken);

        var request = stage.Server.Requests.Single();
        var boundary = request.Headers["Content-Type"].Split('"')[1];
        Assert.Equal($"multipart/form-data; boundary=\"{boundary}\"", request.Headers["Content-Type"]);
        Assert.Equal($"{request.Bytes.Length}", request.Headers["Content-Length"]);
        Assert.Equal(
            (byte[])
            [
                .. Encoding.ASCII.GetBytes(
                    $"--{boundary}\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n-100"
                    + $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"photo\"\r\n\r\nattach://ab12.png"
                    + $"\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"ab12.png\"; filename=\"ab12.png\"\r\nContent-Type: image/png\r\n\r\n"),
                .. Picture,
                .. Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"),
            ],
            request.Bytes);
    }

    [Theory]
    [InlineData("ab12.jpg", "image/jpeg")]
    [InlineData("ab12.gif", "image/gif")]
    [InlineData("ab12.webp", "image/webp")]
    [InlineData("ab12", "application/octet-stream")]
    public void A_picture_says_what_it_is(string name, string type) => Assert.Equal(type, new AttachedPicture(name, []).MediaType);

    [Fact]
    public async Task A_picture_that_nobody_has_any_more_is_refused_before_anything_leaves()
    {
        await using var stage = await BotStage.OpenAsync();

        var refused = Assert.IsType<Outcome.Rejected>(await SendAsync(stage.Platform));

        Assert.Equal(RejectionScope.Picture, refused.Scope);
        Assert.Equal("the picture ab12.png is gone", refused.Reason);
        Assert.Empty(stage.Server.Requests);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_now_is_surely_not_sent()
    {
        await using var stage = await OpenAsync();
        stage.Pictures.Fault = new IOException("the disk is busy");

        Assert.Equal(new Outcome.NotSent("the picture ab12.png cannot be read: the disk is busy"), await SendAsync(stage.Platform));
        Assert.Empty(stage.Server.Requests);
    }

    public static TheoryData<string, int, string, string> Table => new()
    {
        { "sides that it does not take", 400, """{"ok":false,"error_code":400,"description":"Bad Request: PHOTO_INVALID_DIMENSIONS"}""", "Rejected Picture ab12.png" },
        { "a picture that it cannot read", 400, """{"ok":false,"error_code":400,"description":"Bad Request: IMAGE_PROCESS_FAILED"}""", "Rejected Picture ab12.png" },
        { "an unknown form", 400, """{"ok":false,"error_code":400,"description":"Bad Request: PHOTO_EXT_INVALID"}""", "Rejected Picture ab12.png" },
        { "too large", 400, """{"ok":false,"error_code":400,"description":"Bad Request: file is too big"}""", "Rejected Picture ab12.png" },
        { "an empty file", 400, """{"ok":false,"error_code":400,"description":"Bad Request: file must be non-empty"}""", "Rejected Picture ab12.png" },
        { "too large for the server", 413, """{"ok":false,"error_code":413,"description":"Request Entity Too Large"}""", "Rejected Picture ab12.png" },
        { "too large for a proxy", 413, "<html>too large</html>", "Rejected Picture ab12.png" },
        { "another fault of the message", 400, """{"ok":false,"error_code":400,"description":"Bad Request: message caption is too long"}""", "Rejected Message" },
        { "no pictures in this chat", 400, """{"ok":false,"error_code":400,"description":"Bad Request: not enough rights to send photos to the chat"}""", "Rejected Picture" },
        { "no such chat", 400, """{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}""", "Rejected Target" },
        { "an unauthorised bot", 401, """{"ok":false,"error_code":401,"description":"Unauthorized"}""", "Rejected Bot" },
        { "a flood wait", 429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9","parameters":{"retry_after":9}}""", "Deferred" },
        { "a broken server", 502, "bad gateway", "Unknown" },
        { "a server that says too large and breaks", 500, """{"ok":false,"error_code":500,"description":"Internal Server Error: file is too big"}""", "Unknown" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Each_answer_has_its_outcome(string row, int status, string body, string expected)
    {
        Assert.NotEmpty(row);
        await using var stage = await OpenAsync();
        stage.Answer("sendPhoto", body, status);

        var outcome = await SendAsync(stage.Platform);

        Assert.Equal(expected, outcome switch
        {
            Outcome.Rejected rejected => $"Rejected {rejected.Scope}" + (rejected.Remedy.Contains(Name, StringComparison.Ordinal) ? $" {Name}" : ""),
            _ => outcome.GetType().Name,
        });
        Assert.Equal(1, stage.CountOf("sendPhoto"));
    }

    [Fact]
    public async Task A_refused_connection_is_surely_not_sent()
    {
        await using var stage = await OpenAsync();
        using var host = stage.Build("http://127.0.0.1:1", BotStage.Token);

        Assert.IsType<Outcome.NotSent>(await SendAsync((IChatPlatform)host.Services.GetService(typeof(IChatPlatform))!));
    }

    [Fact]
    public async Task A_reset_after_the_request_was_taken_is_unknown_and_is_not_tried_again()
    {
        await using var stage = await OpenAsync();
        stage.On("sendPhoto", (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.IsType<Outcome.Unknown>(await SendAsync(stage.Platform));
        Assert.Equal(1, stage.CountOf("sendPhoto"));
    }

    [Fact]
    public async Task A_large_picture_has_the_time_that_a_slow_line_needs()
    {
        await using var stage = await OpenAsync();
        stage.Pictures.ByHash[Hash] = new byte[8 * 1024 * 1024];
        stage.On("sendPhoto", (context, _) => BotStage.UntilGoneAsync(context));

        var sending = SendAsync(stage.Platform);
        await stage.NextAsync("sendPhoto");
        await stage.PassAsync(TimeSpan.FromSeconds(153));

        Assert.Equal(new Outcome.Unknown("no answer within 153 s"), await sending);
    }
}
