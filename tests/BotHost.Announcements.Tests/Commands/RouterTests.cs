using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Commands;

public sealed class RouterTests
{
    private const string MemberHelp =
        """
        # What I answer
        - `/next` · The next talk: when, where, who
        - `/talks` · All coming talks
        - `/talk <talk>` · Everything about one talk
        - `/speaker <name>` · Who a speaker is, and their talks
        - `/links [talk]` · The links of the next talk, or of another one
        - `/help` · What this bot answers
        """;

    [Fact]
    public void The_command_table_keeps_the_limits_of_menus()
    {
        Assert.Equal(["next", "talks", "talk", "speaker", "links", "help", "announce", "status"], CommandTable.All.Select(command => command.Name));
        Assert.All(CommandTable.All, command =>
        {
            Assert.Matches("^[a-z_]{1,32}$", command.Name);
            Assert.InRange(command.Description.Length, 1, 100);
            Assert.All(command.Options, option => Assert.InRange(option.Description.Length, 1, 100));
        });
        Assert.Equal(["announce", "status"], CommandTable.All.Where(command => command.ForModerators).Select(command => command.Name));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("HELP")]
    [InlineData("dance")]
    [InlineData("")]
    public async Task Help_answers_whoever_asks_for_it_or_for_what_is_not_there(string command)
    {
        using var stage = new CommandStage(new CatalogueBuilder());

        var reply = await stage.AskAsync(command);

        Assert.Equal(MemberHelp, AnswerText.Of(reply.Content));
        Assert.True(reply.Private);
    }

    [Fact]
    public async Task Help_lists_the_moderators_commands_for_moderators()
    {
        using var stage = new CommandStage(new CatalogueBuilder());

        var reply = await stage.AskAsModeratorAsync("help");

        Assert.Equal(
            MemberHelp + "\n*For moderators*\n- `/announce <talk>` · Preview a talk's announcement and post it now\n- `/status` · What comes next, and what is held, failed or unknown", AnswerText.Of(reply.Content));
    }

    [Fact]
    public async Task A_failure_is_answered_with_one_polite_sentence()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Discord.Failure = new InvalidOperationException("the inside of the machine");

        var reply = await stage.AskAsync("help");

        Assert.Equal(
            "Sorry, that did not work; the operator finds the reason in the log. Please try again in a moment.", AnswerText.Of(reply.Content));
        Assert.True(reply.Private);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_down_whoever_asks_or_presses_is_told_who_has_to_look()
    {
        using var stage = new CommandStage(new CatalogueBuilder());
        stage.Discord.Failure = new LedgerUnavailableException("The ledger /srv/data/bothost.db is gone: put it back.");

        var asked = await stage.AskAsync("status");
        var pressed = await stage.PressAsync(new ActionButton("hold-talk", 1, "Hold"));

        Assert.All([asked, pressed], reply =>
        {
            Assert.Equal(
                "Sorry, that did not work: the bot cannot write anything down at the moment. Whoever runs it has to look; its log says what is wrong and how to mend it.",
                AnswerText.Of(reply.Content));
            Assert.True(reply.Private);
        });
    }

    [Fact]
    public async Task A_button_of_an_unknown_verb_is_told_to_be_old()
    {
        using var stage = new CommandStage(new CatalogueBuilder());

        var reply = await stage.PressAsync(new ActionButton("next", 1, "Next"));

        Assert.Equal("This button belongs to an older message: please give the command again.", AnswerText.Of(reply.Content));
    }

    /// <summary>Command, option, what is typed, and the values that are offered.</summary>
    public static TheoryData<string, string, string, string[]> Completions => new()
    {
        { "talk", "talk", "", ["asian-talk-176", "over"] },
        { "talk", "talk", "imm", ["asian-talk-176"] },
        { "links", "talk", "17", ["asian-talk-176"] },
        { "announce", "talk", "", ["asian-talk-176", "over"] },
        { "announce", "talk", "hidden", [] },
        { "announce", "talk", "later", [] },
        { "speaker", "name", "", ["chang-che", "takehiro-masutomo"] },
        { "speaker", "name", "masu", ["takehiro-masutomo"] },
        { "speaker", "talk", "masu", [] },
        { "next", "talk", "imm", [] },
        { "dance", "talk", "imm", [] },
    };

    [Theory]
    [MemberData(nameof(Completions))]
    public void Arguments_are_completed_with_what_members_may_see(string command, string option, string typed, string[] values)
    {
        using var stage = new CommandStage(new CatalogueBuilder().With(
            new TalkBuilder().By(PersonBuilder.GuestId).By(PersonBuilder.InterviewerId),
            new TalkBuilder("over").At(2026, 5, 5, 19),
            new TalkBuilder("hidden").Is(TalkStatus.Draft).By("secret-guest"),
            new TalkBuilder("later-not-announced").ToBeAnnounced()));

        var suggestions = stage.Router.Suggest(command, option, typed);

        Assert.Equal(values, suggestions.Select(suggestion => suggestion.Value));
    }

    [Fact]
    public void Completions_are_at_most_25_and_their_labels_at_most_100_long()
    {
        var talks = Enumerable.Range(1, 30)
            .Select(day => new TalkBuilder($"talk-{day}").Titled(string.Concat(Enumerable.Repeat("👩‍👩‍👧 very long ", 20))).At(2027, 1, day, 23));
        using var stage = new CommandStage(new CatalogueBuilder().With([.. talks]));

        var suggestions = stage.Router.Suggest("talk", "talk", "very");

        Assert.Equal(25, suggestions.Count);
        Assert.All(suggestions, suggestion => Assert.InRange(suggestion.Label.Length, 50, 100));
        Assert.All(suggestions, suggestion => Assert.False(char.IsHighSurrogate(suggestion.Label[^2])));
    }
}
