using System.Globalization;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Rest;
using BotHost.Discord.Tests.Rig;

namespace BotHost.Discord.Tests.Rest;

public sealed class EditTests
{
    private const string Message = "/api/v10/channels/1100/messages/42";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_empties_what_the_new_message_has_none_of_and_pings_nobody()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PATCH", Message, 200, """{"id":"42"}""");

        var outcome = await EditAsync(discord, """{"content":"@everyone Talk tomorrow","allowed_mentions":{"parse":["everyone"]},"flags":4096}""");

        Assert.Equal(new Outcome.Sent("42"), outcome);
        Assert.Equal(
            """{"content":"@everyone Talk tomorrow","embeds":[],"components":[],"allowed_mentions":{"parse":[]}}""",
            JsonNode.Parse(Assert.Single(discord.RequestsTo("PATCH", Message)).Body)!.ToJsonString());
    }

    [Fact]
    public async Task Embeds_buttons_and_settable_flags_go_along()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PATCH", Message, 200, """{"id":"42"}""");

        await EditAsync(discord, """{"content":"x","embeds":[{"title":"T"}],"components":[{"type":1}],"allowed_mentions":{"parse":[]},"flags":4100}""");

        Assert.Equal(
            """{"content":"x","embeds":[{"title":"T"}],"components":[{"type":1}],"allowed_mentions":{"parse":[]},"flags":4}""",
            JsonNode.Parse(Assert.Single(discord.RequestsTo("PATCH", Message)).Body)!.ToJsonString());
    }

    [Fact]
    public async Task A_message_in_a_thread_is_edited_in_the_thread()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PATCH", "/api/v10/channels/2200/messages/42", 200, """{"id":"42"}""");

        var outcome = await discord.Platform.EditAsync(new EditOrder(Samples.Address with { Thread = "2200" }, "42", Samples.SafePayload), Cancel);

        Assert.Equal(new Outcome.Sent("42"), outcome);
    }

    [Theory]
    [InlineData("42", "not json")]
    [InlineData("42", "[]")]
    [InlineData("../42", Samples.SafePayload)]
    [InlineData("", Samples.SafePayload)]
    public async Task What_names_no_message_or_is_none_never_leaves(string receipt, string payload)
    {
        await using var discord = await ScriptedDiscord.BuildAsync();

        var outcome = await discord.Platform.EditAsync(new EditOrder(Samples.Address, receipt, payload), Cancel);

        Assert.Equal(RejectionScope.Message, Assert.IsType<Outcome.Rejected>(outcome).Scope);
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task After_a_429_the_next_edit_in_the_channel_waits_and_a_create_does_not()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On(
            "PATCH", Message, 429, """{"message":"slow","retry_after":64.5,"global":false}""", ("Retry-After", "65"), ("X-RateLimit-Scope", "user"));

        await EditAsync(discord, Samples.SafePayload);
        var second = await EditAsync(discord, Samples.SafePayload);

        Assert.Equal(TimeSpan.FromSeconds(65.05), Assert.IsType<Outcome.Deferred>(second).After);
        Assert.Single(discord.RequestsTo("PATCH", Message));
        Assert.IsType<Turn.Granted>(await discord.Platform.WaitForTurnAsync(Samples.Address, Cancel));
    }

    [Fact]
    public async Task A_refused_token_stops_the_platform()
    {
        await using var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("PATCH", Message, 401, """{"message":"401: Unauthorized","code":0}""");

        var outcome = await EditAsync(discord, Samples.SafePayload);

        Assert.Equal(RejectionScope.Bot, Assert.IsType<Outcome.Rejected>(outcome).Scope);
        Assert.IsType<PlatformState.Refused>(discord.Platform.State);
    }

    public static TheoryData<string, int, string, string> Rows => new()
    {
        { "a message with its id is edited", 200, """{"id":"42"}""", "Sent 42" },
        { "502 may have edited", 502, "<html></html>", "Unknown" },
        { "a deleted message stays deleted", 404, """{"message":"Unknown Message","code":10008}""", "Rejected Message deleted" },
        { "somebody else's message", 403, """{"message":"Cannot edit","code":50005}""", "Rejected Message another bot" },
        { "an archived thread takes posts, so the edit waits for one", 400, """{"message":"Thread is archived","code":50083}""", "Deferred 3600" },
        { "missing access", 403, """{"message":"Missing Access","code":50001}""", "Rejected Target View Channel" },
        { "too many edits of old messages wait as told", 429, """{"message":"Maximum edits","code":30046,"retry_after":90}""", "Deferred 90" },
        { "too many edits without a time wait ten minutes", 400, """{"message":"Maximum edits","code":30046}""", "Deferred 600" },
        { "an announcement channel's limit waits", 429, """{"message":"slow","code":20022,"retry_after":1163}""", "Deferred 1163" },
        { "an unauthorised bot stops", 401, """{"message":"401: Unauthorized","code":0}""", "Rejected Bot Discord__Token" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_reply_to_an_edit_has_one_meaning(string sentence, int status, string body, string expected)
    {
        var outcome = EditOutcomes.Classify(new RestAnswer.Replied(status, RateReport.None, body), "1100");

        var actual = outcome switch
        {
            Outcome.Sent sent => $"Sent {sent.Receipt}",
            Outcome.Rejected rejected => $"Rejected {rejected.Scope} {rejected.Remedy}",
            Outcome.Deferred deferred => $"Deferred {deferred.After.TotalSeconds.ToString(CultureInfo.InvariantCulture)}",
            _ => outcome.GetType().Name,
        };
        Assert.True(expected.Split(' ', 3).All(word => actual.Contains(word, StringComparison.OrdinalIgnoreCase)), $"{sentence}: {actual}");
    }

    private static Task<Outcome> EditAsync(ScriptedDiscord discord, string payload) =>
        discord.Platform.EditAsync(new EditOrder(Samples.Address, "42", payload), Cancel);
}
