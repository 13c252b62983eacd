using BotHost.EndToEnd.Tests.Delivery;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>The alarm is only an alarm clock: whatever it does with its rings, the same posts go out, a heartbeat late at most.</summary>
public sealed class AlarmClockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _machine = new(MorningOfTalks.Begin.ToDateTimeOffset());
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));
    private readonly RecordingPlatform _telegram = new("telegram");

    /// <summary>What an alarm does: how long after each instant it rings, in seconds, and how late the posts may be for that.</summary>
    public static TheoryData<string, int[], int> Alarms => new()
    {
        { "an alarm that rings when it should", [0], 1 },
        { "an alarm that loses every ring", [], 30 },
        { "an alarm that rings twice", [0, 0], 1 },
        { "an alarm that rings again and again", [0, 0, 0, 1, 1, 2, 3, 5, 60, 3600], 1 },
        { "an alarm that rings too late", [20], 30 },
        { "an alarm that rings an hour late", [3600], 30 },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Alarms))]
    public async Task An_alarm_that_loses_doubles_or_delays_its_rings_changes_nothing_in_what_is_posted(string alarm, int[] ringsAfter, int latest)
    {
        Assert.NotEmpty(alarm);
        await PlayAndCompareAsync(_ => [.. ringsAfter.Select(Seconds)], latest);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_alarm_without_any_order_changes_nothing_in_what_is_posted(int seed)
    {
        var chance = new Random(seed);
        await PlayAndCompareAsync(_ => [.. Enumerable.Range(0, chance.Next(4)).Select(_ => Seconds(chance.Next(7200)))], latest: 30);
    }

    private static Duration Seconds(int seconds) => Duration.FromSeconds(seconds);

    private async Task PlayAndCompareAsync(Func<Instant, IReadOnlyList<Duration>> rings, int latest)
    {
        var there = new Arrivals(_discord, Now);
        var here = new Arrivals(_telegram, Now);

        await using (var played = await PlayedCampaign.StartAsync(_folder, MorningOfTalks.Catalogue, _machine, rings, Cancel, _discord, _telegram))
        {
            await played.PlayUntilAsync(MorningOfTalks.End, Cancel);
        }

        foreach (var arrivals in new[] { there, here })
        {
            Assert.Equal(MorningOfTalks.Posts.Select(post => post.Words).Order(), arrivals.All.Select(post => post.Words).Order());
            Assert.All(MorningOfTalks.Posts, post => Assert.InRange(
                arrivals.All.Single(arrival => arrival.Words == post.Words).At, MorningOfTalks.At(post.Due), MorningOfTalks.At(post.Due) + Seconds(latest)));
        }
    }

    private Instant Now() => _machine.GetUtcNow().ToInstant();
}
