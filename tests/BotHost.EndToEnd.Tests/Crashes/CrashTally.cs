using System.Globalization;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>How many kills there were in each window, and which are still wanted.</summary>
/// <param name="kills">How many there shall be in all.</param>
internal sealed class CrashTally(int kills)
{
    private readonly Dictionary<(KillWindow Window, string Platform), int> _counts = [];

    /// <summary>How many each aimed window shall have: 30 of 200.</summary>
    public int LeastEach { get; } = kills * 3 / 20;

    public int Total => _counts.Values.Sum();

    public bool IsComplete => Total >= kills && Windows.All(window => Missing(window) == 0);

    private static IEnumerable<KillWindow> Windows => Enum.GetValues<KillWindow>();

    public int CountOf(KillWindow window) => _counts.Where(bar => bar.Key.Window == window).Sum(bar => bar.Value);

    /// <summary>How many kills the window still lacks; those at any moment fill up what the others leave.</summary>
    public int Missing(KillWindow window) => Math.Max(0, (window is KillWindow.AnyMoment ? kills - ((Windows.Count() - 1) * LeastEach) : LeastEach) - CountOf(window));

    public void Add(KillWindow window, string platform) => _counts[(window, platform)] = _counts.GetValueOrDefault((window, platform)) + 1;

    /// <summary>Draws the next window for a kill while the bot plays; what lacks most is drawn most often.</summary>
    public KillWindow Draw(Random random)
    {
        List<KillWindow> bag = [.. Windows.Where(window => window is not KillWindow.Migration).SelectMany(window => Enumerable.Repeat(window, Missing(window)))];
        return bag.Count == 0 ? KillWindow.AnyMoment : bag[random.Next(bag.Count)];
    }

    public IEnumerable<string> Histogram()
    {
        foreach (var window in Windows)
        {
            var count = CountOf(window);
            var shares = string.Join(", ", _counts.Where(bar => bar.Key.Window == window && bar.Key.Platform.Length > 0)
                .OrderBy(bar => bar.Key.Platform, StringComparer.Ordinal).Select(bar => string.Create(CultureInfo.InvariantCulture, $"{bar.Key.Platform} {bar.Value}")));
            yield return string.Create(CultureInfo.InvariantCulture, $"{window,-16} {count,4} {new string('#', count)} {shares}");
        }
    }
}
