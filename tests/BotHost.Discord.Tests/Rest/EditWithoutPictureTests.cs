using BotHost.Announcements.Platforms;
using BotHost.Discord.Tests.Rig;
using Microsoft.AspNetCore.Http;

namespace BotHost.Discord.Tests.Rest;

public sealed class EditWithoutPictureTests
{
    private const string Message = "/api/v10/channels/1100/messages/42";

    private static readonly string A = new('a', 64);

    private static readonly string Payload =
        $$"""{"content":"Talk","attachments":[{"id":"0","filename":"{{A}}.png"}],"allowed_mentions":{"parse":["everyone"]},"flags":4}""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_whose_picture_is_gone_brings_the_text_and_leaves_the_pictures_alone()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PATCH", Message, 200, """{"id":"42"}""");

        var outcome = await discord.Platform.EditAsync(new EditOrder(Samples.Address, "42", Payload, PicturesChanged: true), Cancel);

        Assert.Equal(new Outcome.Sent("42"), outcome);
        Assert.Equal(
            """{"content":"Talk","embeds":[],"components":[],"allowed_mentions":{"parse":[]},"flags":4}""",
            Assert.Single(discord.RequestsTo("PATCH", Message)).Body);
        Assert.Contains($"the picture {A}.png is gone", discord.Logs.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(413, "<html></html>")]
    [InlineData(400, """{"message":"Invalid file uploaded","code":50046}""")]
    public async Task An_edit_whose_picture_is_refused_is_tried_once_more_without_it(int status, string body)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Pictures.Put(A, "picture"u8.ToArray());
        discord.Server.On("PATCH", Message, async (context, request) =>
        {
            var isForm = request.Headers["Content-Type"].StartsWith("multipart/", StringComparison.Ordinal);
            context.Response.StatusCode = isForm ? status : 200;
            await context.Response.WriteAsync(isForm ? body : """{"id":"42"}""", context.RequestAborted);
        });
        var payload = $$"""
            {"content":"Talk","embeds":[
              {"title":"New date","image":{"url":"attachment://{{A}}.png"},"thumbnail":{"url":"https://example.org/ann.jpg"} },
              {"thumbnail":{"url":"attachment://{{A}}.png"} }],
             "attachments":[{"id":"0","filename":"{{A}}.png"}],"allowed_mentions":{"parse":[]} }
            """;

        var outcome = await discord.Platform.EditAsync(new EditOrder(Samples.Address, "42", payload), Cancel);

        Assert.Equal(new Outcome.Sent("42"), outcome);
        Assert.Equal(2, discord.RequestsTo("PATCH", Message).Count);
        Assert.Equal(
            """{"content":"Talk","embeds":[{"title":"New date","thumbnail":{"url":"https://example.org/ann.jpg"}}],"components":[],"allowed_mentions":{"parse":[]}}""",
            discord.RequestsTo("PATCH", Message)[1].Body);
    }

    [Fact]
    public async Task An_edit_that_is_refused_for_another_reason_is_not_tried_again()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Pictures.Put(A, "picture"u8.ToArray());
        discord.Server.On("PATCH", Message, 400, """{"message":"Invalid Form Body","code":50035,"errors":{}}""");

        var outcome = await discord.Platform.EditAsync(new EditOrder(Samples.Address, "42", Payload), Cancel);

        Assert.Equal(RejectionScope.Message, Assert.IsType<Outcome.Rejected>(outcome).Scope);
        Assert.Single(discord.RequestsTo("PATCH", Message));
    }
}
