using System.Globalization;
using System.Text.Json;
using BotHost.Sandbox;
using BotHost.Scheduling;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Specifications;

/// <summary>The sample between two of its steps: one talk is announced by order, as its own time has passed before the bot first ran.</summary>
public sealed class RequestsOfConversationsTests
{
    private const string Member = "920000000000000003";
    private const string Moderator = "920000000000000002";
    private const long TelegramMember = 2003;
    private const long TelegramModerator = 2002;
    private const long TelegramGroup = -1002000000001;
    private const string SendMessage = "sendMessage";
    private const string FollowUp = "POST /webhooks/{application}/{token}";

    private static readonly RehearsalOptions Standing = new() { Start = Instant.FromUtc(2027, 1, 1, 0, 0), Speed = 1 };

    private static readonly string[] Questions = ["/next", "/talks", "/talk 176", "/talk nothing like this", "/speaker Tama Hoshino", "/links", "/help"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 180_000)]
    public async Task Every_request_of_commands_presses_and_completions_on_Discord_keeps_to_the_description()
    {
        // Where the description is missing, this is skipped before anything is played.
        _ = SpecificationFiles.Discord;
        await using var bot = await BotOnSandbox.StartAsync(Standing, decorate: null, Cancel);
        var server = bot.Server;

        foreach (var question in Questions)
        {
            server.UseDiscordCommand(Sample.DiscordChannel, Member, question);
        }

        server.UseDiscordCommand(Sample.DiscordChannel, Moderator, "/announce 176");
        var completions = 0;
        foreach (var typed in (string[])["/talk talk:17", "/speaker name:t", "/links talk:", "/announce talk:night"])
        {
            completions += (await server.AutocompleteDiscordAsync(Sample.DiscordChannel, Moderator, typed, Cancel)).Count;
        }

        var preview = await bot.Record.WaitForAsync(entry => ButtonsOnDiscord(entry).Count == 2, Cancel);
        server.PressDiscord(preview.MessageId!, ButtonsOnDiscord(preview)[0], Moderator);
        await bot.Record.WaitForAsync(entry => entry.Kind == RecordKinds.InteractionEdited, Cancel);
        await bot.Record.WaitUntilAsync(entries => entries.Count(entry => entry.Kind == RecordKinds.InteractionReply) == Questions.Length + 1 + 4, Cancel);

        Assert.True(completions > 0);
        RequestJudge.ApproveAll(bot.Record);
        Assert.Equal(
            [
                "discord GET /gateway",
                "discord GET /gateway/bot",
                "discord POST /channels/{channel}/messages",
                "discord POST /interactions/{interaction}/{token}/callback",
                "discord POST /users/@me/channels",
                "discord PUT /applications/{application}/commands",
            ],
            RequestJudge.RoutesOf(bot.Record).Where(IsOnDiscord));
    }

    [Fact(Timeout = 180_000)]
    public async Task Every_request_of_an_answer_that_takes_its_time_on_Discord_keeps_to_the_description()
    {
        // Where the description is missing, this is skipped before anything is played.
        _ = SpecificationFiles.Discord;
        await using var bot = await BotOnSandbox.StartAsync(Standing, (router, record) => new PatientRouter(router, record), Cancel);
        var server = bot.Server;

        server.UseDiscordCommand(Sample.DiscordChannel, Member, "/next");
        server.UseDiscordCommand(Sample.DiscordChannel, Member, "/talk nothing like this");
        server.UseDiscordCommand(Sample.DiscordChannel, Moderator, "/announce 176");
        var preview = await bot.Record.WaitForAsync(entry => ButtonsOnDiscord(entry).Count == 2, Cancel);

        // Both at once: the first decides, the second is told so in a message of its own.
        server.PressDiscord(preview.MessageId!, ButtonsOnDiscord(preview)[1], Moderator);
        server.PressDiscord(preview.MessageId!, ButtonsOnDiscord(preview)[0], Moderator);
        await bot.Record.WaitUntilAsync(entries => entries.Count(entry => entry is { Kind: RecordKinds.Request, Route: FollowUp }) == 2, Cancel);

        RequestJudge.ApproveAll(bot.Record);
        Assert.Superset(
            new HashSet<string>
            {
                "discord DELETE /webhooks/{application}/{token}/messages/@original",
                "discord PATCH /webhooks/{application}/{token}/messages/@original",
                "discord POST /webhooks/{application}/{token}",
            },
            RequestJudge.RoutesOf(bot.Record).ToHashSet());
    }

    [Fact(Timeout = 180_000)]
    public async Task Every_request_of_commands_and_presses_on_Telegram_keeps_to_the_description()
    {
        // Where the description is missing, this is skipped before anything is played.
        _ = SpecificationFiles.Telegram;
        await using var bot = await BotOnSandbox.StartAsync(Standing, decorate: null, Cancel);
        var server = bot.Server;

        // The bot speaks once per second in a chat, so the questions are spread over three.
        (long Chat, long User)[] places = [(TelegramMember, TelegramMember), (TelegramGroup, TelegramMember), (TelegramModerator, TelegramModerator)];
        foreach (var (index, question) in Questions.Index())
        {
            server.WriteTelegram(places[index % places.Length].Chat, places[index % places.Length].User, question);
        }

        server.WriteTelegram(TelegramModerator, TelegramModerator, "/announce 177");
        server.WriteTelegram(TelegramGroup, TelegramMember, "/announce 177");
        var preview = await bot.Record.WaitForAsync(entry => ButtonsOnTelegram(entry).Count == 2, Cancel);
        server.PressTelegram(TelegramModerator, long.Parse(preview.MessageId!, CultureInfo.InvariantCulture), ButtonsOnTelegram(preview)[0], TelegramModerator);
        await bot.Record.WaitForAsync(entry => entry is { Platform: "telegram", Kind: RecordKinds.MessageEdited }, Cancel);
        await bot.Record.WaitUntilAsync(entries => entries.Count(entry => entry is { Kind: RecordKinds.Request, Route: SendMessage }) >= Questions.Length + 3, Cancel);

        RequestJudge.ApproveAll(bot.Record);
        Assert.Equal(
            [
                "telegram answerCallbackQuery",
                "telegram editMessageText",
                "telegram getChat",
                "telegram getChatMember",
                "telegram getMe",
                "telegram getUpdates",
                "telegram sendMessage",
                "telegram setMyCommands",
            ],
            RequestJudge.RoutesOf(bot.Record).Where(route => !IsOnDiscord(route)));
    }

    private static bool IsOnDiscord(string route) => route.StartsWith("discord ", StringComparison.Ordinal);

    /// <summary>The ids of the buttons that a request of the bot put below an answer.</summary>
    private static List<string> ButtonsOnDiscord(RecordEntry entry) => entry is { Platform: "discord", MessageId: not null, Payload: { } body }
        ? [.. Find(body, "custom_id")]
        : [];

    private static List<string> ButtonsOnTelegram(RecordEntry entry) =>
        entry is { Platform: "telegram", Kind: RecordKinds.MessageCreated, Payload: { } body } ? [.. Find(body, "callback_data")] : [];

    private static IEnumerable<string> Find(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property =>
            property.Name == name ? [property.Value.GetString()!] : Find(property.Value, name)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Find(item, name)),
        _ => [],
    };
}
