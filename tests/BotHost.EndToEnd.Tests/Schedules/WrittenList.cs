using System.Text.RegularExpressions;

namespace BotHost.EndToEnd.Tests.Schedules;

/// <summary>A list of posts and times that was written by hand from the rules, never by the planner. Lines that begin with # explain.</summary>
internal static partial class WrittenList
{
    /// <summary>Fails where the story is not what the list says, line for line.</summary>
    public static void Check(string name, IReadOnlyList<string> story)
    {
        var file = Path.Combine(Repository.Root, "tests", "BotHost.EndToEnd.Tests", "Schedules", "Lists", $"{name}.txt");
        var wanted = File.ReadAllLines(file)
            .Where(line => line.Trim().Length > 0 && !line.StartsWith('#'))
            .Select(line => Bars().Replace(line.Trim(), " | "));

        Assert.Equal(string.Join('\n', wanted), string.Join('\n', story));
    }

    [GeneratedRegex(@"\s*\|\s*")]
    private static partial Regex Bars();
}
