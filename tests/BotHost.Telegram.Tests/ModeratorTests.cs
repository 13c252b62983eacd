using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace BotHost.Telegram.Tests;

public class ModeratorTests
{
    private static readonly PlatformId Telegram = new("telegram");

    /// <summary>5 is listed; -100 lets its administrators moderate and 6 is one; -300 is named without that; 7 owns -200, which nobody named; -400 is only where reports go.</summary>
    private static readonly ModeratorRules Rules = new(
        Telegram,
        ["5"],
        [new ModeratorPlace("-100", [], [], AdminsModerate: true), new ModeratorPlace("-300", [], [], AdminsModerate: false)])
    {
        ReportTo = new ChannelAddress(Telegram, "-400"),
    };

    [Theory]
    [InlineData("a listed person in a private chat", "5", null, false, true)]
    [InlineData("a listed person in a named chat", "5", "-300", false, true)]
    [InlineData("a listed person in somebody else's chat", "5", "-200", false, false)]
    [InlineData("an administrator in their named chat", "6", "-100", false, true)]
    [InlineData("an administrator of a named chat, in private", "6", null, false, true)]
    [InlineData("an administrator of a named chat, in another named one", "6", "-300", false, false)]
    [InlineData("the owner of a chat that nobody named", "7", "-200", false, false)]
    [InlineData("the owner of a chat that nobody named, in private", "7", null, false, false)]
    [InlineData("the owner of a named chat whose administrators do not moderate", "7", "-300", false, false)]
    [InlineData("an anonymous administrator of a named chat", "1087968824", "-100", true, true)]
    [InlineData("an anonymous administrator where administrators do not moderate", "1087968824", "-300", true, false)]
    [InlineData("an anonymous administrator of somebody else's chat", "1087968824", "-200", true, false)]
    [InlineData("a member of a named chat", "8", "-100", false, false)]
    [InlineData("a stranger in private", "9", null, false, false)]
    [InlineData("a listed person where reports go", "5", "-400", false, true)]
    [InlineData("a stranger where reports go", "9", "-400", false, false)]
    [InlineData("an administrator where reports go", "6", "-400", false, false)]
    [InlineData("an anonymous administrator where reports go", "1087968824", "-400", true, false)]
    public async Task Rights_count_where_the_config_says_so(string row, string user, string? place, bool anonymous, bool expected)
    {
        Assert.NotEmpty(row);
        await using var stage = await BotStage.OpenAsync();
        ScriptMembers(stage);

        var answer = await stage.Platform.IsModeratorAsync(
            Author(user, anonymous), new CommandPlace(place, place ?? user), Rules, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer);
        Assert.All(stage.Calls, call => Assert.Equal(-100, call.Body["chat_id"]!.GetValue<long>()));
    }

    [Fact]
    public async Task An_answer_is_remembered_for_a_minute()
    {
        await using var stage = await BotStage.OpenAsync();
        ScriptMembers(stage);

        for (var press = 0; press < 3; press++)
        {
            await stage.Platform.IsModeratorAsync(Author("6"), new CommandPlace("-100", "-100"), Rules, TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, stage.CountOf("getChatMember"));
        stage.Time.Advance(TimeSpan.FromMinutes(1));
        await stage.Platform.IsModeratorAsync(Author("6"), new CommandPlace("-100", "-100"), Rules, TestContext.Current.CancellationToken);
        Assert.Equal(2, stage.CountOf("getChatMember"));
    }

    [Fact]
    public async Task Where_the_platform_does_not_say_nobody_moderates_and_the_log_tells()
    {
        await using var stage = await BotStage.OpenAsync();
        stage.Answer("getChatMember", """{"ok":false,"error_code":400,"description":"Bad Request: member list is inaccessible"}""", 400);

        var answer = await stage.Platform.IsModeratorAsync(
            Author("6"), new CommandPlace("-100", "-100"), Rules, TestContext.Current.CancellationToken);

        Assert.False(answer);
        Assert.Contains(stage.Logs.Lines, line => line.Level == LogLevel.Warning && line.Text.Contains("member list is inaccessible", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_may_be_named_by_its_public_name()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        stage.Deliver(stage.Command(41, "/next", chat: -100, type: "supergroup").Replace("\"type\":\"supergroup\"", "\"type\":\"supergroup\",\"username\":\"Harbour\"", StringComparison.Ordinal));
        await stage.NextAsync("sendMessage");
        var rules = new ModeratorRules(Telegram, ["5"], [new ModeratorPlace("@harbour", [], [], AdminsModerate: false)]);

        Assert.True(await stage.Platform.IsModeratorAsync(Author("5"), new CommandPlace("-100", "-100"), rules, TestContext.Current.CancellationToken));
        Assert.False(await stage.Platform.IsModeratorAsync(Author("5"), new CommandPlace("-101", "-101"), rules, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_group_where_reports_go_may_be_named_by_its_public_name()
    {
        await using var stage = await BotStage.OpenAsync();
        await stage.StartAsync();
        stage.Deliver(stage.Command(41, "/next", chat: -100, type: "supergroup").Replace("\"type\":\"supergroup\"", "\"type\":\"supergroup\",\"username\":\"Harbour\"", StringComparison.Ordinal));
        await stage.NextAsync("sendMessage");
        var rules = new ModeratorRules(Telegram, ["5"], []) { ReportTo = new ChannelAddress(Telegram, "@harbour") };

        Assert.True(await stage.Platform.IsModeratorAsync(Author("5"), new CommandPlace("-100", "-100"), rules, TestContext.Current.CancellationToken));
        Assert.False(await stage.Platform.IsModeratorAsync(Author("9"), new CommandPlace("-100", "-100"), rules, TestContext.Current.CancellationToken));
        Assert.False(await stage.Platform.IsModeratorAsync(Author("5"), new CommandPlace("-101", "-101"), rules, TestContext.Current.CancellationToken));
    }

    /// <summary>The listed user, the chat whose administrators moderate, where reports go, and whether nobody could press there.</summary>
    public static TheoryData<string, string?, string, string, bool> ReportChats => new()
    {
        { "a listed user presses anywhere", "5", "-100", "-400", false },
        { "administrators press in their own chat", null, "-100", "-100", false },
        { "nobody presses in another one", null, "-100", "-400", true },
        { "a name and a number may be one chat's", null, "@harbour", "-400", false },
        { "names are the same in any case", null, "@harbour", "@Harbour", false },
        { "two names are two chats", null, "@harbour", "@other_harbour", true },
        { "in a private chat its person presses", null, "-100", "6", false },
    };

    [Theory]
    [MemberData(nameof(ReportChats))]
    public void A_report_chat_in_which_nobody_may_press_is_found(string row, string? user, string place, string reportTo, bool isFound)
    {
        var rules = new ModeratorRules(Telegram, user is null ? [] : [user], [new ModeratorPlace(place, [], [], AdminsModerate: true)])
        {
            ReportTo = new ChannelAddress(Telegram, reportTo),
        };

        var found = new TelegramModeratorRule().Check(Catalogue() with { Moderators = [rules] }).Select(finding => (finding.Rule, finding.Severity));

        Assert.True(found.SequenceEqual(isFound ? [("telegram-report-chat", Severity.Warning)] : []), row);
    }

    [Theory]
    [InlineData("-1001234567890", false)]
    [InlineData("@harbour_mods", false)]
    [InlineData("6", false)]
    [InlineData("mods", true)]
    [InlineData("-0100", true)]
    public void A_report_chat_that_is_none_is_found(string reportTo, bool isFound)
    {
        var rules = new ModeratorRules(Telegram, ["5"], []) { ReportTo = new ChannelAddress(Telegram, reportTo) };

        var found = new TelegramModeratorRule().Check(Catalogue() with { Moderators = [rules] }).Select(finding => (finding.Rule, finding.Severity));

        Assert.Equal(isFound ? [("telegram-moderators", Severity.Error)] : [], found);
    }

    public static TheoryData<string, string, string?, string?, string?> Channels => new()
    {
        { "a supergroup", "-1001234567890", null, null, null },
        { "a topic", "-1001234567890", "17", null, null },
        { "a public channel", "@harbour_talks", null, "user:@harbour_host", null },
        { "a person", "5", null, null, null },
        { "words", "harbour talks", null, null, "telegram-address" },
        { "a name that is too short", "@abc", null, null, "telegram-address" },
        { "a number written oddly", "-0100", null, null, "telegram-address" },
        { "zero", "0", null, null, "telegram-address" },
        { "the general topic", "-100", "1", null, "telegram-thread" },
        { "a topic by name", "-100", "news", null, "telegram-thread" },
        { "another platform's mention", "-100", null, "everyone", "telegram-mention" },
        { "a mention by number", "-100", null, "user:12345", "telegram-mention" },
    };

    [Theory]
    [MemberData(nameof(Channels))]
    public void A_channel_that_cannot_be_reached_is_found(string row, string id, string? thread, string? mention, string? expected)
    {
        Assert.NotEmpty(row);
        var channel = new Channel
        {
            Id = new ChannelId("main"),
            Address = new ChannelAddress(Telegram, id, thread),
            Languages = ["en"],
            Mention = mention,
            Source = new SourceSpan("bothost.yaml", 3, 5),
        };

        var findings = new TelegramChannelRule().Check(Catalogue() with { Channels = [channel] }).ToList();

        Assert.Equal(expected, findings.SingleOrDefault()?.Rule);
    }

    [Fact]
    public void Moderators_that_the_platform_cannot_recognise_are_found()
    {
        var rules = new ModeratorRules(
            Telegram,
            ["5", "@ines", "1087968824"],
            [new ModeratorPlace("-100", [], [], true), new ModeratorPlace("here", [], [], true), new ModeratorPlace("@harbour", ["9"], [], true)]);

        var findings = new TelegramModeratorRule().Check(Catalogue() with { Moderators = [rules] }).Select(finding => finding.Severity);

        Assert.Equal([Severity.Error, Severity.Error, Severity.Error, Severity.Warning], findings);
    }

    private static TalkCatalogue Catalogue() => new() { Community = new Community("Harbour", DateTimeZone.Utc, ["en"]) };

    private static CommandAuthor Author(string user, bool anonymous = false) =>
        new(Telegram, user, "Ines", [], anonymous ? ["anonymous_administrator"] : []);

    private static void ScriptMembers(BotStage stage) => stage.On("getChatMember", async (context, body) =>
    {
        var status = body["user_id"]!.GetValue<long>() == 6 ? "administrator" : "member";
        await context.Response.WriteAsync($$"""{"ok":true,"result":{"status":"{{status}}","user":{"id":1,"is_bot":false,"first_name":"x" } } }""");
    });
}
