using System.Globalization;
using BotHost.EndToEnd.Tests.Processes;

namespace BotHost.EndToEnd.Tests.Crashes;

[Collection(RealProcesses.Name)]
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 20;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_twenty_points_nothing_is_there_twice_and_nothing_is_missing_that_is_not_listed_as_unknown()
    {
        await using var campaign = await CrashCampaign.StartAsync(Cancel);
        var windows = Enum.GetValues<KillWindow>();
        var histogram = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var kill = 0; kill < Kills; kill++)
        {
            var window = windows[kill % windows.Length];
            var platform = kill / windows.Length % 2 == 0 ? "telegram" : "discord";
            await campaign.KillAtAsync(window, platform, nth: 1 + (kill % 3 == 0 ? 1 : 0), Cancel);
            var bar = $"{window} on {platform}";
            histogram[bar] = histogram.GetValueOrDefault(bar) + 1;
        }

        await campaign.FinishAsync(Cancel);
        var received = await campaign.MessagesAsync(Cancel);
        var unknown = await campaign.UnknownAsync(Cancel);

        var twice = received.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key).ToList();
        var missing = MoreTalks.Expected.Except(received).ToList();
        Tell(histogram, received.Count, await campaign.DiscardedRepeatsAsync(Cancel), missing, unknown);
        Assert.DoesNotContain(received, name => name.StartsWith("stranger", StringComparison.Ordinal));
        Assert.Empty(twice);
        Assert.Empty(missing.Except(unknown));
        Assert.Equal(Kills, histogram.Values.Sum());
        Assert.InRange(unknown.Count, 0, Kills);
    }

    private void Tell(Dictionary<string, int> histogram, int received, int discarded, List<string> missing, IReadOnlyList<string> unknown)
    {
        foreach (var (bar, count) in histogram.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{bar,-22} {new string('#', count)} {count}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{received} messages there, {discarded} repeats discarded by the platform, {missing.Count} missing, {unknown.Count} listed as unknown: {string.Join(", ", unknown)}"));
    }
}
