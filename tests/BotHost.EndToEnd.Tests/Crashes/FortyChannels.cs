using System.Globalization;
using System.Text;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>A config with twenty channels on each platform: four series with five channels each, and talks that go to all of them.</summary>
/// <remarks>
/// Every second channel pins; on Discord, where all channels are in one server, one of each series opens threads and events. Announcements are too long for one message anywhere.
/// </remarks>
internal static class FortyChannels
{
    /// <summary>The series whose talks go to every channel.</summary>
    public const string Everywhere = "everywhere";

    private const int EachPlatform = 20;

    private const int HouseRules = 15;

    private static readonly string[] Series = ["north", "east", "south", "west"];

    public static IReadOnlyList<PlayedChannel> All { get; } =
    [
        .. Enumerable.Range(1, EachPlatform).Select(number => new PlayedChannel(
            $"discord-{number:00}", "discord", $"9100000000000001{number:00}", Series[(number - 1) / 5], Pins: number % 2 == 0, Opens: number % 5 == 1, Plain: number % 5 == 0)),
        .. Enumerable.Range(1, EachPlatform).Select(number => new PlayedChannel(
            $"telegram-{number:00}", "telegram", $"-10020000001{number:00}", Series[(number - 1) / 5], Pins: number % 2 == 0, Opens: false, Plain: false)),
    ];

    public static IEnumerable<PlayedChannel> Of(string series) => All.Where(channel => series == Everywhere || channel.Series == series);

    /// <summary>Writes the config with the talks of the table.</summary>
    /// <param name="directory">Is made.</param>
    /// <param name="further">What else the main file shall say. Default: nothing.</param>
    public static void Write(string directory, string further = "")
    {
        Directory.CreateDirectory(Path.Combine(directory, "talks"));
        Directory.CreateDirectory(Path.Combine(directory, "templates"));
        File.WriteAllText(Path.Combine(directory, "bothost.yaml"), MainFile() + further);
        File.WriteAllText(Path.Combine(directory, "templates", "announcement.md"), Announcement());
        foreach (var talk in PlayedTalks.All)
        {
            File.WriteAllText(Path.Combine(directory, "talks", $"{talk.Id}.yaml"), $"""
                id: {talk.Id}
                series: {talk.Series}
                number: {talk.Number}
                title: {talk.Title}
                summary: A talk of the tests.
                start: {talk.Start}
                status: confirmed

                """);
        }
    }

    private static string MainFile()
    {
        var text = new StringBuilder("""
            community:
              name: Forty Channels
              zone: Asia/Tokyo
              languages: [en]

            campaigns:
              played:
                - id: announce
                  kind: announcement
                  when: 3 days before at 10:00
                - id: day-before
                  kind: reminder
                  when: 1 day before at 12:00
                - id: starting
                  kind: starting
                  when: at start

            series:

            """);
        foreach (var series in Series.Append(Everywhere))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {series}:\n    name: Talks {series}\n    campaign: played\n    place:\n      name: Sample House\n");
        }

        text.Append("\nchannels:\n");
        foreach (var channel in All)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: {channel.Id}\n    platform: {channel.Platform}\n    address: \"{channel.Address}\"\n");
            text.Append(CultureInfo.InvariantCulture, $"    series: [{channel.Series}, {Everywhere}]\n");
            text.Append(channel.Pins ? "    pin: yes\n" : "").Append(channel.Opens ? "    event: yes\n    discussion_thread: yes\n" : "").Append(channel.Plain ? "    layout: plain\n" : "");
        }

        return text.ToString();
    }

    // Each rule names the talk, so that every message of the announcement tells which one it belongs to.
    private static string Announcement()
    {
        var text = new StringBuilder("{{> lead}}\n---\n{{> kicker}}\n\n# {{title}}\n\n{{> facts}}\n");
        for (var rule = 1; rule <= HouseRules; rule++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nHouse rule {rule} for {{{{title}}}}: {string.Concat(Enumerable.Repeat("Be kind to each other and to the house. ", 7)).TrimEnd()}\n");
        }

        return text.ToString();
    }
}
