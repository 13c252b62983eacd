using System.Globalization;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <remarks><c>BOTHOST_CRASH_KILLS</c> takes another number of kills (200 for the long form), <c>BOTHOST_TEST_SEED</c> another seed.</remarks>
public sealed class CrashTests(ITestOutputHelper output)
{
    // Four in each aimed window and eight at any moment; the long form is for a change to the way out.
    private const int ShortForm = 28;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_every_window_nothing_is_there_twice_and_nothing_is_lost()
    {
        var seed = Setting("BOTHOST_TEST_SEED") ?? Random.Shared.Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"BOTHOST_TEST_SEED={seed}"));
        var random = new Random(seed);
        var tally = new CrashTally(Setting("BOTHOST_CRASH_KILLS") ?? ShortForm);
        var verdicts = new List<SeasonVerdict>();
        while (!tally.IsComplete)
        {
            await using var season = await CrashSeason.StartAsync(tally, random, output.WriteLine, Cancel);
            verdicts.Add(await season.PlayAsync(Cancel));
        }

        Tell(tally, verdicts);
        Assert.All(Enum.GetValues<KillWindow>(), window => Assert.True(tally.Missing(window) == 0, $"{window} is short of {tally.Missing(window)} kills."));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Twice));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Strangers));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.Lost));
        Assert.DoesNotContain(verdicts.SelectMany(verdict => verdict.Missing), IsOnDiscord);
        Assert.DoesNotContain(verdicts.SelectMany(verdict => verdict.Unknown), IsOnDiscord);
        Assert.InRange(verdicts.Sum(verdict => verdict.Unknown.Count), 0, verdicts.Sum(verdict => verdict.InFlightOnTelegram));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.WrongPins));
        Assert.Empty(verdicts.SelectMany(verdict => verdict.WrongOpenings));
    }

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsOnDiscord(string name) => name.Contains(" discord:", StringComparison.Ordinal);

    private void Tell(CrashTally tally, List<SeasonVerdict> verdicts)
    {
        foreach (var line in tally.Histogram())
        {
            output.WriteLine(line);
        }

        var missing = verdicts.SelectMany(verdict => verdict.Missing).ToList();
        var unknown = verdicts.SelectMany(verdict => verdict.Unknown).ToList();
        (string Name, int Count)[] rows =
        [
            ("kills", tally.Total),
            ("seasons", verdicts.Count),
            ("messages at the platforms", verdicts.Sum(verdict => verdict.Messages)),
            ("repeats discarded by the platform", verdicts.Sum(verdict => verdict.Discarded)),
            ("twice on Discord", verdicts.SelectMany(verdict => verdict.Twice).Count(IsOnDiscord)),
            ("twice on Telegram", verdicts.SelectMany(verdict => verdict.Twice).Count(name => !IsOnDiscord(name))),
            ("on no table", verdicts.Sum(verdict => verdict.Strangers.Count)),
            ("lost on Discord", verdicts.SelectMany(verdict => verdict.Lost).Count(IsOnDiscord)),
            ("lost on Telegram", verdicts.SelectMany(verdict => verdict.Lost).Count(name => !IsOnDiscord(name))),
            ("unknown on Discord", unknown.Count(IsOnDiscord)),
            ("unknown on Telegram", unknown.Count(name => !IsOnDiscord(name))),
            ("messages not there, their posts unknown", missing.Count(name => name.Contains(": unknown", StringComparison.Ordinal))),
            ("messages not there, their posts held, skipped or failed", missing.Count(name => !name.Contains(": unknown", StringComparison.Ordinal))),
            ("sends on Telegram in flight at the kills, at most", verdicts.Sum(verdict => verdict.InFlightOnTelegram)),
            ("channels with a wrong pin", verdicts.Sum(verdict => verdict.WrongPins.Count)),
            ("events or threads that are missing, wrong or there twice", verdicts.Sum(verdict => verdict.WrongOpenings.Count)),
        ];
        foreach (var (name, count) in rows)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,6} {name}"));
        }
    }
}
