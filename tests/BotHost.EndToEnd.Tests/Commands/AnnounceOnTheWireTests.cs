using BotHost.EndToEnd.Tests.Processes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>A moderator orders an announcement: a private preview, a press, one post in each channel of the config.</summary>
public sealed class AnnounceOnTheWireTests
{
    private const string Title = "Asian Talk 176: Chinese Immigration and Its Discontents";
    private const string DiscordPost = $"{Title} · <t:1800439200:F>";
    private const string TelegramPost = "【New Event】\nAsian Talk 176\nChinese Immigration and Its Discontents\n";

    private static readonly string[] OneWeekBefore = ["In 7 days: ", "Asian Talk 176 starts in 7 days."];

    // On Telegram the poster is a message of its own, and the text follows it.
    private static readonly string[] BothChannels = [$"discord:{WireWorld.Channel}", "telegram:-1002000000001", "telegram:-1002000000001"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_preview_on_Discord_is_for_the_asker_alone_and_pings_nobody()
    {
        await using var stage = await WireStage.StartAsync(config => config.Replace(
            $"address: \"{WireWorld.Channel}\"", $"address: \"{WireWorld.Channel}\"\n    mention: everyone", StringComparison.Ordinal));

        var preview = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");

        Assert.Equal(WireWorld.Moderator, preview.VisibleTo);
        Assert.Empty(preview.Pings);
        Assert.Equal(["Post now", "Cancel"], WireButtons.Actions(preview));
        Assert.Contains("discord-announcements: will be posted", preview.Text!, StringComparison.Ordinal);
        Assert.Contains("telegram-announcements: will be posted", preview.Text!, StringComparison.Ordinal);
        Assert.Contains("It will ping: everyone", preview.Text!, StringComparison.Ordinal);
        Assert.Contains(DiscordPost, preview.Text!, StringComparison.Ordinal);
        Assert.Empty(stage.Posts());
    }

    [Fact]
    public async Task Post_now_on_Discord_posts_once_in_both_channels_and_the_outcome_takes_the_previews_place()
    {
        await using var stage = await WireStage.StartAsync();
        var preview = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        var post = WireButtons.Data(preview, "Post now");

        var outcome = await stage.PressDiscordAsync(WireWorld.Moderator, preview.MessageId!, post);

        AssertPostedOnce(stage);
        Assert.Equal((RecordKinds.InteractionEdited, preview.MessageId), (outcome.Kind, outcome.MessageId));
        Assert.Contains("discord-announcements: posted", outcome.Text!, StringComparison.Ordinal);
        Assert.Contains("telegram-announcements: posted", outcome.Text!, StringComparison.Ordinal);
        Assert.Empty(WireButtons.Actions(outcome));
    }

    [Fact]
    public async Task A_second_press_and_a_second_order_post_nothing_more()
    {
        await using var stage = await WireStage.StartAsync();
        var first = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        var second = await stage.AskDiscordAsync(WireWorld.Manager, "/announce 176");
        await stage.PressDiscordAsync(WireWorld.Moderator, first.MessageId!, WireButtons.Data(first, "Post now"));

        // The second preview still shows its buttons, and promises what has been done meanwhile.
        var outcome = await stage.PressDiscordAsync(WireWorld.Manager, second.MessageId!, WireButtons.Data(second, "Post now"));
        var third = await stage.AskDiscordAsync(WireWorld.Manager, "/announce 176");

        AssertPostedOnce(stage);
        Assert.Contains("Nothing was posted", outcome.Text!, StringComparison.Ordinal);
        Assert.Contains("There is nothing left to post:", third.Text!, StringComparison.Ordinal);
        Assert.Contains("discord-announcements: posted already", third.Text!, StringComparison.Ordinal);
        Assert.Empty(WireButtons.Actions(third));
    }

    [Fact]
    public async Task Two_presses_of_the_same_button_at_the_same_moment_post_once()
    {
        await using var stage = await WireStage.StartAsync();
        var preview = await stage.AskTelegramAsync(WireWorld.TelegramModerator, "/announce 176");
        var before = stage.Mark();
        for (var press = 0; press < 2; press++)
        {
            stage.Platforms.PressTelegram(
                WireWorld.TelegramModerator, long.Parse(preview.MessageId!, System.Globalization.CultureInfo.InvariantCulture),
                WireButtons.Data(preview, "Post now"), WireWorld.TelegramModerator);
        }

        await stage.Record.WaitUntilAsync(all => all.Skip(before).Any(entry => entry.Text?.Contains("This was decided already", StringComparison.Ordinal) == true), Cancel).InTime();

        AssertPostedOnce(stage);
    }

    [Fact]
    public async Task Cancel_posts_nothing_and_takes_the_buttons_away()
    {
        await using var stage = await WireStage.StartAsync();
        var onDiscord = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        var onTelegram = await stage.AskTelegramAsync(WireWorld.TelegramModerator, "/announce 176");

        var first = await stage.PressDiscordAsync(WireWorld.Moderator, onDiscord.MessageId!, WireButtons.Data(onDiscord, "Cancel"));
        var second = await stage.PressTelegramAsync(WireWorld.TelegramModerator, onTelegram, WireButtons.Data(onTelegram, "Cancel"));

        Assert.Equal("Cancelled: nothing was posted.", first.Text);
        Assert.Equal("Cancelled: nothing was posted.", second.Text);
        Assert.Equal(RecordKinds.MessageEdited, second.Kind);
        Assert.Empty(WireButtons.Actions(first));
        Assert.Empty(WireButtons.Actions(second));
        Assert.Empty(stage.Posts());
    }

    [Fact]
    public async Task Post_now_in_the_moderators_private_chat_on_Telegram_posts_once_in_both_channels()
    {
        await using var stage = await WireStage.StartAsync();
        var preview = await stage.AskTelegramAsync(WireWorld.TelegramModerator, "/announce 176");

        var outcome = await stage.PressTelegramAsync(WireWorld.TelegramModerator, preview, WireButtons.Data(preview, "Post now"));

        Assert.Equal("2002", preview.ChatId);
        Assert.Equal(["Post now", "Cancel"], WireButtons.Actions(preview));
        Assert.Equal((RecordKinds.MessageEdited, preview.MessageId), (outcome.Kind, outcome.MessageId));
        Assert.Contains("discord-announcements: posted", outcome.Text!, StringComparison.Ordinal);
        Assert.Empty(WireButtons.Actions(outcome));
        AssertPostedOnce(stage);
        Assert.Single(stage.Record.OfKind(RecordKinds.CallbackAnswered));
    }

    [Fact]
    public async Task An_order_given_in_the_group_is_previewed_in_the_askers_private_chat_and_carried_out()
    {
        await using var stage = await WireStage.StartAsync();

        var preview = await stage.AskTelegramAsync(WireWorld.TelegramModerator, "/announce 176", WireWorld.Group);
        var outcome = await stage.PressTelegramAsync(WireWorld.TelegramModerator, preview, WireButtons.Data(preview, "Post now"));

        Assert.Equal("2002", preview.ChatId);
        Assert.Equal("2002", outcome.ChatId);
        AssertPostedOnce(stage);
    }

    [Fact]
    public async Task Whoever_never_opened_a_private_chat_is_led_there_and_can_order_then()
    {
        await using var stage = await WireStage.StartAsync();

        var invitation = await stage.AskTelegramAsync(WireWorld.TelegramAdmin, "/announce 176", WireWorld.Group);
        var preview = await stage.AskTelegramAsync(WireWorld.TelegramAdmin, "/announce 176");
        await stage.PressTelegramAsync(WireWorld.TelegramAdmin, preview, WireButtons.Data(preview, "Post now"));

        Assert.Equal("-1002000000001", invitation.ChatId);
        Assert.Equal("https://t.me/bothost_bot", WireButtons.Url(invitation, "Open a private chat"));
        Assert.DoesNotContain("Chinese Immigration", invitation.Text!, StringComparison.Ordinal);
        AssertPostedOnce(stage);
    }

    [Fact]
    public async Task The_schedule_does_not_repeat_what_was_ordered()
    {
        await using var stage = await WireStage.StartAsync();
        var preview = await stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        await stage.PressDiscordAsync(WireWorld.Moderator, preview.MessageId!, WireButtons.Data(preview, "Post now"));
        await stage.StopBotAsync();

        // An hour before the announcement would be due; then on to the next step, two weeks later.
        await stage.StartBotAsync(new Dictionary<string, string?> { ["Clock:Start"] = "2026-12-30T00:00:00Z", ["Clock:Pace"] = "0.3" });
        await stage.Record.WaitUntilAsync(all => all.Count(entry => entry.Text is { } text && OneWeekBefore.Any(opening => text.StartsWith(opening, StringComparison.Ordinal))) == 2, Cancel).InTime();

        var announcements = stage.Posts().Where(post => Sample.IsPoster(post)
            || post.Text!.StartsWith(post.Platform == "discord" ? DiscordPost : TelegramPost, StringComparison.Ordinal));
        Assert.Equal(BothChannels, announcements.Select(Place).Order(StringComparer.Ordinal));
    }

    private static void AssertPostedOnce(WireStage stage)
    {
        var posts = stage.Posts();
        Assert.Equal(BothChannels, posts.Select(Place).Order(StringComparer.Ordinal));
        Assert.Contains(posts, post => post.Text!.StartsWith(DiscordPost, StringComparison.Ordinal));
        Assert.Contains(posts, post => post.Text!.StartsWith(TelegramPost, StringComparison.Ordinal));
        Assert.All(posts, post => Assert.Empty(post.Pings));
    }

    private static string Place(RecordEntry post) => $"{post.Platform}:{post.ChatId}";
}
