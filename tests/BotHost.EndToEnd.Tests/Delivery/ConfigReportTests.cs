using BotHost.Announcements.Delivery;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using BotHost.TestKit.Talks;
using NodaTime;

namespace BotHost.EndToEnd.Tests.Delivery;

/// <summary>What the moderators are told of the config, on a real ledger: once, whatever restarts there are.</summary>
public sealed class ConfigReportTests : IDisposable
{
    private const string NotInForce = "The edited config is not in force";
    private const string Right = "The config is right again";

    private static readonly IReadOnlyList<Finding> Errors = Findings(2);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Instant.FromUtc(2027, 1, 1, 0, 0));
    private readonly ManualTimeProvider _machine = new();
    private readonly RecordingPlatform _discord = new("discord");
    private readonly RecordingPlatform _telegram = new("telegram");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broken_edit_is_told_once_across_restarts_and_another_one_again()
    {
        await using (var first = await StartAsync())
        {
            Assert.True(await first.ConfigReports.TellRejectedAsync("one", Errors, Cancel));
            Assert.True(await first.ConfigReports.TellRejectedAsync("one", Errors, Cancel));
        }

        await using var rig = await StartAsync();
        Assert.True(await rig.ConfigReports.TellRejectedAsync("one", Errors, Cancel));
        Assert.True(await rig.ConfigReports.TellRejectedAsync("two", Errors, Cancel));

        Assert.Equal([NotInForce, NotInForce], _discord.Taken);
        Assert.Equal([NotInForce, NotInForce], _telegram.Taken);
    }

    [Fact]
    public async Task Mending_is_told_once_and_only_to_those_who_heard_of_the_mistake()
    {
        await using var rig = await StartAsync();
        Assert.True(await rig.ConfigReports.TellMendedAsync(Cancel));
        var unasked = _discord.Taken.Count;
        await rig.ConfigReports.TellRejectedAsync("one", Errors, Cancel);
        await rig.ConfigReports.TellRejectedAsync("two", Errors, Cancel);

        Assert.True(await rig.ConfigReports.TellMendedAsync(Cancel));
        Assert.True(await rig.ConfigReports.TellMendedAsync(Cancel));

        Assert.Equal(0, unasked);
        Assert.Equal([NotInForce, NotInForce, Right], _discord.Taken);
    }

    [Fact]
    public async Task Mending_while_the_bot_was_down_is_told_by_the_next_process()
    {
        await using (var first = await StartAsync())
        {
            await first.ConfigReports.TellRejectedAsync("one", Errors, Cancel);
        }

        await using var rig = await StartAsync();
        await rig.ConfigReports.TellMendedAsync(Cancel);

        Assert.Equal([NotInForce, Right], _discord.Taken);
    }

    [Fact]
    public async Task A_report_that_surely_was_not_sent_is_worth_asking_again_and_one_that_is_unknown_is_not()
    {
        _discord.Answer = _ => new Outcome.NotSent("connection refused");
        _telegram.Answer = _ => new Outcome.Unknown("timeout");
        await using var rig = await StartAsync();

        var settled = await rig.ConfigReports.TellRejectedAsync("one", Errors, Cancel);
        _discord.Answer = null;
        _telegram.Answer = null;
        _machine.Advance(Retries.FirstDelay);
        var settledThen = await rig.ConfigReports.TellRejectedAsync("one", Errors, Cancel);

        Assert.False(settled);
        Assert.True(settledThen);
        Assert.Equal([NotInForce], _discord.Taken);
        Assert.Empty(_telegram.Taken);
    }

    [Fact]
    public async Task A_platform_that_is_not_usable_now_is_asked_later()
    {
        _telegram.Become(new PlatformState.NotConfigured("Token"));
        await using var rig = await StartAsync();

        var settled = await rig.ConfigReports.TellRejectedAsync("one", Errors, Cancel);
        _telegram.Become(new PlatformState.Usable());
        await rig.ConfigReports.TellRejectedAsync("one", Errors, Cancel);

        Assert.False(settled);
        Assert.Equal([NotInForce], _discord.Taken);
        Assert.Equal([NotInForce], _telegram.Taken);
    }

    [Fact]
    public async Task The_report_shows_ten_findings_and_counts_the_others()
    {
        await using var rig = await StartAsync();

        await rig.ConfigReports.TellRejectedAsync("one", Findings(13), Cancel);

        var lines = PlainText.Of(_discord.LastBody, "en").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(10, lines.Count(line => line.StartsWith("talks/a.yaml:", StringComparison.Ordinal)));
        Assert.Equal("… and 3 more.", lines[^1]);
    }

    [Fact]
    public async Task Without_anybody_to_tell_there_is_nothing_to_do()
    {
        await using var rig = await DeliveryRig.StartAsync(_folder, new CatalogueBuilder().Moderators().Build(), _clock, _machine, Cancel, _discord, _telegram);

        Assert.True(await rig.ConfigReports.TellRejectedAsync("one", Errors, Cancel));
        Assert.Empty(_discord.Taken);
    }

    public void Dispose() => _folder.Dispose();

    private static IReadOnlyList<Finding> Findings(int count) =>
        [.. Enumerable.Range(1, count).Select(line => new Finding(Severity.Error, new SourceSpan("talks/a.yaml", line, 1), "bad-time", "start: 'x' is not a time", "write one"))];

    private Task<DeliveryRig> StartAsync()
    {
        var moderated = new CatalogueBuilder().Change(catalogue => catalogue with
        {
            Moderators = [.. catalogue.Moderators.Select(rules => rules with { ReportTo = new ChannelAddress(rules.Platform, "77") })],
        });
        return DeliveryRig.StartAsync(_folder, moderated.Build(), _clock, _machine, Cancel, _discord, _telegram);
    }
}
