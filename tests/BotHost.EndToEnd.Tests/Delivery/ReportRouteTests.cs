using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Reports;
using BotHost.Announcements.Texts;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>
/// Who gets a report, by which ways there are and what fails on them. <c>d</c> and <c>t</c> are the moderators' chats on Discord and Telegram,
/// <c>D</c> and <c>T</c> the private chats with the listed moderators.
/// </summary>
public sealed class ReportRouteTests : IDisposable
{
    private static readonly Dictionary<string, ChannelAddress> Places = new()
    {
        ["d"] = new(CatalogueBuilder.Discord, "77"),
        ["t"] = new(CatalogueBuilder.Telegram, "77"),
        ["D"] = new(CatalogueBuilder.Discord, "private"),
        ["T"] = new(CatalogueBuilder.Telegram, CatalogueBuilder.TelegramModerator),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Instant.FromUtc(2027, 1, 1, 0, 0));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord");
    private readonly RecordingPlatform _telegram = new("telegram");
    private readonly Dictionary<string, Outcome> _faults = [];
    private readonly List<string> _got = [];

    public ReportRouteTests()
    {
        _discord.Answer = order => Answer(_discord, order);
        _telegram.Answer = order => Answer(_telegram, order);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Outcome Bot => new Outcome.Rejected(RejectionScope.Bot, "bad token", "give another");

    private static Outcome Target => new Outcome.Rejected(RejectionScope.Target, "may not write there", "let it");

    private static Outcome Message => new Outcome.Rejected(RejectionScope.Message, "too odd", "shorten it");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("each configured chat gets it, and nobody in private", "d t", "D T", "", "d t", true)]
    [InlineData("one chat is enough", "d", "D T", "", "d", true)]
    [InlineData("one platform has no token, and the other's chat has it", "d t", "D T", "d:off", "t", true)]
    [InlineData("one platform refuses the bot, and the other's chat has it", "d t", "D T", "d:bot", "t", true)]
    [InlineData("one chat does not take it, and the other one does", "d t", "D T", "d:target", "t", true)]
    [InlineData("without a chat the users of every platform get it", "", "D T", "", "D T", true)]
    [InlineData("the only chat's platform has no token, so the users who can be reached get it", "d", "D T", "d:off", "T", true)]
    [InlineData("the only chat's platform refuses the bot, so the users of the other get it", "d", "D T", "d:bot", "T", true)]
    [InlineData("the only chat does not take the bot's messages, so all users get it", "d", "D T", "d:target", "D T", true)]
    [InlineData("the only chat refuses this message, so all users get it", "d", "D T", "d:message", "D T", true)]
    [InlineData("both chats fail, so all users get it", "d t", "D T", "d:target t:message", "D T", true)]
    [InlineData("a chat that came back is tried again, and nobody is written to in private meanwhile", "d", "D T", "d:unsent", "", false)]
    [InlineData("what a chat never answered may be there", "d", "D T", "d:unknown", "", true)]
    [InlineData("a user who never wrote to the bot is not reached", "", "T", "", "T", true)]
    [InlineData("a user who does not take it is not reached", "", "D T", "D:target", "T", true)]
    [InlineData("nobody can be reached", "", "", "", "", false)]
    [InlineData("nobody takes it", "d t", "D T", "d:target t:target D:target T:message", "", false)]
    [InlineData("neither platform has a token", "d t", "D T", "d:off t:off", "", false)]
    public async Task A_report_goes_to_the_chats_else_to_the_users_who_can_be_reached(
        string why, string chats, string open, string faults, string expected, bool isTold)
    {
        Break(faults);
        Open(open);
        await using var rig = await StartAsync(chats);

        var telling = await rig.Reports.TellAsync(Report(), Cancel);
        await rig.Reports.TellAsync(Report(), Cancel);

        Assert.True(expected == string.Join(' ', _got), $"{why}: {string.Join(' ', _got)}");
        Assert.Equal(isTold, telling.IsTold);
    }

    [Fact]
    public async Task What_nobody_could_be_told_stands_in_the_status_until_somebody_was_told()
    {
        await using var rig = await StartAsync("");
        await rig.Reports.TellAsync(Report(), Cancel);
        await rig.Reports.TellAsync(Report(), Cancel);
        var untold = rig.Untold.Lines;

        Open("T");
        _machine.Advance(PrivateChats.AskAgainAfter);
        await rig.Reports.TellAsync(Report(), Cancel);

        Assert.Equal(["something is wrong"], untold);
        Assert.Empty(rig.Untold.Lines);
        Assert.Equal(["T"], _got);
    }

    [Fact]
    public async Task What_nobody_tries_to_tell_any_more_leaves_the_status()
    {
        await using var rig = await StartAsync("");
        await rig.Reports.TellAsync(Report(), Cancel);

        _machine.Advance(UntoldReports.OutOfDateAfter);

        Assert.Empty(rig.Untold.Lines);
    }

    [Fact]
    public async Task A_report_that_came_back_is_tried_again_after_its_back_off_and_told_once_across_a_restart()
    {
        Break("d:unsent");
        Open("D T");
        await using (var first = await StartAsync("d"))
        {
            await first.Reports.TellAsync(Report(), Cancel);
            _faults.Clear();
            await first.Reports.TellAsync(Report(), Cancel);
            Assert.Empty(_got);
            Assert.Single(first.Reports.CollectWaiting());

            _machine.Advance(Retries.FirstDelay);
            await first.Reports.TellAsync(Report(), Cancel);
            Assert.Empty(first.Reports.CollectWaiting());
        }

        await using var rig = await StartAsync("d");
        await rig.Reports.TellAsync(Report(), Cancel);

        Assert.Equal(["d"], _got);
    }

    [Fact]
    public async Task What_was_told_in_private_is_told_in_the_chat_once_that_takes_it_and_nobody_hears_it_twice()
    {
        Break("d:target");
        Open("D T");
        await using var rig = await StartAsync("d");
        var first = await rig.Reports.TellAsync(Report(), Cancel);

        _faults.Clear();
        _machine.Advance(TargetBoard.TriedAgainAfter);
        var second = await rig.Reports.TellAsync(Report(), Cancel);
        await rig.Reports.TellAsync(Report(), Cancel);

        Assert.Equal((true, false), (first.IsTold, first.IsSettled));
        Assert.Equal((true, true), (second.IsTold, second.IsSettled));
        Assert.Equal(["D", "T", "d"], _got);
    }

    [Fact]
    public async Task A_chat_that_keeps_a_report_waiting_for_ten_minutes_is_gone_around_and_has_it_once_when_it_works_again()
    {
        Break("d:unsent");
        Open("D T");
        await using var rig = await StartAsync("d");
        await rig.Reports.TellAsync(Report(), Cancel);
        _machine.Advance(ReportRoute.LongestWait - TimeSpan.FromSeconds(1));
        await rig.Reports.TellAsync(Report(), Cancel);
        var early = _got.ToList();

        _machine.Advance(TimeSpan.FromSeconds(1));
        var inPrivate = await rig.Reports.TellAsync(Report(), Cancel);
        _faults.Clear();
        _machine.Advance(Retries.LongestDelay);
        var inTheChat = await rig.Reports.TellAsync(Report(), Cancel);
        await rig.Reports.TellAsync(Report(), Cancel);

        Assert.Empty(early);
        Assert.Equal((true, false), (inPrivate.IsTold, inPrivate.IsSettled));
        Assert.Equal((true, true), (inTheChat.IsTold, inTheChat.IsSettled));
        Assert.Equal(["D", "T", "d"], _got);
    }

    [Fact]
    public async Task While_one_chat_has_the_report_nobody_is_written_to_in_private_however_long_the_other_waits()
    {
        Break("d:unsent");
        Open("D T");
        await using var rig = await StartAsync("d t");
        await rig.Reports.TellAsync(Report(), Cancel);

        _machine.Advance(ReportRoute.LongestWait);
        await rig.Reports.TellAsync(Report(), Cancel);

        Assert.Equal(["t"], _got);
    }

    [Fact]
    public async Task What_waits_for_ten_minutes_and_reaches_nobody_in_private_either_stands_in_the_status()
    {
        Break("d:unsent");
        await using var rig = await StartAsync("d");
        await rig.Reports.TellAsync(Report(), Cancel);
        var early = rig.Untold.Lines;

        _machine.Advance(ReportRoute.LongestWait);
        await rig.Reports.TellAsync(Report(), Cancel);

        Assert.Empty(early);
        Assert.Equal(["something is wrong"], rig.Untold.Lines);
    }

    [Fact]
    public async Task What_was_decided_in_private_does_not_come_to_the_chat_any_more()
    {
        Break("d:unsent");
        Open("D");
        await using (var first = await StartAsync("d"))
        {
            await AskAsync(first);
            _machine.Advance(ReportRoute.LongestWait);
            await AskAsync(first);
            var button = _discord.LastActions.Single();
            await first.Router.AnswerAsync(
                new IncomingCommand(
                    button.Verb, ImmutableDictionary<string, string>.Empty, new CommandAuthor(CatalogueBuilder.Discord, CatalogueBuilder.DiscordModerator, "Noor", [], []),
                    new CommandPlace(null, "private"), "en", button.Row),
                Cancel);
            _faults.Clear();
            _machine.Advance(Retries.LongestDelay);
            Assert.Equal(new Telling(IsTold: true, IsSettled: true), await AskAsync(first));
        }

        await using var rig = await StartAsync("d");
        _machine.Advance(Retries.LongestDelay);
        await AskAsync(rig);

        Assert.Equal(["D"], _got);
    }

    private static Task<Telling> AskAsync(DeliveryRig rig) => rig.Questions.AskAsync(
        "posts", "test", "", "something is refused", "try-again", "", question => new Post
        {
            Lead = [new Inline.Text("?")],
            Body = RichText.Plain("?"),
            Actions = [new ActionButton("try-again", question, "Try again")],
        },
        Cancel);

    private static Report Report() => new("talk-1", "test", "", "something is wrong", _ => Task.FromResult(new Post { Lead = [new Inline.Text("!")], Body = RichText.Plain("!") }));

    private Task<DeliveryRig> StartAsync(string chats)
    {
        var moderated = new CatalogueBuilder().Change(catalogue => catalogue with
        {
            Moderators = [.. catalogue.Moderators.Select(rules => rules with { ReportTo = Chat(chats, rules.Platform) })],
        });
        return DeliveryRig.StartAsync(_folder, moderated.Build(), _clock, _machine, Cancel, _discord, _telegram);
    }

    private static ChannelAddress? Chat(string chats, PlatformId platform) =>
        chats.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Places[name]).FirstOrDefault(place => place.Platform == platform);

    private void Open(string names)
    {
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (platform, user) = name == "D" ? (_discord, CatalogueBuilder.DiscordModerator) : (_telegram, CatalogueBuilder.TelegramModerator);
            platform.PrivateChats[user] = Places[name];
        }
    }

    private void Break(string faults)
    {
        foreach (var fault in faults.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(fault => fault.Split(':')))
        {
            var place = fault[0];
            switch (fault[1])
            {
                case "off":
                    (place == "d" ? _discord : _telegram).Become(new PlatformState.NotConfigured("Token"));
                    break;
                case var kind:
                    _faults[place] = kind switch
                    {
                        "bot" => Bot,
                        "target" => Target,
                        "message" => Message,
                        "unsent" => new Outcome.NotSent("connection refused"),
                        _ => new Outcome.Unknown("timeout"),
                    };
                    break;
            }
        }
    }

    private Outcome Answer(RecordingPlatform platform, SendOrder order)
    {
        var place = Places.Single(entry => entry.Value == order.Target).Key;
        if (!_faults.TryGetValue(place, out var fault))
        {
            _got.Add(place);
            return new Outcome.Sent(platform.Take(order));
        }

        if (fault is Outcome.Rejected { Scope: RejectionScope.Bot } refused)
        {
            platform.Become(new PlatformState.Refused(refused.Reason, refused.Remedy));
        }

        return fault;
    }
}
