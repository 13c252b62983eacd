using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>Rights count only where the config says so; whoever has none is told so in private, and nothing is posted.</summary>
public sealed class RefusalsOnTheWireTests(ListeningBot bot) : IClassFixture<ListeningBot>
{
    private const string Refusal = "Only moderators may do this";
    private const string NotHere = "this place is not one that the config names, so nobody's rights in it count, not even its owner's";

    private WireStage Stage => bot.Stage;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(WireWorld.ForeignOwner)]
    [InlineData(WireWorld.Moderator)]
    public async Task In_a_server_that_the_config_does_not_name_nobody_orders_not_even_its_owner(string user)
    {
        var answer = await Stage.AskDiscordAsync(user, "/announce 176", WireWorld.ForeignChannel);

        Assert.Equal(user, answer.VisibleTo);
        Assert.StartsWith(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.Contains(NotHere, answer.Text!, StringComparison.Ordinal);
        AssertNothing(answer);
    }

    [Theory]
    [InlineData(WireWorld.TelegramForeignOwner)]
    [InlineData(WireWorld.TelegramModerator)]
    public async Task In_a_group_that_the_config_does_not_name_nobody_orders_not_even_its_owner(long user)
    {
        var answer = await Stage.AskTelegramAsync(user, "/announce 176", WireWorld.ForeignGroup);

        Assert.Equal(user.ToString(CultureInfo.InvariantCulture), answer.ChatId);
        Assert.StartsWith(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.Contains(NotHere, answer.Text!, StringComparison.Ordinal);
        AssertNothing(answer);
    }

    [Theory]
    [InlineData(WireWorld.TelegramMember, WireWorld.Group)]
    [InlineData(WireWorld.TelegramMember, WireWorld.TelegramMember)]
    [InlineData(WireWorld.TelegramForeignOwner, WireWorld.TelegramForeignOwner)]
    public async Task Whoever_is_no_moderator_is_refused_on_Telegram_in_the_group_and_in_private(long user, long chat)
    {
        var answer = await Stage.AskTelegramAsync(user, "/announce 176", chat);

        Assert.Equal(user.ToString(CultureInfo.InvariantCulture), answer.ChatId);
        Assert.StartsWith(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.Contains($"your user id is {user}", answer.Text!, StringComparison.Ordinal);
        AssertNothing(answer);
    }

    [Fact]
    public void Discord_does_not_even_offer_the_order_to_a_member()
    {
        var refused = Assert.Throws<ControlRefusedException>(() => Stage.Platforms.UseDiscordCommand(WireWorld.Channel, WireWorld.Member, "/announce 176"));

        Assert.Contains("a permission is missing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_to_whom_Discord_offers_the_order_is_refused_by_the_bot()
    {
        // A server may offer any command to anybody; here its managers see it, and the config counts only a role that they do not have.
        await using var stage = await WireStage.StartAsync(config => config.Replace("permissions: [manage_guild]", "roles: [\"930000000000000042\"]", StringComparison.Ordinal));

        var answer = await stage.AskDiscordAsync(WireWorld.Manager, "/announce 176");

        Assert.Equal(WireWorld.Manager, answer.VisibleTo);
        Assert.StartsWith(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.Empty(WireButtons.Actions(answer));
        Assert.Empty(stage.Posts());
    }

    [Fact]
    public async Task On_Discord_nobody_presses_what_only_the_moderator_sees()
    {
        var preview = await Stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");

        Assert.Throws<ControlRefusedException>(() => Stage.Platforms.PressDiscord(preview.MessageId!, WireButtons.Data(preview, "Post now"), WireWorld.Member));

        AssertNothing();
    }

    [Theory]
    [InlineData(WireWorld.Member, WireWorld.Channel)]
    [InlineData(WireWorld.ForeignOwner, WireWorld.ForeignChannel)]
    public async Task A_forged_press_on_Discord_is_refused_in_private_and_leaves_the_question_open(string user, string channel)
    {
        var preview = await Stage.AskDiscordAsync(WireWorld.Moderator, "/announce 176");
        var data = WireButtons.Data(preview, "Post now");
        var copy = await PlantOnDiscordAsync(channel, data);
        var planted = Stage.Posts().Count;

        var answer = await Stage.PressDiscordAsync(user, copy, data, channel);
        var cancelled = await Stage.PressDiscordAsync(WireWorld.Moderator, preview.MessageId!, WireButtons.Data(preview, "Cancel"));

        Assert.Equal(user, answer.VisibleTo);
        Assert.StartsWith(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.Equal("Cancelled: nothing was posted.", cancelled.Text);
        Assert.Equal(planted, Stage.Posts().Count);
    }

    [Theory]
    [InlineData(WireWorld.TelegramMember, WireWorld.Group)]
    [InlineData(WireWorld.TelegramMember, WireWorld.TelegramMember)]
    [InlineData(WireWorld.TelegramForeignOwner, WireWorld.ForeignGroup)]
    public async Task A_forged_press_on_Telegram_is_refused_in_private_and_leaves_the_question_open(long user, long chat)
    {
        var preview = await Stage.AskTelegramAsync(WireWorld.TelegramModerator, "/announce 176");
        var data = WireButtons.Data(preview, "Post now");
        var copy = await PlantOnTelegramAsync(chat, data);
        var planted = Stage.Posts().Count;

        var answer = await Stage.PressTelegramAsync(user, copy, data);
        var cancelled = await Stage.PressTelegramAsync(WireWorld.TelegramModerator, preview, WireButtons.Data(preview, "Cancel"));

        Assert.Equal(user.ToString(CultureInfo.InvariantCulture), answer.ChatId);
        Assert.StartsWith(Refusal, answer.Text, StringComparison.Ordinal);
        Assert.Equal("Cancelled: nothing was posted.", cancelled.Text);
        Assert.Equal(planted, Stage.Posts().Count);
    }

    private void AssertNothing(RecordEntry? answer = null)
    {
        Assert.DoesNotContain(Stage.Posts(), post => post.Text!.Contains("Chinese Immigration", StringComparison.Ordinal));
        if (answer is not null)
        {
            Assert.Empty(WireButtons.Actions(answer));
            Assert.DoesNotContain("Chinese Immigration", answer.Text!, StringComparison.Ordinal);
        }
    }

    // A button as it would stand there if it had leaked: whoever forges a press can send no more than this one sends.
    private async Task<string> PlantOnDiscordAsync(string channel, string data)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bot", WireWorld.DiscordToken);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("DiscordBot (https://example.org, 1)");
        var answer = await http.PostAsJsonAsync(
            $"{Stage.Platforms.DiscordApiBaseUrl}/channels/{channel}/messages",
            new { content = "a leaked button", components = new[] { new { type = 1, components = new[] { new { type = 2, style = 1, label = "Post now", custom_id = data } } } } },
            Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["id"]!;
    }

    private async Task<RecordEntry> PlantOnTelegramAsync(long chat, string data)
    {
        using var http = new HttpClient();
        var before = Stage.Mark();
        await http.PostAsJsonAsync(
            $"{Stage.Platforms.TelegramApiBaseUrl}/bot{WireWorld.TelegramToken}/sendMessage",
            new { chat_id = chat, text = "a leaked button", reply_markup = new { inline_keyboard = new[] { new[] { new { text = "Post now", callback_data = data } } } } },
            Cancel);
        return Stage.Record.After(before).Single(entry => entry is { Kind: RecordKinds.MessageCreated, Text: "a leaked button" });
    }
}
