using System.Text;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Rest;

public sealed class PictureTests
{
    private const string Messages = "/api/v10/channels/1100/messages";
    private const string Message = "/api/v10/channels/1100/messages/42";

    private static readonly string A = new('a', 64);
    private static readonly string B = new('b', 64);

    // Every value that is a letter by itself, so that a wire that reads text shows each of them unchanged.
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 128).Select(value => (byte)value)];

    private static readonly string Payload =
        $$"""{"content":"Talk","attachments":[{"id":"0","filename":"{{A}}.png","description":"alt"},{"id":"1","filename":"{{B}}.jpg"}],"allowed_mentions":{"parse":["everyone"]},"flags":4}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pictures_go_along_as_the_files_of_a_form()
    {
        await using var discord = await BuildAsync();
        discord.Server.On("POST", Messages, 200, """{"id":"42"}""");

        var outcome = await discord.Platform.SendAsync(Samples.Order(Payload), Cancel);

        Assert.Equal(new Outcome.Sent("42"), outcome);
        var request = Assert.Single(discord.RequestsTo("POST", Messages));
        const string Json = """{"content":"Talk","attachments":[{"id":"0","filename":"AAA.png","description":"alt"},{"id":"1","filename":"BBB.jpg"}],"allowed_mentions":{"parse":["everyone"]},"flags":4,"nonce":"ABCDEFGHIJKLMNOPQRSTUVWX2","enforce_nonce":true}""";
        Assert.Equal(FormOf(request.Headers["Content-Type"], Json), request.Body);
        Assert.Equal("Bot " + ScriptedDiscord.Token, request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_edit_sends_the_pictures_anew_with_the_whole_list(bool changed)
    {
        await using var discord = await BuildAsync();
        discord.Server.On("PATCH", Message, 200, """{"id":"42"}""");

        var outcome = await discord.Platform.EditAsync(new EditOrder(Samples.Address, "42", Payload, changed), Cancel);

        Assert.Equal(new Outcome.Sent("42"), outcome);
        var request = Assert.Single(discord.RequestsTo("PATCH", Message));
        const string Json = """{"content":"Talk","embeds":[],"components":[],"allowed_mentions":{"parse":[]},"attachments":[{"id":"0","filename":"AAA.png","description":"alt"},{"id":"1","filename":"BBB.jpg"}],"flags":4}""";
        Assert.Equal(FormOf(request.Headers["Content-Type"], Json), request.Body);
    }

    [Theory]
    [InlineData(true, "[]")]
    [InlineData(false, null)]
    public async Task An_edit_takes_away_pictures_that_are_none_any_more(bool changed, string? attachments)
    {
        await using var discord = await BuildAsync();
        discord.Server.On("PATCH", Message, 200, """{"id":"42"}""");

        await discord.Platform.EditAsync(new EditOrder(Samples.Address, "42", Samples.SafePayload, changed), Cancel);

        Assert.Equal(attachments, JsonNode.Parse(Assert.Single(discord.RequestsTo("PATCH", Message)).Body)!["attachments"]?.ToJsonString());
    }

    [Fact]
    public async Task A_post_whose_picture_is_gone_never_leaves()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Pictures.Put(A, Bytes);

        var sent = Assert.IsType<Outcome.Rejected>(await discord.Platform.SendAsync(Samples.Order(Payload), Cancel));

        Assert.Equal(RejectionScope.Picture, sent.Scope);
        Assert.Equal($"the picture {B}.jpg is gone", sent.Reason);
        Assert.Empty(discord.Server.Requests);
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("poster.png")]
    [InlineData("")]
    public async Task Only_pictures_of_the_bots_own_naming_are_looked_for(string name)
    {
        await using var discord = await BuildAsync();

        var outcome = await discord.Platform.SendAsync(
            Samples.Order($$"""{"content":"x","attachments":[{"id":"0","filename":"{{name}}"}],"allowed_mentions":{"parse":[]} }"""), Cancel);

        Assert.Equal(RejectionScope.Message, Assert.IsType<Outcome.Rejected>(outcome).Scope);
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task A_reset_while_pictures_are_on_their_way_is_unknown_and_not_repeated()
    {
        await using var discord = await BuildAsync();
        discord.Server.On("POST", Messages, 200, """{"id":"42"}""");
        await discord.Platform.SendAsync(Samples.Order(Payload), Cancel);
        discord.Server.On("POST", Messages, (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        Assert.IsType<Outcome.Unknown>(await discord.Platform.SendAsync(Samples.Order(Payload), Cancel));
        Assert.Equal(2, discord.RequestsTo("POST", Messages).Count);
    }

    [Fact]
    public async Task Large_pictures_get_more_time()
    {
        await using var discord = await BuildAsync();
        discord.Pictures.Put(B, Encoding.ASCII.GetBytes(new string('x', 1024 * 1024)));
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Server.On("POST", Messages, async (context, _) =>
        {
            taken.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        var sending = discord.Platform.SendAsync(Samples.Order(Payload), Cancel);
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        discord.Time.Advance(TimeSpan.FromSeconds(27));
        Assert.False(sending.IsCompleted);
        discord.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.IsType<Outcome.Unknown>(await sending.WaitAsync(TimeSpan.FromSeconds(10), Cancel));
    }

    [Theory]
    [InlineData(413, "<html></html>")]
    [InlineData(413, """{"message":"Request entity too large","code":40005}""")]
    [InlineData(400, """{"message":"File uploaded exceeds the maximum size","code":50045}""")]
    [InlineData(400, """{"message":"Invalid file uploaded","code":50046}""")]
    public void A_refused_picture_is_named(int status, string body)
    {
        var answer = new RestAnswer.Replied(status, RateReport.None, body);

        Outcome[] outcomes = [CreateOutcomes.Classify(answer, "1100", [new PictureBytes(A + ".png", Bytes)]), EditOutcomes.Classify(answer, "1100", [new PictureBytes(A + ".png", Bytes)])];

        Assert.All(outcomes, outcome =>
        {
            var rejected = Assert.IsType<Outcome.Rejected>(outcome);
            Assert.Equal(RejectionScope.Picture, rejected.Scope);
            Assert.Contains($"{A}.png (128 bytes)", rejected.Remedy, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Without_a_picture_too_much_is_too_much_text()
    {
        var rejected = Assert.IsType<Outcome.Rejected>(CreateOutcomes.Classify(new RestAnswer.Replied(413, RateReport.None, """{"message":"Request entity too large","code":40005}"""), "1100"));

        Assert.Equal(RejectionScope.Message, rejected.Scope);
        Assert.Contains("shorten the text", rejected.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_right_to_attach_files_is_asked_for_where_there_are_files()
    {
        var answer = new RestAnswer.Replied(403, RateReport.None, """{"message":"Missing Permissions","code":50013}""");

        Assert.DoesNotContain("Attach Files", Assert.IsType<Outcome.Rejected>(CreateOutcomes.Classify(answer, "1100")).Remedy, StringComparison.Ordinal);
        var refused = Assert.IsType<Outcome.Rejected>(CreateOutcomes.Classify(answer, "1100", [new PictureBytes(A + ".png", Bytes)]));
        Assert.Equal(RejectionScope.Picture, refused.Scope);
        Assert.Contains("Attach Files", refused.Remedy, StringComparison.Ordinal);
    }

    private static async Task<ScriptedDiscord> BuildAsync()
    {
        var discord = await ScriptedDiscord.BuildAsync();
        discord.Pictures.Put(A, Bytes);
        discord.Pictures.Put(B, "second"u8.ToArray());
        return discord;
    }

    private static string FormOf(string contentType, string json)
    {
        const string Type = "multipart/form-data; boundary=";
        Assert.StartsWith(Type, contentType, StringComparison.Ordinal);
        var boundary = contentType[Type.Length..].Trim('"');
        string[] lines =
        [
            "--" + boundary,
            "Content-Type: application/json; charset=utf-8",
            "Content-Disposition: form-data; name=\"payload_json\"",
            "",
            json.Replace("AAA", A, StringComparison.Ordinal).Replace("BBB", B, StringComparison.Ordinal),
            "--" + boundary,
            "Content-Type: image/png",
            $"Content-Disposition: form-data; name=\"files[0]\"; filename=\"{A}.png\"",
            "",
            Encoding.ASCII.GetString(Bytes),
            "--" + boundary,
            "Content-Type: image/jpeg",
            $"Content-Disposition: form-data; name=\"files[1]\"; filename=\"{B}.jpg\"",
            "",
            "second",
            $"--{boundary}--",
            "",
        ];
        return string.Join("\r\n", lines);
    }
}
