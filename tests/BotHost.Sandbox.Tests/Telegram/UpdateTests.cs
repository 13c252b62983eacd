using BotHost.Sandbox.Tests.Scenes;

namespace BotHost.Sandbox.Tests.Telegram;

public sealed class UpdateTests
{
    [Fact]
    public async Task An_update_stays_until_a_higher_offset_confirms_it()
    {
        await using var scene = await Scene.StartAsync();
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "one");
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "two");
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "three");

        var all = await TextsAsync(scene, "{}");
        var limited = await TextsAsync(scene, """{"limit":1}""");
        var firstId = (await scene.TelegramAsync("getUpdates")).Body!["result"]![0]!["update_id"]!.GetValue<int>();
        var confirmed = await TextsAsync(scene, $$"""{"offset":{{firstId + 1}}}""");
        var again = await TextsAsync(scene, "{}");
        var lastOnly = await TextsAsync(scene, """{"offset":-1}""");
        var rest = await TextsAsync(scene, "{}");

        Assert.Equal(["one", "two", "three"], all);
        Assert.Equal(["one"], limited);
        Assert.Equal(["two", "three"], confirmed);
        Assert.Equal(["two", "three"], again);
        Assert.Equal(["three"], lastOnly);
        Assert.Equal(["three"], rest);
    }

    [Fact]
    public async Task A_waiting_poll_answers_as_soon_as_somebody_writes()
    {
        await using var scene = await Scene.StartAsync();

        var polling = scene.TelegramAsync("getUpdates", """{"timeout":50}""");
        await scene.Server.Record.WaitForAsync(entry => entry.Route == "getUpdates", Scene.Stop);
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "/start");
        var answer = await polling;

        var message = answer.Body!["result"]![0]!["message"]!;
        Assert.Equal(("/start", "private", "51"), (message["text"]!.ToString(), message["chat"]!["type"]!.ToString(), message["from"]!["id"]!.ToString()));
        Assert.Equal("""[{"offset":0,"length":6,"type":"bot_command"}]""", message["entities"]!.ToJsonString());
    }

    [Fact]
    public async Task A_poll_without_news_ends_empty_after_its_timeout()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);

        var polling = scene.TelegramAsync("getUpdates", """{"timeout":30}""");
        await scene.Server.Record.WaitForAsync(entry => entry.Route == "getUpdates", Scene.Stop);
        while (!polling.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.Equal("""{"ok":true,"result":[]}""", (await polling).Text);
    }

    [Fact]
    public async Task A_second_poll_ends_the_first_with_a_conflict()
    {
        await using var scene = await Scene.StartAsync();
        var first = scene.TelegramAsync("getUpdates", """{"timeout":50}""");
        await scene.Server.Record.WaitForAsync(entry => entry.Route == "getUpdates", Scene.Stop);

        do
        {
            await scene.TelegramAsync("getUpdates");
        }
        while (!first.IsCompleted);
        var conflict = await first;

        Assert.Equal(409, conflict.Status);
        Assert.Equal("Conflict: terminated by other getUpdates request; make sure that only one bot instance is running", conflict["description"]);
    }

    [Fact]
    public async Task Only_the_allowed_kinds_are_queued_and_the_choice_is_kept()
    {
        await using var scene = await Scene.StartAsync();
        await scene.TelegramAsync("getUpdates", """{"allowed_updates":["callback_query"]}""");
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "unheard");

        var none = await TextsAsync(scene, "{}");
        await scene.TelegramAsync("getUpdates", """{"allowed_updates":[]}""");
        scene.Server.WriteTelegram(Sample.Ann, Sample.Ann, "heard");
        var heard = await TextsAsync(scene, "{}");

        Assert.Empty(none);
        Assert.Equal(["heard"], heard);
    }

    [Theory]
    [InlineData("just talking", false)]
    [InlineData("/next", true)]
    [InlineData("/next@talk_bot", true)]
    [InlineData("/next@other_bot", false)]
    [InlineData("hey @talk_bot", true)]
    public async Task In_a_group_privacy_mode_decides_what_the_bot_hears(string text, bool hears)
    {
        await using var scene = await Scene.StartAsync();

        scene.Server.WriteTelegram(Sample.Group, Sample.Ben, text);

        Assert.Equal(hears ? [text] : [], await TextsAsync(scene, "{}"));
    }

    [Fact]
    public async Task A_press_is_answered_within_its_time()
    {
        var clock = new ManualClock();
        await using var scene = await Scene.StartAsync(clock: clock);
        var sent = await scene.TelegramAsync("sendMessage", $$"""{"chat_id":{{Sample.Group}},"text":"x","reply_markup":{"inline_keyboard":[[{"text":"Go","callback_data":"v1:go"}]]} }""");
        var id = (int)sent.Body!["result"]!["message_id"]!;

        var query = scene.Server.PressTelegram(Sample.Group, id, "v1:go", Sample.Ben);
        var update = (await scene.TelegramAsync("getUpdates")).Body!["result"]![0]!["callback_query"]!;
        var answered = await scene.TelegramAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{query}}","text":"Done"}""");
        clock.Advance(TimeSpan.FromSeconds(16));
        var late = await scene.TelegramAsync("answerCallbackQuery", $$"""{"callback_query_id":"{{query}}"}""");

        Assert.Equal((query, "v1:go", "52"), (update["id"]!.ToString(), update["data"]!.ToString(), update["from"]!["id"]!.ToString()));
        Assert.Equal("""{"ok":true,"result":true}""", answered.Text);
        Assert.Equal("Bad Request: query is too old and response timeout expired or query ID is invalid", late["description"]);
        Assert.Equal(("Done", "52"), (scene.Server.Record.OfKind(RecordKinds.CallbackAnswered).Single().Text, scene.Server.Record.OfKind(RecordKinds.CallbackAnswered).Single().VisibleTo));
        Assert.Throws<ControlRefusedException>(() => scene.Server.PressTelegram(Sample.Group, id, "v1:other", Sample.Ben));
    }

    private static async Task<string[]> TextsAsync(Scene scene, string json) =>
        [.. (await scene.TelegramAsync("getUpdates", json)).Body!["result"]!.AsArray().Select(update => update!["message"]!["text"]!.ToString())];
}
