using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Commands;

/// <summary>What members ask, through both wires; the facts are copied by hand from the sample's files. It is 29 December 2026.</summary>
public sealed class CommandsOnTheWireTests(ListeningBot bot) : IClassFixture<ListeningBot>
{
    private const string Book = "https://str.toyokeizai.net/books/9784492224243/";

    private WireStage Stage => bot.Stage;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Each row: the question on Discord, the same on Telegram, words of both answers, words of Discord's, words of Telegram's.</summary>
    public static TheoryData<string, string, string[], string[], string[]> Questions => new()
    {
        {
            "/next", "/next",
            [
                "Asian Talk 176: Chinese Immigration and Its Discontents", "an interview with Takehiro Masutomo", "Takehiro Masutomo (Guest), Chang Che (Interviewer)",
                "Also planned: Asian Talk 178: A Short History of Waiting (date to be announced, the venue has not confirmed an evening yet).",
            ],
            ["<t:1800439200:F>", "<t:1800439200:R>"],
            ["Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)"]
        },
        {
            "/talks", "/talks",
            [
                "Asian Talk 176: Chinese Immigration and Its Discontents", "asian-talk-176",
                "Asian Talk 177: The Night Ferries That Never Sailed", "asian-talk-177",
                "Asian Talk 178: A Short History of Waiting", "Date to be announced: the venue has not confirmed an evening yet",
            ],
            ["<t:1800439200:F>", "<t:1802860200:F>"],
            ["Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)", "Wednesday, 17 February 2027, 19:30 (Tokyo, UTC+9)"]
        },
        {
            "/talk talk:177", "/talk ferries",
            ["Asian Talk 177: The Night Ferries That Never Sailed", "Sample House, room 2", "1-2-3 Example Street, Tokyo", "Tama Hoshino (Guest)", "Three ferry lines were drawn"],
            ["<t:1802860200:F>", "https://example.org/slides/177"],
            ["Wednesday, 17 February 2027, 19:30 (Tokyo, UTC+9)"]
        },
        {
            "/speaker name:Masutomo", "/speaker Masutomo",
            [
                "Takehiro Masutomo", "Journalist and author; adjunct researcher at Waseda University", "Born in Fukuoka Prefecture in 1985",
                "Asian Talk 176: Chinese Immigration and Its Discontents",
            ],
            ["<t:1800439200:F>"],
            ["Wednesday, 20 January 2027, 19:00 (Tokyo, UTC+9)"]
        },
        {
            // The name under which the person file lists him as well, in small letters.
            "/speaker name:yudai masutomo", "/speaker yudai masutomo",
            ["Takehiro Masutomo", "Journalist and author; adjunct researcher at Waseda University"],
            [],
            []
        },
        {
            "/links", "/links",
            ["Asian Talk 176: Chinese Immigration and Its Discontents", "The book: Run Ri"],
            [$"({Book})"],
            []
        },
        {
            "/help", "/help",
            ["/next", "/talks", "/talk <talk>", "/speaker <name>", "/links [talk]", "/help"],
            [],
            []
        },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_member_is_answered_on_Discord(string question, string onTelegram, string[] facts, string[] onDiscord, string[] others)
    {
        _ = (onTelegram, others);

        var answer = await Stage.AskDiscordAsync(WireWorld.Member, question);

        Assert.All([.. facts, .. onDiscord], fact => Assert.Contains(fact, answer.Text!, StringComparison.Ordinal));
        Assert.Empty(answer.Pings);
        Assert.DoesNotContain("/announce", answer.Text!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_member_is_answered_on_Telegram(string onDiscord, string question, string[] facts, string[] others, string[] onTelegram)
    {
        _ = (onDiscord, others);

        var answer = await Stage.AskTelegramAsync(WireWorld.TelegramMember, question);

        Assert.All([.. facts, .. onTelegram], fact => Assert.Contains(fact, Visible(answer), StringComparison.Ordinal));
        Assert.Empty(answer.Pings);
    }

    [Fact]
    public async Task The_book_is_one_press_away_on_both_platforms()
    {
        var onDiscord = await Stage.AskDiscordAsync(WireWorld.Member, "/next");
        var onTelegram = await Stage.AskTelegramAsync(WireWorld.TelegramMember, "/next");
        var links = await Stage.AskTelegramAsync(WireWorld.TelegramMember, "/links");

        Assert.Equal(Book, WireButtons.Url(onDiscord, "The book: Run Ri"));
        Assert.Equal(Book, WireButtons.Url(onTelegram, "The book: Run Ri"));
        Assert.Contains(Book, links.Payload.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telegram_shows_the_start_in_each_readers_own_time()
    {
        var answer = await Stage.AskTelegramAsync(WireWorld.TelegramMember, "/next");

        var times = answer.Payload!.Value.GetProperty("entities").EnumerateArray()
            .Where(entity => entity.GetProperty("type").GetString() == "date_time")
            .Select(entity => entity.GetProperty("unix_time").GetInt64());
        Assert.All(times, time => Assert.Equal(1800439200, time));
        Assert.NotEmpty(times);
    }

    [Fact]
    public async Task Help_is_for_the_askers_eyes_and_everything_else_for_the_channel()
    {
        var help = await Stage.AskDiscordAsync(WireWorld.Member, "/help");
        var next = await Stage.AskDiscordAsync(WireWorld.Member, "/next");
        var helpInGroup = await Stage.AskTelegramAsync(WireWorld.TelegramMember, "/help", WireWorld.Group);

        Assert.Equal(WireWorld.Member, help.VisibleTo);
        Assert.Null(next.VisibleTo);
        Assert.Equal("2003", helpInGroup.ChatId);
    }

    [Fact]
    public async Task Typing_an_argument_offers_talks_and_people()
    {
        var talks = await Stage.Platforms.AutocompleteDiscordAsync(WireWorld.Channel, WireWorld.Member, "/talk talk:ferr", Cancel);
        var all = await Stage.Platforms.AutocompleteDiscordAsync(WireWorld.Channel, WireWorld.Member, "/links talk:", Cancel);
        var people = await Stage.Platforms.AutocompleteDiscordAsync(WireWorld.Channel, WireWorld.Member, "/speaker name:hosh", Cancel);

        Assert.Equal(["Asian Talk 177: The Night Ferries That Never Sailed=asian-talk-177"], talks.Select(Choice));
        Assert.Equal(["asian-talk-176", "asian-talk-177", "asian-talk-178"], all.Select(choice => (string)choice!["value"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["Tama Hoshino=tama-hoshino"], people.Select(Choice));

        static string Choice(System.Text.Json.Nodes.JsonNode? choice) => $"{choice!["name"]}={choice["value"]}";
    }

    [Fact]
    public async Task In_a_group_the_bot_answers_to_its_own_name_and_leaves_other_bots_alone()
    {
        var before = Stage.Mark();
        Stage.Platforms.WriteTelegram(WireWorld.Group, WireWorld.TelegramMember, "/next@otherbot");
        var answer = await Stage.AskTelegramAsync(WireWorld.TelegramMember, "/next@bothost_bot", WireWorld.Group);

        Assert.Equal(WireWorld.Group.ToString(System.Globalization.CultureInfo.InvariantCulture), answer.ChatId);
        Assert.Contains("Chinese Immigration and Its Discontents", answer.Text!, StringComparison.Ordinal);
        var sent = Stage.Record.After(before).Where(entry => entry is { Platform: "telegram", Kind: RecordKinds.MessageCreated });
        Assert.Equal([answer.Sequence], sent.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task In_a_private_chat_a_command_for_another_bot_is_ignored_although_it_arrives()
    {
        var before = Stage.Mark();
        Stage.Platforms.WriteTelegram(WireWorld.TelegramMember, WireWorld.TelegramMember, "/next@otherbot");
        var answer = await Stage.AskTelegramAsync(WireWorld.TelegramMember, "/links@bothost_bot");

        var sent = Stage.Record.After(before).Where(entry => entry is { Platform: "telegram", Kind: RecordKinds.MessageCreated });
        Assert.Equal([answer.Sequence], sent.Select(entry => entry.Sequence));
        Assert.Contains("The book: Run Ri", answer.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_fits_nobody_is_said_to_the_asker_alone()
    {
        var answer = await Stage.AskDiscordAsync(WireWorld.Member, "/speaker name:Zebra");

        Assert.StartsWith("I know no speaker by “Zebra”.", answer.Text, StringComparison.Ordinal);
        Assert.Equal(WireWorld.Member, answer.VisibleTo);
    }

    [Fact]
    public async Task Whoever_speaks_elsewhere_is_answered_as_well()
    {
        var answer = await Stage.AskDiscordAsync(WireWorld.ForeignOwner, "/next", WireWorld.ForeignChannel);

        Assert.Contains("Asian Talk 176: Chinese Immigration and Its Discontents", answer.Text!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_asked_puts_an_announcement_anywhere()
    {
        await Stage.AskDiscordAsync(WireWorld.Member, "/talks");

        Assert.Empty(Stage.Posts());
        Assert.DoesNotContain(Stage.Record.Entries, entry => entry.Kind is RecordKinds.Refused or RecordKinds.InteractionUnanswered);
    }

    // Marks that keep a client from making links of words stand between the letters, unseen.
    private static string Visible(RecordEntry entry) => entry.Text!.Replace("\u2060", "", StringComparison.Ordinal);
}
