using System.Globalization;
using BotHost.Announcements.Delivery;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Platforms;
using BotHost.EndToEnd.Tests.Delivery;
using BotHost.EndToEnd.Tests.Processes;
using BotHost.TestKit.Clocks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.EndToEnd.Tests.Faults;

/// <summary>One platform is down from 00:50 to 01:50 on both clocks, and the other goes on.</summary>
public sealed class OutageTests : IDisposable
{
    private static readonly Instant Down = MorningOfTalks.At("00:50");
    private static readonly Instant Up = MorningOfTalks.At("01:50");

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _machine = new(MorningOfTalks.Begin.ToDateTimeOffset());
    private readonly RecordingPlatform _discord = new("discord", TimeSpan.FromSeconds(60));
    private readonly RecordingPlatform _telegram = new("telegram");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// Due while the platform was down, and still worth saying once it is up: an announcement and a thanks for long, "an hour before" until ten minutes before.
    /// A reminder then tells the time that is left, so its words say nothing here.
    /// </summary>
    private static string[] StillInTime => ["Asian Talk: Letters", "reminder of Paper", "reminder of Salt", "reminder of Bridges", "reminder of Stairs"];

    /// <summary>"An hour before" ended at 01:45, ten minutes before the start; "starting" ended ten minutes after it.</summary>
    private static string[] TooLate => ["hour-before of wells", "starting of gates"];

    public static TheoryData<string, string> Refusals => new()
    {
        { "discord", "no connection" },
        { "discord", "too many requests" },
        { "telegram", "no connection" },
        { "telegram", "too many requests" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task After_an_hour_in_which_nothing_was_taken_what_is_still_in_time_goes_out_once_and_the_rest_says_why_not(string down, string how)
    {
        Outcome refusal = how == "no connection" ? new Outcome.NotSent("connection refused") : new Outcome.Deferred(TimeSpan.FromMinutes(4), "429");
        var (late, prompt) = Watch(down, refusal);

        await using var played = await PlayAsync();

        AssertPunctual(prompt, MorningOfTalks.Posts);
        AssertPunctual(late, MorningOfTalks.Posts.Where(post => MorningOfTalks.At(post.Due) < Down || MorningOfTalks.At(post.Due) >= Up));
        Assert.Equal(StillInTime.Order(StringComparer.Ordinal), AfterTheOutage(late));
        Assert.Equal(
            TooLate.Order(StringComparer.Ordinal).Select(post => $"{post} on {down}: Skipped, too late; it could not be sent in time"),
            Rows(played, row => row.State is not DeliveryState.Sent).Select(row => row[..row.LastIndexOf(':')]));
    }

    [Fact]
    public async Task An_hour_of_answers_that_say_nothing_leaves_what_was_tried_unknown_on_a_platform_without_history_and_nothing_is_tried_twice()
    {
        var tries = new List<string>();
        var (late, prompt) = Watch("telegram", new Outcome.Unknown("502"), tries);

        await using var played = await PlayAsync();

        AssertPunctual(prompt, MorningOfTalks.Posts);
        AssertPunctual(late, MorningOfTalks.Posts.Where(post => MorningOfTalks.At(post.Due) < Down || MorningOfTalks.At(post.Due) >= Up));
        Assert.Empty(AfterTheOutage(late));
        Assert.Equal(
            ["announce of letters", "day-before of salt", "hour-before of bridges", "hour-before of stairs", "hour-before of wells", "starting of gates", "week-before of paper"],
            Rows(played, row => row.State is DeliveryState.Unknown).Select(row => row[..row.IndexOf(" on telegram", StringComparison.Ordinal)]));
        Assert.Equal(7, tries.Count);
        Assert.Equal(7, tries.Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_hour_of_answers_that_say_nothing_ends_in_a_look_at_the_history_where_there_is_one(bool taken)
    {
        // Whether the platform took what it did not answer for; its history cannot be read either while it is down.
        var (late, prompt) = Watch("discord", new Outcome.Unknown("502"), taken: taken);
        _discord.History = order => Now() < Up ? new LookUp.NotNow(null, "502")
            : _discord.Taken.ToList().IndexOf(order.Payload) is >= 0 and var at ? new LookUp.Found((at + 1).ToString(CultureInfo.InvariantCulture))
            : new LookUp.Absent();

        await using var played = await PlayAsync();

        AssertPunctual(prompt, MorningOfTalks.Posts);
        AssertPunctual(late, MorningOfTalks.Posts.Where(post => MorningOfTalks.At(post.Due) < Down || MorningOfTalks.At(post.Due) >= Up));
        Assert.Equal(taken ? [] : StillInTime.Order(StringComparer.Ordinal), AfterTheOutage(late));
        Assert.Equal(taken ? MorningOfTalks.Posts.Count : MorningOfTalks.Posts.Count - TooLate.Length, _discord.Taken.Count);
        Assert.Equal(
            taken ? [] : TooLate.Order(StringComparer.Ordinal).Select(post => $"{post} on discord: Skipped"),
            Rows(played, row => row.State is not DeliveryState.Sent).Select(row => row[..row.IndexOf(',', StringComparison.Ordinal)]));
    }

    private (Arrivals Late, Arrivals Prompt) Watch(string down, Outcome trouble, List<string>? tries = null, bool taken = false)
    {
        var (broken, well) = down == "discord" ? (_discord, _telegram) : (_telegram, _discord);
        return (new Arrivals(broken, Now, Trouble), new Arrivals(well, Now));

        Outcome? Trouble(SendOrder order, Instant at)
        {
            if (at < Down || at >= Up)
            {
                return null;
            }

            tries?.Add(order.RepeatKey);
            if (taken)
            {
                broken.Take(order);
            }

            return trouble;
        }
    }

    private async Task<PlayedCampaign> PlayAsync()
    {
        var played = await PlayedCampaign.StartAsync(_folder, MorningOfTalks.Catalogue, _machine, _ => [Duration.Zero], Cancel, _discord, _telegram);
        await played.PlayUntilAsync(MorningOfTalks.End, Cancel);
        return played;
    }

    private static void AssertPunctual(Arrivals arrivals, IEnumerable<(string Due, string Words)> posts) => Assert.All(posts, post => Assert.InRange(
        arrivals.All.Single(arrival => arrival.Words == post.Words).At, MorningOfTalks.At(post.Due), MorningOfTalks.At(post.Due) + Duration.FromSeconds(1)));

    /// <summary>What came when it was not due, within the longest back-off after the platform was up again.</summary>
    private static IReadOnlyList<string> AfterTheOutage(Arrivals arrivals)
    {
        var late = arrivals.All.Where(arrival => !MorningOfTalks.Posts.Any(post => post.Words == arrival.Words && arrival.At - MorningOfTalks.At(post.Due) <= Duration.FromSeconds(1))).ToList();
        Assert.All(late, arrival => Assert.InRange(arrival.At, Up, Up + Duration.FromTimeSpan(Retries.LongestDelay)));
        return [.. late.Select(arrival => arrival.Words.StartsWith("In ", StringComparison.Ordinal) ? $"reminder of {arrival.Words[(arrival.Words.LastIndexOf(' ') + 1)..]}" : arrival.Words).Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Rows(PlayedCampaign played, Func<DeliveryRow, bool> which) =>
    [
        .. played.Index.Rows.Where(which)
            .Select(row => $"{row.Key.Step} of {row.Key.Subject.ToString().Split('|')[^1]} on {row.Key.Target.Split(':')[0]}: {row.State}, {row.Reason}")
            .Order(StringComparer.Ordinal),
    ];

    private Instant Now() => _machine.GetUtcNow().ToInstant();
}
