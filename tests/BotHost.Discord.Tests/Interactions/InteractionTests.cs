using System.Text.Json.Nodes;
using BotHost.Announcements.Commands;
using BotHost.Discord.Tests.Rig;
using Microsoft.Extensions.Logging;

namespace BotHost.Discord.Tests.Interactions;

public sealed class InteractionTests
{
    private const string Callback = "/api/v10/interactions/31/tok/callback";
    private const string Webhook = "/api/v10/webhooks/900/tok";
    private const string Original = "/api/v10/webhooks/900/tok/messages/@original";

    [Fact]
    public async Task A_command_reaches_the_router_with_who_where_and_what()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);

        await peer.SayAsync(Said.Command("31", "speaker", """[{"type":3,"name":"name","value":"Masutomo"}]"""));
        await discord.BodyOfAsync("POST", Callback);

        var asked = Assert.Single(discord.Router.Asked);
        Assert.Equal("speaker", asked.Name);
        Assert.Equal("Masutomo", asked.Argument("name"));
        Assert.Equal(new CommandPlace("500", "1100"), asked.Place);
        Assert.Equal("en-GB", asked.Locale);
        Assert.Equal(("700", "Ann"), (asked.Author.UserId, asked.Author.Name));
        Assert.Equal(["60", "61"], asked.Author.Roles);
        Assert.Equal(["manage_guild"], asked.Author.Permissions);
        Assert.False(asked.IsPress);
    }

    [Fact]
    public async Task A_command_in_a_private_chat_has_no_place_and_no_rights()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);

        await peer.SayAsync(Said.PrivateCommand("31", "next"));
        await discord.BodyOfAsync("POST", Callback);

        var asked = Assert.Single(discord.Router.Asked);
        Assert.True(asked.Place.IsPrivate);
        Assert.Empty(asked.Author.Permissions);
        Assert.Equal("ann", asked.Author.Name);
    }

    [Fact]
    public async Task A_quick_answer_goes_out_in_one_step_and_pings_nobody()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.Router.Answer = _ => Task.FromResult(Reply.Say("Hello @everyone"));

        await peer.SayAsync(Said.Command("31", "next"));
        var body = await discord.BodyOfAsync("POST", Callback);

        Assert.Equal(4, (int)body["type"]!);
        Assert.Equal("Hello @\u200beveryone", (string)body["data"]!["content"]!);
        Assert.Equal("""{"parse":[]}""", body["data"]!["allowed_mentions"]!.ToJsonString());
        Assert.Null(body["data"]!["flags"]);
        Assert.False(discord.RequestsTo("POST", Callback)[0].Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_whisper_is_for_the_asker_alone()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.Router.Answer = _ => Task.FromResult(Reply.Whisper("psst"));

        await peer.SayAsync(Said.Command("31", "next"));
        var body = await discord.BodyOfAsync("POST", Callback);

        Assert.Equal(64, (int)body["data"]!["flags"]!);
    }

    [Fact]
    public async Task A_slow_answer_is_deferred_after_one_and_a_half_seconds_and_then_edited_in()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        var answer = Slow(discord);
        await peer.SayAsync(Said.Command("31", "next"));
        await discord.UntilAsync(() => !discord.Router.Asked.IsEmpty, "The router was not asked.");
        await discord.Time.WhenArmedAsync(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);

        discord.Time.Advance(TimeSpan.FromSeconds(1.4));
        Assert.Empty(discord.RequestsTo("POST", Callback));
        discord.Time.Advance(TimeSpan.FromSeconds(0.1));
        var deferral = await discord.BodyOfAsync("POST", Callback);
        answer.SetResult(Reply.Say("At last"));
        var edit = await discord.BodyOfAsync("PATCH", Original);

        Assert.Equal("""{"type":5}""", deferral.ToJsonString());
        Assert.Equal("At last", (string)edit["content"]!);
        Assert.Equal("""{"parse":[]}""", edit["allowed_mentions"]!.ToJsonString());
    }

    [Fact]
    public async Task A_slow_moderators_command_is_deferred_for_their_eyes_only()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        var answer = Slow(discord);

        var deferral = await DeferAsync(discord, peer, Said.Command("31", "announce", """[{"type":3,"name":"talk","value":"176"}]"""));
        answer.SetResult(Reply.Whisper("Preview"));
        await discord.BodyOfAsync("PATCH", Original);

        Assert.Equal("""{"type":5,"data":{"flags":64}}""", deferral.ToJsonString());
    }

    [Fact]
    public async Task A_whisper_after_a_public_deferral_is_not_shown_to_all()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.NoContent("DELETE", Original);
        var answer = Slow(discord);

        await DeferAsync(discord, peer, Said.Command("31", "next"));
        answer.SetResult(Reply.Whisper("psst"));
        var followUp = await discord.BodyOfAsync("POST", Webhook);

        Assert.Equal(64, (int)followUp["flags"]!);
        Assert.Single(discord.RequestsTo("DELETE", Original));
        Assert.Empty(discord.RequestsTo("PATCH", Original));
    }

    [Fact]
    public async Task A_press_carries_its_verb_and_row_and_may_replace_the_message()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.Router.Answer = _ => Task.FromResult(Reply.Say("Posted") with { ReplacesPressed = true });

        await peer.SayAsync(Said.Press("31", "v1:post-now:42"));
        var body = await discord.BodyOfAsync("POST", Callback);

        var asked = Assert.Single(discord.Router.Asked);
        Assert.Equal(("post-now", 42L), (asked.Name, asked.PressedRow));
        Assert.Equal(7, (int)body["type"]!);
        Assert.Equal("[]", body["data"]!["components"]!.ToJsonString());
        Assert.Equal("[]", body["data"]!["embeds"]!.ToJsonString());
    }

    [Fact]
    public async Task A_slow_press_is_acknowledged_and_its_message_edited()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        var answer = Slow(discord);

        var deferral = await DeferAsync(discord, peer, Said.Press("31", "v1:post-now:42"));
        answer.SetResult(Reply.Say("Posted") with { ReplacesPressed = true });
        var edit = await discord.BodyOfAsync("PATCH", Original);

        Assert.Equal("""{"type":6}""", deferral.ToJsonString());
        Assert.Equal("Posted", (string)edit["content"]!);
    }

    [Fact]
    public async Task A_slow_press_with_a_private_answer_leaves_the_message_alone()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        var answer = Slow(discord);

        await DeferAsync(discord, peer, Said.Press("31", "v1:post-now:42"));
        answer.SetResult(Reply.Whisper("Not for you"));
        var followUp = await discord.BodyOfAsync("POST", Webhook);

        Assert.Equal(64, (int)followUp["flags"]!);
        Assert.Empty(discord.RequestsTo("PATCH", Original));
    }

    [Fact]
    public async Task A_button_of_another_version_is_answered_and_reaches_no_handler()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);

        await peer.SayAsync(Said.Press("31", "v9:odd"));
        var body = await discord.BodyOfAsync("POST", Callback);

        Assert.Equal(64, (int)body["data"]!["flags"]!);
        Assert.Empty(discord.Router.Asked);
    }

    [Fact]
    public async Task An_interaction_that_is_told_twice_is_answered_once()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.NoContent("POST", "/api/v10/interactions/32/tok/callback");

        await peer.SayAsync(Said.Command("31", "next"));
        await peer.SayAsync(Said.Command("31", "next"));
        await peer.SayAsync(Said.Command("32", "next"));
        await discord.BodyOfAsync("POST", "/api/v10/interactions/32/tok/callback");
        await discord.BodyOfAsync("POST", Callback);

        Assert.Equal(2, discord.Router.Asked.Count);
        Assert.Single(discord.RequestsTo("POST", Callback));
    }

    [Fact]
    public async Task Completions_are_at_most_25_and_within_their_lengths()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.Router.Suggestions = (command, option, typed) =>
            [new Suggestion($"{command}/{option}/{typed}", "first"), new Suggestion("too long", new string('x', 101)), .. Enumerable.Range(0, 30).Select(number => new Suggestion(new string('木', 150), $"t{number}"))];

        await peer.SayAsync(Said.Typing("31", "speaker", "name", "mas"));
        var body = await discord.BodyOfAsync("POST", Callback);

        var choices = body["data"]!["choices"]!.AsArray();
        Assert.Equal(8, (int)body["type"]!);
        Assert.Equal(25, choices.Count);
        Assert.Equal("""{"name":"speaker/name/mas","value":"first"}""", choices[0]!.ToJsonString());
        Assert.Equal("t0", (string)choices[1]!["value"]!);
        Assert.Equal(100, ((string)choices[1]!["name"]!).Length);
    }

    [Fact]
    public async Task A_fault_in_a_handler_is_answered_and_the_next_command_works()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.NoContent("POST", "/api/v10/interactions/32/tok/callback");
        discord.Router.Answer = command => command.Name == "next" ? throw new InvalidOperationException("boom") : Task.FromResult(Reply.Say("fine"));

        await peer.SayAsync(Said.Command("31", "next"));
        var broken = await discord.BodyOfAsync("POST", Callback);
        await peer.SayAsync(Said.Command("32", "links"));
        var fine = await discord.BodyOfAsync("POST", "/api/v10/interactions/32/tok/callback");

        Assert.Equal(64, (int)broken["data"]!["flags"]!);
        Assert.Equal("fine", (string)fine["data"]!["content"]!);
        Assert.Contains(discord.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("boom", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_answer_is_logged_without_the_interaction_token()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.Server.On("POST", Callback, 404, """{"code":10062,"message":"Unknown interaction"}""");

        await peer.SayAsync(Said.Command("31", "next"));
        await discord.UntilAsync(() => discord.Logs.All.Contains("10062", StringComparison.Ordinal), "Nothing was logged.");

        Assert.DoesNotContain("31/tok", discord.Logs.All, StringComparison.Ordinal);
        Assert.Single(discord.RequestsTo("POST", Callback));
    }

    [Fact]
    public async Task A_first_answer_whose_fate_is_unknown_is_repeated_once()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);
        discord.Server.On("POST", Callback, (context, _) =>
        {
            discord.Server.On("POST", Callback, 400, """{"code":40060,"message":"Interaction has already been acknowledged."}""");
            context.Abort();
            return Task.CompletedTask;
        });

        await peer.SayAsync(Said.Command("31", "next"));
        await discord.UntilAsync(() => discord.RequestsTo("POST", Callback).Count == 2, "The answer was not repeated.");
        await peer.SettleAsync();

        Assert.DoesNotContain(discord.Logs.Lines, line => line.Level >= LogLevel.Warning);
    }

    [Fact]
    public async Task An_unreadable_interaction_costs_neither_the_connection_nor_the_next_one()
    {
        await using var discord = await ConnectedAsync();
        var peer = await WelcomedAsync(discord);

        await peer.SayAsync("""{"op":0,"s":3,"t":"INTERACTION_CREATE","d":{"id":["odd"]}}""");
        await peer.SayAsync(Said.Command("31", "next"));
        await discord.BodyOfAsync("POST", Callback);

        Assert.Equal(1, discord.ConnectionCount);
    }

    private static async Task<ScriptedDiscord> ConnectedAsync()
    {
        var discord = await ScriptedDiscord.ConnectAsync();
        discord.NoContent("POST", Callback);
        discord.Server.On("PATCH", Original, 200, "{}");
        discord.Server.On("POST", Webhook, 200, "{}");
        return discord;
    }

    private static async Task<GatewayPeer> WelcomedAsync(ScriptedDiscord discord)
    {
        var peer = await discord.NextConnectionNowAsync();
        await peer.WelcomeAsync();
        await discord.UntilAsync(() => discord.Notebook.Notes.ContainsKey("discord/commands:900"), "The commands were not registered.");
        return peer;
    }

    private static TaskCompletionSource<Reply> Slow(ScriptedDiscord discord)
    {
        var answer = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        discord.Router.Answer = _ => answer.Task;
        return answer;
    }

    private static async Task<JsonNode> DeferAsync(ScriptedDiscord discord, GatewayPeer peer, string said)
    {
        await peer.SayAsync(said);
        await discord.UntilAsync(() => !discord.Router.Asked.IsEmpty, "The router was not asked.");
        await discord.Time.WhenArmedAsync(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
        discord.Time.Advance(TimeSpan.FromSeconds(1.5));
        return await discord.BodyOfAsync("POST", Callback);
    }
}
