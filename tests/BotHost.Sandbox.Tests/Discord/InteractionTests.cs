using System.Text.Json.Nodes;
using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Discord;

public sealed class InteractionTests
{
    private const string Commands = $"/applications/{Sample.Application}/guilds/{Sample.Guild}/commands";

    private const string Menu = """
        [{"name":"next","description":"The next talk"},
         {"name":"talk","description":"A talk","options":[{"type":3,"name":"id","description":"Which","required":true,"autocomplete":true},
                                                           {"type":5,"name":"full","description":"All of it"}]},
         {"name":"announce","description":"Announce","default_member_permissions":"32"}]
        """;

    [Fact]
    public async Task A_command_reaches_every_session_and_is_answered_once()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PutAsync(Commands, Menu);
        await using var one = await scene.ConnectAsync();
        await one.IdentifyAsync(0);
        await using var two = await scene.ConnectAsync();
        await two.IdentifyAsync(0);

        scene.Server.UseDiscordCommand(Sample.Text, Sample.Member, "/talk id:asian-talk-176 full:true");
        var seen = (await one.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        var alsoSeen = (await two.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        var first = await ReplyAsync(scene, seen, """{"type":4,"data":{"content":"Here it is","flags":64}}""");
        var second = await ReplyAsync(scene, alsoSeen, """{"type":4,"data":{"content":"Here it is"}}""");

        Assert.Equal(seen["id"]!.ToString(), alsoSeen["id"]!.ToString());
        Assert.Equal(("talk", "asian-talk-176", "true"), (seen["data"]!["name"]!.ToString(), seen["data"]!["options"]![0]!["value"]!.ToString(), seen["data"]!["options"]![1]!["value"]!.ToJsonString()));
        Assert.Equal((Sample.Member, "de", Sample.Reminders), (seen["member"]!["user"]!["id"]!.ToString(), seen["locale"]!.ToString(), seen["member"]!["roles"]![0]!.ToString()));
        Assert.Equal("2147601408", seen["member"]!["permissions"]!.ToString());
        Assert.Equal(204, first.Status);
        Assert.Equal((400, "40060"), (second.Status, second["code"]));
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.InteractionReply));
        Assert.Equal(("Here it is", Sample.Member), (entry.Text, entry.VisibleTo));
    }

    [Fact]
    public async Task A_reply_after_three_seconds_is_unknown_and_the_silence_is_recorded()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        await using var bot = await BotAsync(scene);
        scene.Server.UseDiscordCommand(Sample.Text, Sample.Member, "/next");
        var early = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        scene.Server.UseDiscordCommand(Sample.Text, Sample.Member, "/next");
        var late = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;

        clock.Advance(TimeSpan.FromSeconds(3));
        var inTime = await ReplyAsync(scene, early, """{"type":4,"data":{"content":"x"}}""");
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var tooLate = await ReplyAsync(scene, late, """{"type":4,"data":{"content":"x"}}""");

        Assert.Equal(204, inTime.Status);
        Assert.Equal((404, "10062", "Unknown interaction"), (tooLate.Status, tooLate["code"], tooLate["message"]));
        Assert.Single(scene.Server.Record.OfKind(RecordKinds.InteractionUnanswered));
    }

    [Fact]
    public async Task A_deferred_reply_is_filled_in_and_its_token_lives_fifteen_minutes()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        await using var bot = await BotAsync(scene);
        scene.Server.UseDiscordCommand(Sample.Text, Sample.Member, "/next");
        var seen = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        var webhook = $"/webhooks/{Sample.Application}/{seen["token"]}";

        var tooEarly = await scene.PostAsync(webhook, """{"content":"x"}""");
        await ReplyAsync(scene, seen, """{"type":5,"data":{"flags":64}}""");
        clock.Advance(TimeSpan.FromMinutes(14));
        var edited = await scene.PatchAsync(webhook + "/messages/@original", """{"content":"Done"}""");
        var followed = await scene.PostAsync(webhook, """{"content":"And more"}""");
        var original = await scene.GetAsync(webhook + "/messages/@original");
        var viaChannel = await scene.GetAsync($"/channels/{Sample.Text}/messages/{original["id"]}");
        var deleted = await scene.DeleteAsync($"{webhook}/messages/{followed["id"]}");
        clock.Advance(TimeSpan.FromMinutes(2));
        var expired = await scene.PatchAsync(webhook + "/messages/@original", """{"content":"Late"}""");

        Assert.Equal("10015", tooEarly["code"]);
        Assert.Equal((200, "Done", "64"), (edited.Status, edited["content"], edited["flags"]));
        Assert.Equal("Done", original["content"]);
        Assert.Equal("10008", viaChannel["code"]);
        Assert.Equal(204, deleted.Status);
        Assert.Equal((401, "50027"), (expired.Status, expired["code"]));
        var entry = Assert.Single(scene.Server.Record.OfKind(RecordKinds.InteractionEdited));
        Assert.Equal(("Done", Sample.Member), (entry.Text, entry.VisibleTo));
    }

    [Fact]
    public async Task Buttons_work_on_private_replies_and_only_for_their_reader()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await BotAsync(scene);
        scene.Server.UseDiscordCommand(Sample.Text, Sample.Moderator, "/announce");
        var asked = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        await ReplyAsync(scene, asked, """{"type":4,"data":{"content":"Sure?","flags":64,"components":[{"type":1,"components":[{"type":2,"style":3,"label":"Post now","custom_id":"v1:post:7"}]}]}}""");
        var message = Assert.Single(scene.Server.Record.OfKind(RecordKinds.InteractionReply)).MessageId!;

        var stranger = Assert.Throws<ControlRefusedException>(() => scene.Server.PressDiscord(message, "v1:post:7", Sample.Member));
        scene.Server.PressDiscord(message, "v1:post:7", Sample.Moderator);
        var pressed = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        var updated = await ReplyAsync(scene, pressed, """{"type":7,"data":{"content":"Posted","components":[]}}""");

        Assert.Contains("private", stranger.Message, StringComparison.Ordinal);
        Assert.Equal(("3", "v1:post:7", message), (pressed["type"]!.ToString(), pressed["data"]!["custom_id"]!.ToString(), pressed["message"]!["id"]!.ToString()));
        Assert.Equal(204, updated.Status);
        Assert.Equal("Posted", Assert.Single(scene.Server.Record.OfKind(RecordKinds.InteractionEdited)).Text);
    }

    [Fact]
    public async Task Autocomplete_brings_the_bots_choices()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await BotAsync(scene);

        var asking = scene.Server.AutocompleteDiscordAsync(Sample.Text, Sample.Member, "/talk id:asi", Scene.Stop);
        var seen = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        var wrong = await ReplyAsync(scene, seen, """{"type":4,"data":{"content":"x"}}""");
        var right = await ReplyAsync(scene, seen, """{"type":8,"data":{"choices":[{"name":"Talk 176","value":"asian-talk-176"}]}}""");
        var choices = await asking;

        Assert.Equal(("4", "asi", "true"), (seen["type"]!.ToString(), seen["data"]!["options"]![0]!["value"]!.ToString(), seen["data"]!["options"]![0]!["focused"]!.ToJsonString()));
        Assert.Equal("50035", wrong["code"]);
        Assert.Equal(204, right.Status);
        Assert.Equal("asian-talk-176", choices.Single()!["value"]!.ToString());
    }

    [Fact]
    public async Task A_form_is_opened_filled_in_and_sent()
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await BotAsync(scene);
        var id = scene.Server.UseDiscordCommand(Sample.Text, Sample.Member, "/next");
        var seen = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;
        await ReplyAsync(scene, seen, """{"type":9,"data":{"custom_id":"f1","title":"Edit","components":[{"type":18,"label":"Title","component":{"type":4,"custom_id":"title","style":1}}]}}""");

        scene.Server.SubmitDiscordForm(id, Sample.Member, new Dictionary<string, string> { ["title"] = "New" });
        var sent = (await bot.DispatchAsync("INTERACTION_CREATE"))["d"]!;

        Assert.Equal(("5", "f1", "New"), (sent["type"]!.ToString(), sent["data"]!["custom_id"]!.ToString(), sent["data"]!["components"]![0]!["component"]!["value"]!.ToString()));
    }

    [Theory]
    [InlineData(Sample.Member, "/unknown", "not registered")]
    [InlineData(Sample.Member, "/announce", "permission")]
    [InlineData(Sample.Member, "/talk", "needs its option \"id\"")]
    [InlineData(Sample.Member, "/next extra", "takes no options")]
    [InlineData("1", "/next", "not a member")]
    public async Task A_command_that_Discord_would_not_send_is_refused_to_the_person(string user, string text, string reason)
    {
        await using var scene = await Scene.StartAsync();
        await using var bot = await BotAsync(scene);

        var answer = await scene.ControlAsync("/sandbox/discord/command", new JsonObject { ["channelId"] = Sample.Text, ["userId"] = user, ["text"] = text }.ToJsonString());

        Assert.Equal(400, answer.Status);
        Assert.Contains(reason, answer["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_hears_a_command_while_no_bot_is_connected()
    {
        await using var scene = await Scene.StartAsync();
        await scene.PutAsync(Commands, Menu);

        var refused = Assert.Throws<ControlRefusedException>(() => scene.Server.UseDiscordCommand(Sample.Text, Sample.Member, "/next"));

        Assert.Contains("No bot is connected", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"name":"Next","description":"x"}]""", "0.name", "APPLICATION_COMMAND_INVALID_NAME")]
    [InlineData("""[{"name":"next"}]""", "0.description", "BASE_TYPE_REQUIRED")]
    [InlineData("""[{"name":"a","description":"x"},{"name":"a","description":"x"}]""", "1.name", "APPLICATION_COMMANDS_DUPLICATE_NAME")]
    [InlineData("""[{"name":"a","description":"x","options":[{"type":3,"name":"o","description":"x"},{"type":3,"name":"r","description":"x","required":true}]}]""", "0.options", "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID")]
    public async Task A_command_set_with_a_mistake_is_refused_as_a_whole(string json, string place, string code)
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.PutAsync(Commands, json);
        var kept = await scene.GetAsync(Commands);

        var node = place.Split('.').Aggregate(answer.Body!["errors"], (at, step) => at?[step]);
        Assert.Equal((400, code), (answer.Status, node?["_errors"]?[0]?["code"]?.ToString()));
        Assert.Empty(kept.Body!.AsArray());
    }

    [Fact]
    public async Task Command_sets_are_replaced_changed_and_removed()
    {
        await using var scene = await Scene.StartAsync();

        var set = await scene.PutAsync(Commands, Menu);
        var upserted = await scene.PostAsync(Commands, """{"name":"next","description":"Another text"}""");
        var created = await scene.PostAsync(Commands, """{"name":"help","description":"Help"}""");
        var changed = await scene.PatchAsync($"{Commands}/{created["id"]}", """{"description":"More help"}""");
        var removed = await scene.DeleteAsync($"{Commands}/{created["id"]}");
        var unknown = await scene.GetAsync($"{Commands}/{created["id"]}");
        var foreign = await scene.PutAsync($"/applications/1/guilds/{Sample.Guild}/commands", "[]");

        Assert.Equal((200, 3), (set.Status, set.Body!.AsArray().Count));
        Assert.Equal((200, set.Body[0]!["id"]!.ToString()), (upserted.Status, upserted["id"]));
        Assert.Equal((201, 200, 204), (created.Status, changed.Status, removed.Status));
        Assert.Equal("10063", unknown["code"]);
        Assert.Equal("20012", foreign["code"]);
        Assert.Equal("/talk /announce /next", scene.Server.Record.OfKind(RecordKinds.CommandsSet)[1].Text);
    }

    private static async Task<GatewayClient> BotAsync(Scene scene)
    {
        await scene.PutAsync(Commands, Menu);
        var bot = await scene.ConnectAsync();
        await bot.IdentifyAsync(0);
        return bot;
    }

    private static Task<Answer> ReplyAsync(Scene scene, JsonNode seen, string json) =>
        scene.DiscordAsync(HttpMethod.Post, $"/interactions/{seen["id"]}/{seen["token"]}/callback", json, authorization: null);
}
