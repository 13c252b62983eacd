using System.Globalization;
using System.Text.RegularExpressions;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests.Crashes;

/// <summary>
/// What a played campaign must lead to. Every talk and every instant is written by hand, and nothing in here is computed by the code under test:
/// Tokyo is nine hours ahead of UTC all year.
/// </summary>
internal static partial class PlayedTalks
{
    /// <summary>In the order of their announcements; a message is known by its title.</summary>
    public static IReadOnlyList<PlayedTalk> All { get; } =
    [
        new("talk-301", "north", "301", "Rivers and Roads", "2027-03-04 19:00", "2027-03-01T01:00:00Z", "2027-03-03T03:00:00Z", "2027-03-04T10:00:00Z"),
        new("talk-302", "east", "302", "The Weight of Paper", "2027-03-06 19:00", "2027-03-03T01:00:00Z", "2027-03-05T03:00:00Z", "2027-03-06T10:00:00Z"),
        new("talk-303", "south", "303", "A Grain of Salt", "2027-03-08 19:00", "2027-03-05T01:00:00Z", "2027-03-07T03:00:00Z", "2027-03-08T10:00:00Z"),
        new("talk-304", "west", "304", "Letters Home", "2027-03-10 19:00", "2027-03-07T01:00:00Z", "2027-03-09T03:00:00Z", "2027-03-10T10:00:00Z"),
        new("talk-305", "everywhere", "305", "A City of Stairs", "2027-03-12 19:00", "2027-03-09T01:00:00Z", "2027-03-11T03:00:00Z", "2027-03-12T10:00:00Z"),
        new("talk-306", "north", "306", "The Last Tram", "2027-03-14 19:00", "2027-03-11T01:00:00Z", "2027-03-13T03:00:00Z", "2027-03-14T10:00:00Z"),
        new("talk-307", "east", "307", "Bread in Wartime", "2027-03-16 19:00", "2027-03-13T01:00:00Z", "2027-03-15T03:00:00Z", "2027-03-16T10:00:00Z"),
        new("talk-308", "south", "308", "Maps of Nowhere", "2027-03-18 19:00", "2027-03-15T01:00:00Z", "2027-03-17T03:00:00Z", "2027-03-18T10:00:00Z"),
        new("talk-309", "west", "309", "Two Kinds of Rain", "2027-03-20 19:00", "2027-03-17T01:00:00Z", "2027-03-19T03:00:00Z", "2027-03-20T10:00:00Z"),
        new("talk-310", "everywhere", "310", "The Silent Orchard", "2027-03-22 19:00", "2027-03-19T01:00:00Z", "2027-03-21T03:00:00Z", "2027-03-22T10:00:00Z"),
        new("talk-311", "north", "311", "Clocks and Bells", "2027-03-24 19:00", "2027-03-21T01:00:00Z", "2027-03-23T03:00:00Z", "2027-03-24T10:00:00Z"),
        new("talk-312", "east", "312", "A House by the Dike", "2027-03-26 19:00", "2027-03-23T01:00:00Z", "2027-03-25T03:00:00Z", "2027-03-26T10:00:00Z"),
        new("talk-313", "south", "313", "What the Tide Left", "2027-03-28 19:00", "2027-03-25T01:00:00Z", "2027-03-27T03:00:00Z", "2027-03-28T10:00:00Z"),
        new("talk-314", "west", "314", "Ink on Silk", "2027-03-30 19:00", "2027-03-27T01:00:00Z", "2027-03-29T03:00:00Z", "2027-03-30T10:00:00Z"),
    ];

    /// <summary>A minute before anything is due.</summary>
    public const string Beginning = "2027-03-01T00:59:00Z";

    /// <summary>Every message that must stand there once, in the order of its time.</summary>
    public static IReadOnlyList<PlayedMessage> Expected { get; } =
    [
        .. All.SelectMany(MessagesOf).OrderBy(message => message.Due, StringComparer.Ordinal),
    ];

    /// <summary>A minute before an instant of the table.</summary>
    public static string MinuteBefore(string due) =>
        DateTimeOffset.Parse(due, CultureInfo.InvariantCulture).AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The talk that a text or a request is about; null for none of the table.</summary>
    public static PlayedTalk? TalkIn(string text) => All.FirstOrDefault(talk => text.Contains(talk.Title, StringComparison.Ordinal));

    /// <summary>Which message of the table this is; its own text where it is none of them.</summary>
    public static string NameOf(RecordEntry message)
    {
        var text = message.Text ?? "";
        var place = $"{message.Platform}:{message.ChatId}";
        if (TalkIn(text) is not { } talk)
        {
            return $"stranger: {text} {place}";
        }

        if (text.Contains("starts in ", StringComparison.Ordinal))
        {
            return $"{talk.Id} day-before part 1 {place}";
        }

        if (text.Contains("is starting now.", StringComparison.Ordinal))
        {
            return $"{talk.Id} starting part 1 {place}";
        }

        return PartNumber().Match(text) is { Success: true } number
            ? $"{talk.Id} announce part {number.Groups["part"].Value} {place}"
            : $"stranger: {text} {place}";
    }

    private static IEnumerable<PlayedMessage> MessagesOf(PlayedTalk talk)
    {
        foreach (var channel in FortyChannels.Of(talk.Series))
        {
            for (var part = 1; part <= channel.MessagesOfAnnouncement; part++)
            {
                yield return new PlayedMessage(talk.Announced, talk.Id, "announce", part, channel);
            }

            yield return new PlayedMessage(talk.Reminded, talk.Id, "day-before", 1, channel);
            yield return new PlayedMessage(talk.Started, talk.Id, "starting", 1, channel);
        }
    }

    [GeneratedRegex(@"\((?<part>\d)/\d\)\s*$")]
    private static partial Regex PartNumber();
}
