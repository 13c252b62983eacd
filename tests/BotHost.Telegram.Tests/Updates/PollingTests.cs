using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using Microsoft.Extensions.Logging;

namespace BotHost.Telegram.Tests.Updates;

public class PollingTests
{
    [Fact]
    public async Task The_first_call_asks_without_an_offset_and_names_the_kinds_of_updates()
    {
        await using var stage = await BotStage.OpenAsync();

        await stage.StartAsync();

        var poll = await stage.NextAsync("getUpdates");
        Assert.Equal("""{"limit":100,"timeout":50,"allowed_updates":["message","callback_query","my_chat_member"]}""", poll.ToJsonString());
    }

    [Fact]
    public async Task The_call_after_a_batch_confirms_it()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Deliver(stage.Command(41, "/next"), stage.Command(42, "/help"));

        var poll = await stage.NextAsync("getUpdates");
        Assert.Equal(43, poll["offset"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_batch_that_comes_again_after_a_crash_is_not_answered_twice()
    {
        var notebook = new MemoryNotebook();
        await using (var before = await BotStage.OpenAsync(notebook))
        {
            await before.StartAsync();
            before.Deliver(before.Command(41, "/next"));
            await before.NextAsync("sendMessage");
        }

        await using var after = await BotStage.OpenAsync(notebook);
        await after.StartAsync();
        var first = await after.NextAsync("getUpdates");
        after.Deliver(after.Command(41, "/next"), after.Command(42, "/help"));
        await after.NextAsync("sendMessage");

        Assert.Equal(42, first["offset"]!.GetValue<long>());
        Assert.Equal(["help"], after.Router.Asked.Select(command => command.Name));
    }

    [Fact]
    public async Task The_mark_is_stored_before_the_answer_goes_out()
    {
        await using var stage = await BotStage.OpenAsync();
        string? noted = null;
        stage.Router.Answer = command =>
        {
            noted = stage.Notebook.Notes.GetValueOrDefault("telegram/offset:987654321");
            return Announcements.Commands.Reply.Say("x");
        };
        await stage.StartAsync();

        stage.Deliver(stage.Command(41, "/next"));
        await stage.NextAsync("sendMessage");

        Assert.StartsWith("42 ", noted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_store_is_gone_commands_are_answered_and_one_line_says_so_until_it_works_again()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Notebook.Fault = new LedgerUnavailableException("The ledger is gone: put it back.");
        stage.Deliver(stage.Command(41, "/next"));
        await stage.NextAsync("sendMessage");
        await stage.NextAsync("getUpdates");
        stage.Deliver(stage.Command(42, "/help", chat: 6));
        await stage.NextAsync("sendMessage");
        var confirming = await stage.NextAsync("getUpdates");
        stage.Notebook.Fault = null;
        stage.Deliver();
        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await stage.NextAsync("getUpdates");

        Assert.Equal(43, confirming["offset"]!.GetValue<long>());
        Assert.Equal(["next", "help"], stage.Router.Asked.Select(command => command.Name));
        Assert.StartsWith("43 ", stage.Notebook.Notes["telegram/offset:987654321"], StringComparison.Ordinal);
        var warning = Assert.Single(stage.Logs.Lines, line => line.Level >= LogLevel.Warning);
        Assert.EndsWith("The ledger is gone: put it back. ", warning.Text, StringComparison.Ordinal);
        Assert.Single(stage.Logs.Lines, line => line.Text.Contains("is written down again", StringComparison.Ordinal));
        Assert.DoesNotContain(stage.Logs.Lines, line => line.Text.Contains("come in again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_at_the_start_is_waited_for_and_told_in_one_line()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Notebook.Fault = new LedgerUnavailableException("The ledger is gone: put it back.");
        await stage.StartAsync();

        await stage.PassAsync(TimeSpan.FromSeconds(1));
        await stage.PassAsync(TimeSpan.FromSeconds(2));
        // The third try has failed as well once its pause begins.
        await stage.Time.WhenArmedAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken).WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken);
        stage.Notebook.Fault = null;
        await stage.PassAsync(TimeSpan.FromSeconds(5));
        await stage.NextAsync("getUpdates");

        Assert.Equal(4, stage.CountOf("getMe"));
        var warning = Assert.Single(stage.Logs.Lines, line => line.Level >= LogLevel.Warning);
        Assert.Equal("Telegram's updates cannot be taken now; trying on: The ledger is gone: put it back. ", warning.Text);
    }

    [Fact]
    public async Task A_mark_from_last_month_hides_no_updates_of_a_new_numbering()
    {
        var notebook = new MemoryNotebook();
        notebook.Notes["telegram/offset:987654321"] = "900000 1700000000";
        await using var stage = await BotStage.OpenAsync(notebook);
        await stage.StartAsync();

        var poll = await stage.NextAsync("getUpdates");
        stage.Deliver(stage.Command(41, "/next"));
        await stage.NextAsync("sendMessage");

        Assert.Null(poll["offset"]);
    }

    [Fact]
    public async Task Stopping_confirms_the_last_batch()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        stage.Deliver(stage.Command(41, "/next"));
        await stage.NextAsync("sendMessage");

        await stage.StopAsync();

        var last = stage.Calls.Last(call => call.Method == "getUpdates").Body;
        Assert.Equal(0, last["timeout"]!.GetValue<int>());
        Assert.Equal(42, last["offset"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_conflict_waits_and_comes_back()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Poll(409, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"}""");
        await stage.PassAsync(TimeSpan.FromSeconds(5));

        await stage.NextAsync("getUpdates");
        Assert.IsType<PlatformState.Usable>(stage.Platform.State);
        Assert.Contains(stage.Logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("Another process", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_in_the_way_is_named_with_its_remedy_and_posting_goes_on()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Poll(409, """{"ok":false,"error_code":409,"description":"Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"}""");
        await stage.PassAsync(TimeSpan.FromSeconds(5));

        await stage.NextAsync("getUpdates");
        Assert.IsType<PlatformState.Usable>(stage.Platform.State);
        Assert.Contains(stage.Logs.Lines, line => line.Level == LogLevel.Error && line.Text.Contains("deleteWebhook", StringComparison.Ordinal));
        Assert.Equal(0, stage.CountOf("deleteWebhook"));
    }

    [Fact]
    public async Task A_flood_wait_is_kept_with_a_second_more()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Poll(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 14","parameters":{"retry_after":14}}""");
        await stage.PassAsync(TimeSpan.FromSeconds(15));

        await stage.NextAsync("getUpdates");
        Assert.Equal(15, (stage.Time.GetUtcNow() - new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds);
    }

    [Fact]
    public async Task A_refused_token_ends_the_loop_after_one_call()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("getMe", """{"ok":false,"error_code":401,"description":"Unauthorized"}""", 401);
        var changed = new TaskCompletionSource();
        stage.Platform.StateChanged += () => changed.TrySetResult();

        await stage.StartAsync();
        await changed.Task.WaitAsync(BotStage.Patience, TestContext.Current.CancellationToken);
        await stage.StopAsync();

        var refused = Assert.IsType<PlatformState.Refused>(stage.Platform.State);
        Assert.Equal("401 Unauthorized", refused.Reason);
        Assert.Equal(["getMe"], stage.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task A_broken_front_end_is_waited_out()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Poll(502, "<html>Bad Gateway</html>");
        await stage.PassAsync(TimeSpan.FromSeconds(1));

        await stage.NextAsync("getUpdates");
    }

    [Fact]
    public async Task One_unreadable_update_does_not_spoil_its_batch()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        await stage.NextAsync("getUpdates");

        stage.Deliver("""{"update_id":41,"message":{"message_id":"not a number"}}""", stage.Command(42, "/next"));

        await stage.NextAsync("sendMessage");
        Assert.Equal(43, (await stage.NextAsync("getUpdates"))["offset"]!.GetValue<long>());
    }

    [Fact]
    public async Task The_menu_is_registered_once_for_each_audience_and_again_only_when_it_changed()
    {
        var notebook = new MemoryNotebook();
        await using (var first = await BotStage.OpenAsync(notebook))
        {
            await first.StartAsync();
            await first.NextAsync("getUpdates");
            var menus = first.Calls.Where(call => call.Method == "setMyCommands").Select(call => call.Body).ToList();
            Assert.Equal(["default", "all_chat_administrators", "all_private_chats"], menus.Select(menu => menu["scope"]!["type"]!.GetValue<string>()));
            Assert.Equal([3, 4, 4], menus.Select(menu => menu["commands"]!.AsArray().Count));
        }

        await using (var same = await BotStage.OpenAsync(notebook))
        {
            await same.StartAsync();
            await same.NextAsync("getUpdates");
            Assert.Equal(0, same.CountOf("setMyCommands"));
        }

        await using var changed = await BotStage.OpenAsync(notebook);
        changed.Router.Commands = [.. changed.Router.Commands.Take(2)];
        await changed.StartAsync();
        await changed.NextAsync("getUpdates");
        Assert.Equal(3, changed.CountOf("setMyCommands"));
    }

    [Fact]
    public async Task Without_a_token_nothing_connects_and_the_state_names_the_setting()
    {
        await using var stage = await BotStage.OpenAsync();
        using var host = stage.Build(stage.Server.BaseUrl.ToString(), token: null);
        var platform = (IChatPlatform)host.Services.GetService(typeof(IChatPlatform))!;

        await host.StartAsync(TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new PlatformState.NotConfigured("Telegram__Token"), platform.State);
        Assert.Empty(stage.Server.Requests);
    }
}
