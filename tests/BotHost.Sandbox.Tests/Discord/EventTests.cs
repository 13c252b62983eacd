using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class EventTests
{
    private const string Events = $"/guilds/{Sample.Guild}/scheduled-events";

    private const string Talk =
        """{"name":"Harbours","privacy_level":2,"entity_type":3,"entity_metadata":{"location":"Room 3"},"scheduled_start_time":"2030-01-20T09:00:00Z","scheduled_end_time":"2030-01-20T10:30:00Z","description":null}""";

    private static readonly DateTimeOffset New = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_event_is_made_listed_changed_and_deleted()
    {
        await using var scene = await StartAsync(() => New);
        await using var gateway = await scene.ConnectAsync();
        await gateway.IdentifyAsync(1 | (1 << 16));

        var made = await scene.PostAsync(Events, Talk);
        var id = made["id"];
        var heard = (await gateway.DispatchAsync("GUILD_SCHEDULED_EVENT_CREATE"))["d"]!;
        var listed = await scene.GetAsync(Events);
        var changed = await scene.PatchAsync($"{Events}/{id}", """{"name":"Ports","description":"Words.","scheduled_start_time":"2030-01-21T18:00:00+09:00","scheduled_end_time":"2030-01-21T19:00:00+09:00"}""");
        var read = await scene.GetAsync($"{Events}/{id}");
        var deleted = await scene.DeleteAsync($"{Events}/{id}");
        var gone = await scene.GetAsync($"{Events}/{id}");

        Assert.Equal((200, Sample.Application, "1", "3", "2030-01-20T09:00:00.000000+00:00"), (made.Status, made["creator_id"], made["status"], made["entity_type"], made["scheduled_start_time"]));
        Assert.Equal("Room 3", (string?)made.Body!["entity_metadata"]!["location"]);
        Assert.Equal(id, (string?)heard["id"]);
        Assert.Equal($"[{made.Text}]", listed.Text);
        Assert.Equal((200, "Ports", "Words.", "2030-01-21T09:00:00.000000+00:00"), (changed.Status, changed["name"], changed["description"], changed["scheduled_start_time"]));
        Assert.Equal("Room 3", (string?)changed.Body!["entity_metadata"]!["location"]);
        Assert.Equal(changed.Text, read.Text);
        Assert.Equal(204, deleted.Status);
        Assert.Equal((404, "10070"), (gone.Status, gone["code"]));
        Assert.Equal(
            [RecordKinds.EventCreated, RecordKinds.EventEdited, RecordKinds.EventDeleted],
            scene.Server.Record.Entries.Where(entry => entry.Kind.StartsWith("event-", StringComparison.Ordinal)).Select(entry => entry.Kind));
        Assert.All(scene.Server.Record.OfKind(RecordKinds.EventCreated), entry => Assert.Equal((Sample.Guild, id, "Harbours"), (entry.ChatId, entry.MessageId, entry.Text)));
    }

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "no name", "\"name\":\"Harbours\"", "\"name\":null", "name" },
        { "a name of 101 characters", "Harbours", new string('n', 101), "name" },
        { "a description of 1001 characters", "\"description\":null", $"\"description\":\"{new string('d', 1001)}\"", "description" },
        { "no place", "\"entity_metadata\":{\"location\":\"Room 3\"}", "\"x\":1", "entity_metadata" },
        { "an empty place", "Room 3", " ", "location" },
        { "a place of 101 characters", "Room 3", new string('p', 101), "location" },
        { "no start", "\"scheduled_start_time\":\"2030-01-20T09:00:00Z\",", "", "scheduled_start_time" },
        { "no end", "\"scheduled_end_time\":\"2030-01-20T10:30:00Z\",", "", "scheduled_end_time" },
        { "a start in the past", "2030-01-20T09", "2029-12-31T09", "SCHEDULE_PAST" },
        { "an end at the start", "10:30:00Z", "09:00:00Z", "scheduled_end_time" },
        { "a time that is none", "2030-01-20T09:00:00Z", "tomorrow", "DATETIME" },
        { "a public one", "\"privacy_level\":2", "\"privacy_level\":1", "privacy_level" },
        { "a kind that there is not", "\"entity_type\":3", "\"entity_type\":9", "entity_type" },
        { "a channel", "\"privacy_level\":2", $"\"privacy_level\":2,\"channel_id\":\"{Sample.Text}\"", "channel_id" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_is_no_event_is_refused_with_its_place(string sentence, string what, string instead, string named)
    {
        await using var scene = await StartAsync(() => New);
        Assert.Contains(what, Talk, StringComparison.Ordinal);

        var answer = await scene.PostAsync(Events, Talk.Replace(what, instead, StringComparison.Ordinal));

        Assert.True((400, "50035") == (answer.Status, answer["code"]), sentence);
        Assert.Contains(named, answer.Body!["errors"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("[]", (await scene.GetAsync(Events)).Text);
    }

    [Fact]
    public async Task An_event_begins_and_ends_by_itself_at_its_times_and_then_nobody_changes_it()
    {
        var now = New;
        await using var scene = await StartAsync(() => now);
        var id = (await scene.PostAsync(Events, Talk))["id"];
        const string cancel = """{"status":4}""";

        now = new DateTimeOffset(2030, 1, 20, 9, 0, 0, TimeSpan.Zero);
        var active = await scene.GetAsync($"{Events}/{id}");
        var moved = await scene.PatchAsync($"{Events}/{id}", """{"scheduled_start_time":"2030-01-20T09:30:00Z"}""");
        var told = await scene.PatchAsync($"{Events}/{id}", Talk);
        var cancelled = await scene.PatchAsync($"{Events}/{id}", cancel);
        now = new DateTimeOffset(2030, 1, 20, 10, 30, 0, TimeSpan.Zero);
        var over = await scene.PatchAsync($"{Events}/{id}", cancel);

        Assert.Equal("2", active["status"]);
        Assert.Equal((400, "50035"), (moved.Status, moved["code"]));
        Assert.Equal(200, told.Status);
        Assert.Equal((400, "50035"), (cancelled.Status, cancelled["code"]));
        Assert.Equal((400, "180000"), (over.Status, over["code"]));
        Assert.Equal("3", (await scene.GetAsync($"{Events}/{id}"))["status"]);
        Assert.Equal("[]", (await scene.GetAsync(Events)).Text);
    }

    [Theory]
    [InlineData("cancel", "4", RecordKinds.EventCancelled)]
    [InlineData("start", "2", RecordKinds.EventEdited)]
    public async Task People_change_an_event_too(string action, string status, string kind)
    {
        await using var scene = await StartAsync(() => New);
        var id = (await scene.PostAsync(Events, Talk))["id"];

        var done = await scene.ControlAsync("/control/discord/event", $$"""{"eventId":"{{id}}","action":"{{action}}"}""");
        var again = await scene.ControlAsync("/control/discord/event", $$"""{"eventId":"{{id}}","action":"{{action}}"}""");

        Assert.Equal((200, 400), (done.Status, again.Status));
        Assert.Equal(status, (await scene.GetAsync($"{Events}/{id}"))["status"]);
        Assert.Equal(Sample.Moderator, Assert.Single(scene.Server.Record.OfKind(kind)).UserId);
    }

    [Fact]
    public async Task The_bot_cancels_its_event_once()
    {
        await using var scene = await StartAsync(() => New);
        var id = (await scene.PostAsync(Events, Talk))["id"];

        var cancelled = await scene.PatchAsync($"{Events}/{id}", """{"status":4}""");
        var again = await scene.PatchAsync($"{Events}/{id}", """{"status":4}""");

        Assert.Equal((200, "4"), (cancelled.Status, cancelled["status"]));
        Assert.Equal((400, "180000"), (again.Status, again["code"]));
        Assert.Equal((Sample.Guild, id), (scene.Server.Record.OfKind(RecordKinds.EventCancelled).Single().ChatId, scene.Server.Record.OfKind(RecordKinds.EventCancelled).Single().MessageId));
    }

    [Fact]
    public async Task A_server_holds_a_hundred_events()
    {
        await using var scene = await StartAsync(() => New);
        for (var number = 0; number < 100; number++)
        {
            Assert.Equal(200, (await scene.PostAsync(Events, Talk)).Status);
        }

        var answer = await scene.PostAsync(Events, Talk);

        Assert.Equal((400, "30038"), (answer.Status, answer["code"]));
    }

    [Fact]
    public async Task Without_the_right_there_is_no_event_and_the_bot_hears_of_it()
    {
        await using var scene = await StartAsync(() => New);
        await using var gateway = await scene.ConnectAsync();
        await gateway.IdentifyAsync();
        var id = (await scene.PostAsync(Events, Talk))["id"];

        await scene.ControlAsync("/control/discord/rights", $$"""{"guildId":"{{Sample.Guild}}","take":["CREATE_EVENTS"]}""");
        var heard = await gateway.DispatchAsync("GUILD_ROLE_UPDATE");
        var made = await scene.PostAsync(Events, Talk);
        var changed = await scene.PatchAsync($"{Events}/{id}", """{"name":"x"}""");
        await scene.ControlAsync("/control/discord/rights", $$"""{"guildId":"{{Sample.Guild}}","take":[]}""");
        var given = await scene.PostAsync(Events, Talk);
        var elsewhere = await scene.GetAsync($"/guilds/{Sample.ForeignGuild}/scheduled-events");
        var wrong = await scene.ControlAsync("/control/discord/rights", $$"""{"guildId":"{{Sample.Guild}}","take":["SHOUT"]}""");

        Assert.Equal(Sample.Guild, (string?)heard["d"]!["guild_id"]);
        Assert.Equal((403, "50013"), (made.Status, made["code"]));
        Assert.Equal((403, "50013"), (changed.Status, changed["code"]));
        Assert.Equal(200, given.Status);
        Assert.Equal((403, "50001"), (elsewhere.Status, elsewhere["code"]));
        Assert.Equal(400, wrong.Status);
    }

    [Fact]
    public async Task A_fault_is_aimed_at_the_events_of_a_server()
    {
        await using var scene = await StartAsync(() => New);
        await scene.ControlAsync("/control/faults", $$"""{"platform":"discord","route":"create-event","target":"{{Sample.Guild}}","phase":"after-accept","action":{"status":502} }""");

        var lost = await scene.PostAsync(Events, Talk);
        var next = await scene.PostAsync(Events, Talk);

        Assert.Equal((502, 200), (lost.Status, next.Status));
        Assert.Equal(2, scene.Count(RecordKinds.EventCreated));
    }

    private static Task<Scene> StartAsync(Func<DateTimeOffset> campaign) => Scene.StartAsync(new SandboxOptions { CampaignTime = campaign });
}
