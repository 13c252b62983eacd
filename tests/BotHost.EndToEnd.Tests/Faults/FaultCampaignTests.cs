using System.Globalization;
using BotHost.EndToEnd.Tests.Crashes;

namespace BotHost.EndToEnd.Tests.Faults;

/// <remarks><c>BOTHOST_FAULT_SEASONS</c> plays so many whole seasons (the long form), <c>BOTHOST_TEST_SEED</c> takes another seed.</remarks>
public sealed class FaultCampaignTests(ITestOutputHelper output)
{
    /// <summary>The short form plays the second half of the table; most of its channels hear of one talk that goes everywhere.</summary>
    private const string SecondHalf = "2027-03-15T00:59:00Z";

    /// <summary>The kills meet talks that go to five channels on each platform, and a channel gets one post at a time.</summary>
    private const int SendsAtOnce = 5;

    /// <summary>A message is held for half a minute.</summary>
    private static readonly TimeSpan LongBeforeItsEnd = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_wire_that_misbehaves_nothing_is_there_twice_nothing_is_lost_and_unknown_is_exactly_what_the_wire_hid()
    {
        var seasons = Setting("BOTHOST_FAULT_SEASONS");
        var seed = Setting("BOTHOST_TEST_SEED") ?? Random.Shared.Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"BOTHOST_TEST_SEED={seed}"));
        var random = new Random(seed);
        var kills = seasons is null ? 2 : 6;
        var verdicts = new List<FaultVerdict>();
        for (var played = 0; played < (seasons ?? 1); played++)
        {
            await using var season = await FaultSeason.StartAsync(random, seasons is null ? SecondHalf : PlayedTalks.Beginning, Cancel);
            verdicts.Add(await season.PlayAsync(kills, stalls: seasons is not null, Cancel));
        }

        Tell(verdicts, kills);
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Twice));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Strangers));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Wrong));
        Assert.All(verdicts, verdict => Assert.InRange(verdict.UnknownByKills.Count, 0, kills * SendsAtOnce));
        Assert.DoesNotContain(verdicts.SelectMany(verdict => verdict.Unknown), post => post.Contains(" discord:", StringComparison.Ordinal));
        Assert.All(verdicts, AssertEveryRowCameOnBothPlatforms);
        Assert.All(verdicts, AssertNobodyWaitedForWhatWasHeld);
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void AssertEveryRowCameOnBothPlatforms(FaultVerdict verdict)
    {
        foreach (var platform in new[] { "discord", "telegram" })
        {
            Assert.Equal(WireFault.All.Select(row => row.Recorded).Order(), verdict.Hits.Where(hit => hit.Platform == platform).Select(hit => hit.Fault.Recorded).Distinct().Order());
        }
    }

    // While one channel's message was held, other channels got theirs. What was held as the last of its minute proves nothing, so one on each platform has to;
    // the first of an announcement does, because Telegram takes the second a second later.
    private static void AssertNobodyWaitedForWhatWasHeld(FaultVerdict verdict) => Assert.All(
        verdict.Hits.Where(hit => hit.Fault.IsStall).GroupBy(hit => hit.Platform),
        held => Assert.True(
            held.Any(hit => verdict.Created.Any(message => message.ChatId != hit.Entry.ChatId
                && message.ReceivedAt > hit.Entry.ReceivedAt && message.ReceivedAt < hit.Entry.ReceivedAt + LongBeforeItsEnd)),
            $"Nothing came anywhere while messages were held on {held.Key}."));

    private void Tell(List<FaultVerdict> verdicts, int kills)
    {
        foreach (var row in WireFault.All)
        {
            var hits = verdicts.SelectMany(verdict => verdict.Hits).Where(hit => hit.Fault == row).ToList();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{row.Recorded,-34} discord {hits.Count(hit => hit.Platform == "discord"),4}, telegram {hits.Count(hit => hit.Platform == "telegram"),4}"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{verdicts.Count} seasons with {kills} kills each: {verdicts.Sum(verdict => verdict.Messages)} messages there, {verdicts.Sum(verdict => verdict.Discarded)} repeats discarded, {verdicts.Sum(verdict => verdict.Twice.Count)} twice, {verdicts.Sum(verdict => verdict.Wrong.Count)} not as the table says, {verdicts.Sum(verdict => verdict.Unknown.Count)} unknown as the table says, {verdicts.Sum(verdict => verdict.UnknownByKills.Count)} unknown by kills"));
        foreach (var wrong in verdicts.SelectMany(verdict => verdict.Wrong.Concat(verdict.Twice).Concat(verdict.Strangers)))
        {
            output.WriteLine(wrong);
        }
    }
}
