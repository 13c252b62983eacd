using System.Net.Http.Headers;
using System.Text;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class MessageTests
{
    private const string Post = "/channels/" + Sample.Text + "/messages";

    // What Discord's own description marks as required in a message.
    private static readonly string[] RequiredFields =
    [
        "type", "content", "mentions", "mention_roles", "attachments", "embeds", "timestamp", "edited_timestamp", "flags", "components", "id", "channel_id",
        "author", "pinned", "mention_everyone", "tts",
    ];

    [Fact]
    public async Task A_created_message_comes_back_whole_and_stands_in_the_record()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.PostAsync(Post, """{"content":" Talk today ","embeds":[{"title":"T","description":"D"}],"allowed_mentions":{"parse":[]}}""");

        Assert.Equal(200, answer.Status);
        Assert.All(RequiredFields, field => Assert.True(answer.Body!.AsObject().ContainsKey(field), field));
        Assert.Equal("Talk today", answer["content"]);
        Assert.True(answer.Headers.Date.HasValue);
        Assert.Equal("500", answer.Headers.GetValues("X-RateLimit-Limit").Single());
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
        Assert.Equal((Sample.Text, answer["id"], "Talk today\nT\nD", (string?)null), (entry.ChatId, entry.MessageId, entry.Text, entry.VisibleTo));
        Assert.Equal(" Talk today ", entry.Payload!.Value.GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_repeated_nonce_posts_nothing_and_returns_the_earlier_message()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.PostAsync(Post, """{"content":"one","nonce":"n1","enforce_nonce":true}""");

        var second = await scene.PostAsync(Post, """{"content":"another text","nonce":"n1","enforce_nonce":true}""");
        var elsewhere = await scene.PostAsync("/channels/" + Sample.News + "/messages", """{"content":"one","nonce":"n1","enforce_nonce":true}""");
        var unenforced = await scene.PostAsync(Post, """{"content":"one","nonce":"n1"}""");

        Assert.Equal((200, first["id"], "one"), (second.Status, second["id"], second["content"]));
        Assert.NotEqual(first["id"], elsewhere["id"]);
        Assert.NotEqual(first["id"], unenforced["id"]);
        Assert.Equal(3, scene.Count(RecordKinds.MessageCreated));
        Assert.Equal("n1", Assert.Single(scene.Server.Record.OfKind(RecordKinds.DuplicateSuppressed)).Nonce);
    }

    [Fact]
    public async Task A_nonce_is_forgotten_after_five_minutes_and_is_an_error_when_its_message_is_gone()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        var first = await scene.PostAsync(Post, """{"content":"one","nonce":"n1","enforce_nonce":true}""");
        await scene.DeleteAsync($"{Post}/{first["id"]}");

        var gone = await scene.PostAsync(Post, """{"content":"one","nonce":"n1","enforce_nonce":true}""");
        clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        var later = await scene.PostAsync(Post, """{"content":"one","nonce":"n1","enforce_nonce":true}""");

        Assert.Equal((404, "10008"), (gone.Status, gone["code"]));
        Assert.Equal(200, later.Status);
        Assert.Equal(2, scene.Count(RecordKinds.MessageCreated));
    }

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "content over 2000 code points", $$"""{"content":"{{Of(2001)}}"}""", "content", "BASE_TYPE_MAX_LENGTH" },
        { "title over 256", $$"""{"embeds":[{"title":"{{Of(257)}}"}]}""", "embeds.0.title", "BASE_TYPE_MAX_LENGTH" },
        { "description over 4096", $$"""{"embeds":[{"description":"{{Of(4097)}}"}]}""", "embeds.0.description", "BASE_TYPE_MAX_LENGTH" },
        { "field name missing", """{"embeds":[{"fields":[{"value":"v"}]}]}""", "embeds.0.fields.0.name", "BASE_TYPE_REQUIRED" },
        { "field value over 1024", $$"""{"embeds":[{"fields":[{"name":"n","value":"{{Of(1025)}}"}]}]}""", "embeds.0.fields.0.value", "BASE_TYPE_MAX_LENGTH" },
        { "26 fields", $$"""{"embeds":[{"fields":[{{string.Join(',', Enumerable.Repeat("""{"name":"n","value":"v"}""", 26))}}]}]}""", "embeds.0.fields", "BASE_TYPE_MAX_LENGTH" },
        { "footer over 2048", """{"embeds":[{"footer":{"text":"LONG"}}]}""".Replace("LONG", Of(2049), StringComparison.Ordinal), "embeds.0.footer.text", "BASE_TYPE_MAX_LENGTH" },
        { "author over 256", """{"embeds":[{"author":{"name":"LONG"}}]}""".Replace("LONG", Of(257), StringComparison.Ordinal), "embeds.0.author.name", "BASE_TYPE_MAX_LENGTH" },
        { "6001 over two embeds", $$"""{"embeds":[{"description":"{{Of(4000)}}"},{"description":"{{Of(2001)}}"}]}""", "embeds.1", "MAX_EMBED_SIZE_EXCEEDED" },
        { "11 embeds", $$"""{"embeds":[{{string.Join(',', Enumerable.Repeat("""{"title":"t"}""", 11))}}]}""", "embeds", "BASE_TYPE_MAX_LENGTH" },
        { "a colour too large", """{"embeds":[{"title":"t","color":16777216}]}""", "embeds.0.color", "NUMBER_TYPE_MAX" },
        { "a link that is none", """{"embeds":[{"title":"t","url":"not a link"}]}""", "embeds.0.url", "URL_TYPE_INVALID_URL" },
        { "a link of another scheme", """{"embeds":[{"title":"t","url":"javascript:x"}]}""", "embeds.0.url", "URL_TYPE_INVALID_SCHEME" },
        { "a bad timestamp", """{"embeds":[{"title":"t","timestamp":"tomorrow"}]}""", "embeds.0.timestamp", "DATE_TIME_TYPE_PARSE" },
        { "a nonce over 25", """{"content":"x","nonce":"abcdefghijklmnopqrstuvwxyz"}""", "nonce", "BASE_TYPE_MAX_LENGTH" },
        { "parse and users together", """{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE" },
        { "an unknown kind to parse", """{"content":"x","allowed_mentions":{"parse":["all"]}}""", "allowed_mentions.parse.0", "BASE_TYPE_CHOICES" },
        { "6 rows", $$"""{"content":"x","components":[{{string.Join(',', Enumerable.Range(0, 6).Select(n => $$"""{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"c{{n}}"}]}"""))}}]}""", "components", "BASE_TYPE_MAX_LENGTH" },
        { "6 buttons in a row", $$"""{"content":"x","components":[{"type":1,"components":[{{string.Join(',', Enumerable.Range(0, 6).Select(n => $$"""{"type":2,"style":1,"label":"l","custom_id":"c{{n}}"}"""))}}]}]}""", "components.0.components", "BASE_TYPE_BAD_LENGTH" },
        { "a custom_id over 100", $$"""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"{{Of(101)}}"}]}]}""", "components.0.components.0.custom_id", "BASE_TYPE_BAD_LENGTH" },
        { "a custom_id twice", """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"c"},{"type":2,"style":1,"label":"l","custom_id":"c"}]}]}""", "components.0.components.1.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED" },
        { "a link button without a link", """{"content":"x","components":[{"type":1,"components":[{"type":2,"style":5,"label":"l"}]}]}""", "components.0.components.0.url", "BASE_TYPE_REQUIRED" },
        { "a label over 80", $$"""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"{{Of(81)}}","custom_id":"c"}]}]}""", "components.0.components.0.label", "BASE_TYPE_MAX_LENGTH" },
        { "a bare button", """{"content":"x","components":[{"type":2,"style":1,"label":"l","custom_id":"c"}]}""", "components.0.type", "BASE_TYPE_CHOICES" },
        { "content beside layout components", """{"content":"x","flags":32768,"components":[{"type":10,"content":"t"}]}""", "content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_form_beyond_the_limits_is_refused_at_its_place(string what, string json, string place, string code)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.PostAsync(Post, json);

        Assert.True(answer.Status == 400, what + ": " + answer.Text);
        Assert.Equal(("50035", "Invalid Form Body"), (answer["code"], answer["message"]));
        var node = place.Split('.').Aggregate(answer.Body!["errors"], (at, step) => at?[step]);
        Assert.Equal(code, node?["_errors"]?[0]?["code"]?.ToString());
        Assert.Empty(scene.Server.Record.OfKind(RecordKinds.MessageCreated));
        Assert.Single(scene.Server.Record.OfKind(RecordKinds.Refused));
    }

    [Fact]
    public async Task Limits_count_code_points_and_trim_the_ends()
    {
        await using var scene = await Scene.StartAsync();
        var clefs = string.Concat(Enumerable.Repeat("𝄞", 2000));

        var content = await scene.PostAsync(Post, $$"""{"content":"  {{clefs}}  "}""");
        var embeds = await scene.PostAsync(Post, $$"""{"embeds":[{"title":"{{Of(256)}}","description":"{{Of(4096)}}","footer":{"text":"{{Of(1648)}}"} }]}""");

        Assert.Equal(200, content.Status);
        Assert.Equal(200, embeds.Status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"content":"   "}""")]
    [InlineData("""{"content":"","embeds":[]}""")]
    public async Task An_empty_message_is_refused(string json)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.PostAsync(Post, json);

        Assert.Equal((400, "50006", "Cannot send an empty message"), (answer.Status, answer["code"], answer["message"]));
    }

    [Theory]
    [InlineData("/channels/999/messages", 404, "10003")]
    [InlineData("/channels/" + Sample.Hidden + "/messages", 403, "50001")]
    [InlineData("/channels/" + Sample.ForeignChannel + "/messages", 403, "50001")]
    [InlineData("/channels/" + Sample.ReadOnly + "/messages", 403, "50013")]
    public async Task A_channel_that_is_out_of_reach_says_why(string path, int status, string code)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.PostAsync(path, """{"content":"x"}""");

        Assert.Equal((status, code), (answer.Status, answer["code"]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bot wrong")]
    [InlineData(Sample.DiscordToken)]
    [InlineData("Bearer " + Sample.DiscordToken)]
    public async Task Only_the_bot_scheme_with_a_known_token_is_let_in(string? authorization)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.DiscordAsync(HttpMethod.Get, "/users/@me", null, authorization);

        Assert.Equal(401, answer.Status);
        Assert.Equal("""{"message":"401: Unauthorized","code":0}""", answer.Text);
    }

    [Fact]
    public async Task Foreign_agents_broken_JSON_and_unknown_routes_are_refused()
    {
        await using var scene = await Scene.StartAsync();

        var agent = await scene.DiscordAsync(HttpMethod.Get, "/users/@me", agent: "curl/8");
        var json = await scene.PostAsync(Post, "{\"content\":");
        var route = await scene.GetAsync("/nothing/here");
        var method = await scene.DeleteAsync("/users/@me");

        Assert.Equal((403, "40333"), (agent.Status, agent["code"]));
        Assert.Equal((400, "50109"), (json.Status, json["code"]));
        Assert.Equal((404, "404: Not Found"), (route.Status, route["message"]));
        Assert.Equal(405, method.Status);
    }

    [Fact]
    public async Task Messages_are_edited_listed_pinned_published_and_deleted()
    {
        await using var scene = await Scene.StartAsync();
        const string channel = "/channels/" + Sample.News + "/messages";
        var ids = new List<string>();
        foreach (var text in (string[])["a", "b", "c"])
        {
            ids.Add((await scene.PostAsync(channel, $$"""{"content":"{{text}}"}"""))["id"]!);
        }

        var edited = await scene.PatchAsync($"{channel}/{ids[1]}", """{"content":"B","embeds":[]}""");
        var emptied = await scene.PatchAsync($"{channel}/{ids[1]}", """{"content":""}""");
        var pin = await scene.PutAsync($"{channel}/pins/{ids[0]}");
        var pins = await scene.GetAsync($"{channel}/pins");
        var published = await scene.PostAsync($"{channel}/{ids[2]}/crosspost", "");
        var again = await scene.PostAsync($"{channel}/{ids[2]}/crosspost", "");
        var deleted = await scene.DeleteAsync($"{channel}/{ids[0]}");
        var missing = await scene.GetAsync($"{channel}/{ids[0]}");
        var newest = await scene.GetAsync($"{channel}?limit=1");
        var before = await scene.GetAsync($"{channel}?before={ids[2]}");
        var after = await scene.GetAsync($"{channel}?after={ids[1]}");
        var tooMany = await scene.GetAsync($"{channel}?limit=101");

        Assert.Equal((200, "B"), (edited.Status, edited["content"]));
        Assert.NotNull(edited["edited_timestamp"]);
        Assert.Equal("50006", emptied["code"]);
        Assert.Equal(204, pin.Status);
        Assert.Equal(ids[0], pins.Body!["items"]![0]!["message"]!["id"]!.ToString());
        Assert.Equal(1, (int)published.Body!["flags"]! & 1);
        Assert.Equal("40033", again["code"]);
        Assert.Equal(204, deleted.Status);
        Assert.Equal("10008", missing["code"]);
        Assert.Equal([ids[2]], newest.Body!.AsArray().Select(one => one!["id"]!.ToString()));
        Assert.Equal([ids[1]], before.Body!.AsArray().Select(one => one!["id"]!.ToString()));
        Assert.Equal([ids[2]], after.Body!.AsArray().Select(one => one!["id"]!.ToString()));
        Assert.Equal("50035", tooMany["code"]);
    }

    [Theory]
    [InlineData("""{"content":"<@300000000000000002> <@&400000000000000001> @everyone"}""", "300000000000000002,400000000000000001")]
    [InlineData("""{"content":"<@300000000000000002> <@&400000000000000001> @everyone","allowed_mentions":{"parse":[]}}""", "")]
    [InlineData("""{"content":"<@300000000000000002> <@&400000000000000001>","allowed_mentions":{"parse":[],"roles":["400000000000000001"]}}""", "400000000000000001")]
    public async Task The_record_says_who_was_pinged(string json, string pinged)
    {
        await using var scene = await Scene.StartAsync();

        await scene.PostAsync(Post, json);

        Assert.Equal(pinged, string.Join(',', Assert.Single(scene.Server.Record.OfKind(RecordKinds.MessageCreated)).Pings));
    }

    [Fact]
    public async Task A_file_comes_with_its_form_part()
    {
        await using var scene = await Scene.StartAsync();
        var json = new StringContent("""{"content":"see","attachments":[{"id":0,"description":"alt"}]}""");
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, scene.Server.DiscordApiBaseUrl + Post)
        {
            Content = new MultipartFormDataContent { { json, "payload_json" }, { new ByteArrayContent(Encoding.UTF8.GetBytes("BEGIN:VCALENDAR")), "files[0]", "talk.ics" } },
        };
        request.Headers.TryAddWithoutValidation("Authorization", "Bot " + Sample.DiscordToken);
        request.Headers.TryAddWithoutValidation("User-Agent", "DiscordBot (https://example.org, 1)");

        var answer = await scene.SendAsync(request);

        var attachment = answer.Body!["attachments"]![0]!;
        Assert.Equal(("talk.ics", "alt"), (attachment["filename"]!.ToString(), attachment["description"]!.ToString()));
        using var fetch = new HttpRequestMessage(HttpMethod.Get, attachment["url"]!.ToString());
        Assert.Equal("BEGIN:VCALENDAR", (await scene.SendAsync(fetch)).Text);
    }

    [Fact]
    public async Task A_used_up_bucket_answers_429_until_its_window_ends()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(new SandboxOptions { DiscordBucketSize = 1, DiscordBucketWindow = TimeSpan.FromSeconds(5) }, clock);
        await scene.PostAsync(Post, """{"content":"1"}""");

        var refused = await scene.PostAsync(Post, """{"content":"2"}""");
        var elsewhere = await scene.PostAsync("/channels/" + Sample.News + "/messages", """{"content":"2"}""");
        clock.Advance(TimeSpan.FromSeconds(5));
        var accepted = await scene.PostAsync(Post, """{"content":"2"}""");

        Assert.Equal((429, "5"), (refused.Status, refused.Headers.GetValues("Retry-After").Single()));
        Assert.Equal(5.0, (double)refused.Body!["retry_after"]!);
        Assert.Equal("user", refused.Headers.GetValues("X-RateLimit-Scope").Single());
        Assert.Equal((200, 200), (elsewhere.Status, accepted.Status));
    }

    [Fact]
    public async Task What_exists_can_be_read()
    {
        await using var scene = await Scene.StartAsync();

        var self = await scene.GetAsync("/users/@me");
        var application = await scene.GetAsync("/applications/@me");
        var gateway = await scene.GetAsync("/gateway/bot");
        var channel = await scene.GetAsync("/channels/" + Sample.News);
        var roles = await scene.GetAsync($"/guilds/{Sample.Guild}/roles");
        var foreign = await scene.GetAsync("/guilds/" + Sample.ForeignGuild);
        var member = await scene.GetAsync($"/guilds/{Sample.Guild}/members/{Sample.Member}");
        var dm = await scene.PostAsync("/users/@me/channels", $$"""{"recipient_id":"{{Sample.Member}}"}""");
        var written = await scene.PostAsync($"/channels/{dm["id"]}/messages", """{"content":"hello"}""");

        Assert.Equal(Sample.Application, self["id"]);
        Assert.Equal(Sample.Application, application["id"]);
        Assert.Equal($"ws://127.0.0.1:{scene.Server.PageUrl.Port}/discord/gateway", gateway["url"]);
        Assert.Equal("1000", gateway.Body!["session_start_limit"]!["remaining"]!.ToString());
        Assert.Equal(("5", Sample.Guild), (channel["type"], channel["guild_id"]));
        Assert.Equal(3, roles.Body!.AsArray().Count);
        Assert.Equal("50001", foreign["code"]);
        Assert.Equal(Sample.Reminders, member.Body!["roles"]![0]!.ToString());
        Assert.Equal((200, "hello"), (written.Status, written["content"]));
    }

    private static string Of(int length) => new('x', length);
}
