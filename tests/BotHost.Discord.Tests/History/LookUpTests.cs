using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Platforms;
using BotHost.Discord.Tests.Rig;
using NodaTime;

namespace BotHost.Discord.Tests.History;

public sealed class LookUpTests
{
    private const string Messages = "/api/v10/channels/1100/messages";

    private const string Words = "\"content\":\"Talk today\"";

    private static readonly Instant Since = Instant.FromUtc(2026, 6, 1, 12, 0);

    private static readonly LookUpOrder Order = new(Samples.Address, Samples.SafePayload, Since, ImmutableHashSet<string>.Empty);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_stands_there_is_found_and_the_bot_asks_once_who_it_is()
    {
        await using var discord = await BuildAsync();
        var history = Standing(discord);
        history.Put(At(-300), Words);
        history.Put(At(1), Words, author: "700");
        var id = history.Put(At(2), Words);
        history.Put(At(3), "\"content\":\"Another\"");

        var first = await discord.Platform.LookUpAsync(Order, Cancel);
        var second = await discord.Platform.LookUpAsync(Order, Cancel);

        Assert.True(discord.Platform.Abilities.CanLookUp);
        Assert.Equal(new LookUp.Found(id), first);
        Assert.Equal(first, second);
        Assert.Single(discord.RequestsTo("GET", "/api/v10/users/@me"));
        Assert.Contains($"after={StandingMessages.IdAt(Since - Duration.FromMinutes(2))}&limit=100", discord.RequestsTo("GET", Messages)[0].PathAndQuery, StringComparison.Ordinal);
        Assert.All(discord.Server.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task The_gateways_greeting_already_tells_who_the_bot_is()
    {
        await using var discord = await ScriptedDiscord.ConnectAsync();
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();
        await discord.UntilAsync(() => discord.RequestsTo("PUT", "/api/v10/applications/900/commands").Count > 0, "The greeting was not handled.");
        var id = Standing(discord).Put(At(2), Words);

        Assert.Equal(new LookUp.Found(id), await discord.Platform.LookUpAsync(Order, Cancel));
        Assert.Empty(discord.Server.Unexpected);
    }

    [Fact]
    public async Task Of_several_alike_the_earliest_after_the_attempt_is_it_and_what_is_known_is_not()
    {
        await using var discord = await BuildAsync();
        var history = Standing(discord);
        var before = history.Put(At(-60), Words);
        var known = history.Put(At(1), Words);
        var earliest = history.Put(At(2), Words);
        var latest = history.Put(At(3), Words);

        Assert.Equal(new LookUp.Found(earliest), await LookUpAsync(discord, known));
        Assert.Equal(new LookUp.Found(latest), await LookUpAsync(discord, known, earliest));
        Assert.Equal(new LookUp.Found(before), await LookUpAsync(discord, known, earliest, latest));
        Assert.IsType<LookUp.Absent>(await LookUpAsync(discord, known, earliest, latest, before));
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_hides_no_message()
    {
        await using var discord = await BuildAsync();
        var id = Standing(discord).Put(At(-3600), Words);
        discord.Server.On("GET", "/api/v10/users/@me", 200, """{"id":"901"}""", ("Date", "Thu, 31 Dec 2026 23:00:00 GMT"));

        Assert.Equal(new LookUp.Found(id), await discord.Platform.LookUpAsync(Order, Cancel));
    }

    [Fact]
    public async Task The_ids_of_its_buttons_find_a_message_whose_words_differ_unless_another_says_all_the_same()
    {
        await using var discord = await BuildAsync();
        const string Buttons = """[{"type":1,"components":[{"type":2,"style":2,"label":"Hold","custom_id":"1:hold:17"}]}]""";
        var order = Order with { Payload = $$"""{"content":"Talk today","components":{{Buttons}},"allowed_mentions":{"parse":[]} }""" };
        var history = Standing(discord);
        history.Put(At(1), Words);
        var marked = history.Put(At(2), $"\"content\":\"Talk soon\",\"components\":{Buttons}");

        Assert.Equal(new LookUp.Found(marked), await discord.Platform.LookUpAsync(order, Cancel));

        var same = history.Put(At(3), $"\"content\":\"Talk today\",\"components\":{Buttons}");
        Assert.Equal(new LookUp.Found(same), await discord.Platform.LookUpAsync(order, Cancel));
    }

    [Fact]
    public async Task Pages_are_followed_to_their_end()
    {
        await using var discord = await BuildAsync();
        var history = Standing(discord);
        Fill(history, 250);

        Assert.IsType<LookUp.Absent>(await discord.Platform.LookUpAsync(Order, Cancel));

        var id = history.Put(At(1, 250), Words);
        Assert.Equal(new LookUp.Found(id), await discord.Platform.LookUpAsync(Order, Cancel));
    }

    [Fact]
    public async Task Too_much_to_look_through_says_nothing_but_what_was_found_before_counts()
    {
        await using var discord = await BuildAsync();
        var history = Standing(discord);
        Fill(history, 2000);

        Assert.Contains("2000", Assert.IsType<LookUp.Unreadable>(await discord.Platform.LookUpAsync(Order, Cancel)).Reason, StringComparison.Ordinal);
        Assert.Equal(20, discord.RequestsTo("GET", Messages).Count);

        var id = history.Put(At(0), Words);
        Assert.Equal(new LookUp.Found(id), await discord.Platform.LookUpAsync(Order, Cancel));
    }

    [Fact]
    public async Task One_older_message_proves_that_the_history_is_readable()
    {
        await using var discord = await BuildAsync();
        Standing(discord).Put(At(-3600), "\"content\":\"old\"", author: "700");

        Assert.IsType<LookUp.Absent>(await discord.Platform.LookUpAsync(Order, Cancel));
        Assert.Empty(discord.Server.Unexpected);
    }

    [Theory]
    [InlineData("may read", "66560", "", "Absent")]
    [InlineData("may not read", "1024", "", "Unreadable")]
    [InlineData("may not see", "65536", "", "Unreadable")]
    [InlineData("may not read here", "66560", """{"id":"5","type":0,"allow":"0","deny":"65536"}""", "Unreadable")]
    [InlineData("may read here", "1024", """{"id":"901","type":1,"allow":"65536","deny":"0"}""", "Absent")]
    public async Task An_empty_channel_is_believed_only_where_the_bot_may_read_it(string sentence, string everyone, string overwrites, string expected)
    {
        await using var discord = await BuildAsync();
        Standing(discord);
        Server(discord, everyone);
        discord.Server.On("GET", "/api/v10/channels/1100", 200, $$"""{"id":"1100","type":5,"guild_id":"5","permission_overwrites":[{{overwrites}}]}""");

        var lookUp = await discord.Platform.LookUpAsync(Order, Cancel);

        Assert.True(lookUp.GetType().Name == expected, $"{sentence}: {lookUp}");
        if (lookUp is LookUp.Unreadable unreadable)
        {
            Assert.Contains("Read Message History", unreadable.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_thread_has_the_rights_of_its_channel()
    {
        await using var discord = await BuildAsync();
        discord.Server.On("GET", "/api/v10/channels/2200/messages", new StandingMessages().AnswerAsync);
        Server(discord, "66560");
        discord.Server.On("GET", "/api/v10/channels/2200", 200, """{"id":"2200","type":11,"guild_id":"5","parent_id":"1100"}""");
        discord.Server.On("GET", "/api/v10/channels/1100", 200, """{"id":"1100","type":0,"guild_id":"5","permission_overwrites":[{"id":"60","type":0,"allow":"0","deny":"65536"}]}""");

        Assert.IsType<LookUp.Unreadable>(await discord.Platform.LookUpAsync(Order with { Target = Samples.Address with { Thread = "2200" } }, Cancel));
    }

    [Fact]
    public async Task An_empty_private_chat_is_readable()
    {
        await using var discord = await BuildAsync();
        Standing(discord);
        discord.Server.On("GET", "/api/v10/channels/1100", 200, """{"id":"1100","type":1,"recipients":[]}""");

        Assert.IsType<LookUp.Absent>(await discord.Platform.LookUpAsync(Order, Cancel));
    }

    [Fact]
    public async Task What_was_hidden_until_the_right_was_given_is_not_absent()
    {
        await using var discord = await BuildAsync();
        var history = Standing(discord);
        history.Readable = false;
        var id = history.Put(At(2), Words);
        Server(discord, "66560");
        discord.Server.On("GET", "/api/v10/channels/1100", (context, request) =>
        {
            history.Readable = true;
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                context.Response, """{"id":"1100","type":5,"guild_id":"5","permission_overwrites":[]}""", Cancel);
        });

        Assert.Equal(new LookUp.Found(id), await discord.Platform.LookUpAsync(Order, Cancel));
    }

    [Theory]
    [InlineData(403, """{"message":"Missing Access","code":50001}""", "Unreadable", "View Channel and Read Message History")]
    [InlineData(404, """{"message":"Unknown Channel","code":10003}""", "Unreadable", "invite the bot")]
    [InlineData(429, """{"message":"slow","retry_after":64.5,"global":false}""", "NotNow 64.5", "429")]
    [InlineData(500, "", "NotNow", "500")]
    [InlineData(502, "<html></html>", "NotNow", "502")]
    [InlineData(408, "", "NotNow", "408")]
    [InlineData(403, "<html></html>", "NotNow", "a proxy")]
    [InlineData(401, """{"message":"401: Unauthorized","code":0}""", "NotNow", "401")]
    [InlineData(200, "<html></html>", "NotNow", "200")]
    [InlineData(200, """{"id":"42"}""", "NotNow", "200")]
    public async Task A_history_that_is_not_answered_says_nothing_of_the_message(int status, string body, string expected, string words)
    {
        await using var discord = await BuildAsync();
        (string, string)[] headers = status == 429 ? [("X-RateLimit-Scope", "user")] : [];
        discord.Server.On("GET", Messages, status, body, headers);

        var lookUp = await discord.Platform.LookUpAsync(Order, Cancel);

        var (actual, reason) = lookUp switch
        {
            LookUp.NotNow { After: { } after } later => ($"NotNow {after.TotalSeconds.ToString(CultureInfo.InvariantCulture)}", later.Reason),
            LookUp.NotNow later => ("NotNow", later.Reason),
            LookUp.Unreadable unreadable => ("Unreadable", unreadable.Reason),
            _ => (lookUp.GetType().Name, ""),
        };
        Assert.Equal(expected, actual);
        Assert.Contains(words, reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_answer_on_a_later_page_is_no_absence()
    {
        await using var discord = await BuildAsync();
        var history = Standing(discord);
        Fill(history, 100);
        discord.Server.On("GET", Messages, (context, request) =>
        {
            if (discord.RequestsTo("GET", Messages).Count > 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return history.AnswerAsync(context, request);
        });

        Assert.IsType<LookUp.NotNow>(await discord.Platform.LookUpAsync(Order, Cancel));
    }

    [Theory]
    [InlineData("/api/v10/users/@me")]
    [InlineData("/api/v10/channels/1100")]
    [InlineData("/api/v10/guilds/5")]
    [InlineData("/api/v10/guilds/5/members/901")]
    public async Task Where_the_proof_fails_an_empty_history_stays_unproven(string path)
    {
        await using var discord = await BuildAsync();
        Standing(discord);
        Server(discord, "66560");
        discord.Server.On("GET", "/api/v10/channels/1100", 200, """{"id":"1100","type":5,"guild_id":"5","permission_overwrites":[]}""");
        discord.Server.On("GET", path, 503, "");

        Assert.IsType<LookUp.NotNow>(await discord.Platform.LookUpAsync(Order, Cancel));
    }

    [Theory]
    [InlineData("../1100", Samples.SafePayload)]
    [InlineData("1100", "not json")]
    public async Task What_cannot_be_looked_for_is_not_asked_for(string channel, string payload)
    {
        await using var discord = await BuildAsync();

        Assert.IsType<LookUp.Unreadable>(await discord.Platform.LookUpAsync(Order with { Target = Samples.Address with { Id = channel }, Payload = payload }, Cancel));
        Assert.Empty(discord.Server.Requests);
    }

    [Fact]
    public async Task Without_a_token_it_is_not_the_time_to_look()
    {
        await using var discord = await ScriptedDiscord.BuildAsync(token: null);

        Assert.IsType<LookUp.NotNow>(await discord.Platform.LookUpAsync(Order, Cancel));
        Assert.Empty(discord.Server.Requests);
    }

    private static async Task<ScriptedDiscord> BuildAsync()
    {
        var discord = await ScriptedDiscord.BuildAsync();
        discord.Server.On("GET", "/api/v10/users/@me", 200, """{"id":"901","username":"bot","bot":true}""", ("Date", "Fri, 01 Jan 2027 00:00:00 GMT"));
        return discord;
    }

    private static StandingMessages Standing(ScriptedDiscord discord)
    {
        var history = new StandingMessages();
        discord.Server.On("GET", Messages, history.AnswerAsync);
        return history;
    }

    private static void Server(ScriptedDiscord discord, string everyone)
    {
        discord.Server.On("GET", "/api/v10/guilds/5", 200, $$"""{"id":"5","owner_id":"1","roles":[{"id":"5","permissions":"{{everyone}}"},{"id":"60","permissions":"0"}]}""");
        discord.Server.On("GET", "/api/v10/guilds/5/members/901", 200, """{"user":{"id":"901"},"roles":["60"]}""");
    }

    private static void Fill(StandingMessages history, int count)
    {
        for (var index = 0; index < count; index++)
        {
            history.Put(At(1, index), "\"content\":\"chat\"", author: "700");
        }
    }

    private static string At(int seconds, int index = 0) => StandingMessages.IdAt(Since + Duration.FromSeconds(seconds), index);

    private static Task<LookUp> LookUpAsync(ScriptedDiscord discord, params string[] known) =>
        discord.Platform.LookUpAsync(Order with { Known = known.ToHashSet() }, Cancel);
}
