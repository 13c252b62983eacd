using System.Globalization;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests;

/// <summary>What the sample series must lead to, written by hand; nothing in here is computed by the code under test.</summary>
internal static class Sample
{
    public const string DiscordChannel = "910000000000000001";

    public const string TelegramChat = "-1002000000001";

    private const string Talk176 = "Asian Talk 176: Chinese Immigration and Its Discontents";
    private const string Talk177 = "Asian Talk 177: The Night Ferries That Never Sailed";

    /// <summary>Instant in UTC, talk, step, and the words that begin the post. Each goes to both channels.</summary>
    public static IReadOnlyList<(string Instant, string Talk, string Step, string Opening)> Posts { get; } =
    [
        ("2026-12-30T01:00:00Z", "asian-talk-176", "announce", $"{Talk176} · "),
        ("2027-01-13T01:00:00Z", "asian-talk-176", "week-before", $"In 7 days: {Talk176} · "),
        ("2027-01-19T01:00:00Z", "asian-talk-176", "day-before", $"In 33 hours: {Talk176} · "),
        ("2027-01-20T09:00:00Z", "asian-talk-176", "hour-before", $"In 1 hour: {Talk176} · "),
        ("2027-01-20T10:00:00Z", "asian-talk-176", "starting", $"Starting now: {Talk176} · "),
        ("2027-01-20T12:30:00Z", "asian-talk-176", "thanks", $"Thank you for joining {Talk176} · "),
        ("2027-01-27T01:00:00Z", "asian-talk-177", "announce", $"{Talk177} · "),
        ("2027-02-10T01:00:00Z", "asian-talk-177", "week-before", $"In 7 days: {Talk177} · "),
        ("2027-02-16T01:00:00Z", "asian-talk-177", "day-before", $"In 34 hours: {Talk177} · "),
        ("2027-02-17T09:30:00Z", "asian-talk-177", "hour-before", $"In 1 hour: {Talk177} · "),
        ("2027-02-17T10:30:00Z", "asian-talk-177", "starting", $"Starting now: {Talk177} · "),
        ("2027-02-17T12:45:00Z", "asian-talk-177", "thanks", $"Thank you for joining {Talk177} · "),
    ];

    /// <summary>The table as lines, one for each post and channel, in order.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        .. Posts.SelectMany(post => new[]
        {
            $"{post.Instant} {post.Talk} {post.Step} discord:{DiscordChannel}",
            $"{post.Instant} {post.Talk} {post.Step} telegram:{TelegramChat}",
        }),
    ];

    /// <summary>Which post of the table a message is, by its first words; its own text where it is none of them.</summary>
    public static string NameOf(RecordEntry message)
    {
        var found = Posts.Where(post => message.Text!.StartsWith(post.Opening, StringComparison.Ordinal)).Select(post => $"{post.Talk} {post.Step}");
        return $"{found.SingleOrDefault($"stranger: {message.Text}")} {message.Platform}:{message.ChatId}";
    }

    public static string LineOf(RecordEntry message) =>
        $"{message.CampaignTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} {NameOf(message)}";
}
