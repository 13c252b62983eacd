using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>
/// A rig whose moderators have a chat on each platform. Posts and reports are told apart by where they go; what a post says is its body.
/// The sample talk starts on 20 January 2027, 10:00 UTC; it is announced on 30 December, 01:00 UTC.
/// </summary>
internal sealed class ReportStage : IAsyncDisposable
{
    public static readonly Instant Announce = Instant.FromUtc(2026, 12, 30, 1, 0);

    private const string Chat = "77";

    private readonly TemporaryFolder _folder = new();
    private readonly Lock _gate = new();
    private readonly List<(string Place, string Text)> _taken = [];
    private DeliveryRig? _rig;

    public ReportStage()
    {
        foreach (var platform in (RecordingPlatform[])[Discord, Telegram])
        {
            platform.Words = post => PlainText.Of(post.Body, "en");
            platform.Answer = order => Answer(platform, order);
        }
    }

    public ManualClock Clock { get; } = new(Announce - Duration.FromHours(1));

    public ManualTimeProvider Machine { get; } = new();

    public RecordingPlatform Discord { get; } = new("discord");

    public RecordingPlatform Telegram { get; } = new("telegram");

    public DeliveryRig Rig => _rig!;

    /// <summary>What becomes of a message to the channels for members, by platform; nothing: it is taken.</summary>
    public Dictionary<string, Outcome> Faults { get; } = [];

    /// <summary>What becomes of a report, by platform; nothing: it is taken.</summary>
    public Dictionary<string, Outcome> ReportFaults { get; } = [];

    /// <summary>What members got, as <c>discord</c> or <c>telegram</c>, by name: the two are sent at the same time.</summary>
    public IReadOnlyList<string> Posts =>
        [.. Taken.Where(message => !message.Place.EndsWith(Chat, StringComparison.Ordinal)).Select(message => message.Place.Split(':')[0]).Order(StringComparer.Ordinal)];

    /// <summary>What the moderators' chat on a platform got.</summary>
    public IReadOnlyList<string> ReportsOn(string platform) => [.. Taken.Where(message => message.Place == $"{platform}:{Chat}").Select(message => message.Text)];

    private List<(string Place, string Text)> Taken
    {
        get
        {
            lock (_gate)
            {
                return [.. _taken];
            }
        }
    }

    public static CatalogueBuilder Catalogue(params TalkBuilder[] talks) => new CatalogueBuilder().With(talks).Change(catalogue => catalogue with
    {
        Moderators = [.. catalogue.Moderators.Select(rules => rules with { ReportTo = new ChannelAddress(rules.Platform, Chat) })],
    });

    /// <summary>A process's start; one that runs is killed first: whatever it did not write down is lost.</summary>
    public async Task StartAsync(CatalogueBuilder catalogue)
    {
        if (_rig is { } before)
        {
            await before.DisposeAsync();
        }

        _rig = await DeliveryRig.StartAsync(_folder, catalogue.Build(), Clock, Machine, TestContext.Current.CancellationToken, Discord, Telegram);
    }

    public Task PassAsync() => Rig.PassAsync(TestContext.Current.CancellationToken);

    /// <summary>Presses a button of the last report on Discord that has it, as its moderator.</summary>
    public Task<Reply> PressAsync(string label) => PressAsync(Discord.AllActions.Last(button => button.Label == label));

    public Task<Reply> PressAsync(ActionButton button)
    {
        var moderator = new CommandAuthor(CatalogueBuilder.Discord, CatalogueBuilder.DiscordModerator, "Noor", [], []);
        return Rig.Router.AnswerAsync(
            new IncomingCommand(button.Verb, ImmutableDictionary<string, string>.Empty, moderator, new CommandPlace(null, Chat), "en", button.Row),
            TestContext.Current.CancellationToken);
    }

    /// <summary>The process ends, and the ledger's file is copied, or the copy is put in its place.</summary>
    public async Task StopAsync(Action<string, string> handle)
    {
        await Rig.DisposeAsync();
        _rig = null;
        handle(Path.Combine(_folder["data"], "bothost.db"), _folder["copy"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_rig is { } rig)
        {
            await rig.DisposeAsync();
        }

        _folder.Dispose();
    }

    private Outcome Answer(RecordingPlatform platform, SendOrder order)
    {
        var faults = order.Target.Id == Chat ? ReportFaults : Faults;
        if (faults.TryGetValue(platform.Id.Value, out var fault))
        {
            return fault;
        }

        lock (_gate)
        {
            _taken.Add((order.Target.ToString(), order.Payload));
        }

        return new Outcome.Sent(platform.Take(order));
    }
}
