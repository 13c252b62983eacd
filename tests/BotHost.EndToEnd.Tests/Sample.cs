using System.Globalization;
using BotHost.Sandbox;

namespace BotHost.EndToEnd.Tests;

/// <summary>What the sample series must lead to, written by hand; nothing in here is computed by the code under test.</summary>
internal static class Sample
{
    public const string DiscordChannel = "910000000000000001";

    public const string TelegramChat = "-1002000000001";

    /// <summary>SHA-256 of the sample's poster, from the coreutils program.</summary>
    private const string Poster = "ae5c49422c8db8dc02709a2a9d3d1f55d7394ee03974ef7c212c35ee2d5d2efd";

    private const string Title176 = "Chinese Immigration and Its Discontents";
    private const string Title177 = "The Night Ferries That Never Sailed";
    private const string Talk176 = $"Asian Talk 176: {Title176}";
    private const string Talk177 = $"Asian Talk 177: {Title177}";

    /// <summary>Instant in UTC, talk, step, and the words that begin the post on each platform. Each goes to both channels.</summary>
    public static IReadOnlyList<(string Instant, string Talk, string Step, string Discord, string Telegram)> Posts { get; } =
    [
        ("2026-12-30T01:00:00Z", "asian-talk-176", "announce", $"{Talk176} · ", $"【New Event】\nAsian Talk 176\n{Title176}\n"),
        ("2027-01-13T01:00:00Z", "asian-talk-176", "week-before", $"In 7 days: {Talk176} · ", $"Asian Talk 176 starts in 7 days.\n{Title176}\n"),
        ("2027-01-19T01:00:00Z", "asian-talk-176", "day-before", $"In 33 hours: {Talk176} · ", $"Asian Talk 176 starts in 33 hours.\n{Title176}\n"),
        ("2027-01-20T09:00:00Z", "asian-talk-176", "hour-before", $"In 1 hour: {Talk176} · ", $"Asian Talk 176 starts in 1 hour.\n{Title176}\n"),
        ("2027-01-20T10:00:00Z", "asian-talk-176", "starting", $"Starting now: {Talk176} · ", $"Asian Talk 176 is starting now.\n{Title176}\n"),
        ("2027-01-20T12:30:00Z", "asian-talk-176", "thanks", $"Thank you for joining {Talk176} · ", $"Asian Talk 176 is over.\n{Title176}\n"),
        ("2027-01-27T01:00:00Z", "asian-talk-177", "announce", $"{Talk177} · ", $"【New Event】\nAsian Talk 177\n{Title177}\n"),
        ("2027-02-10T01:00:00Z", "asian-talk-177", "week-before", $"In 7 days: {Talk177} · ", $"Asian Talk 177 starts in 7 days.\n{Title177}\n"),
        ("2027-02-16T01:00:00Z", "asian-talk-177", "day-before", $"In 34 hours: {Talk177} · ", $"Asian Talk 177 starts in 34 hours.\n{Title177}\n"),
        ("2027-02-17T09:30:00Z", "asian-talk-177", "hour-before", $"In 1 hour: {Talk177} · ", $"Asian Talk 177 starts in 1 hour.\n{Title177}\n"),
        ("2027-02-17T10:30:00Z", "asian-talk-177", "starting", $"Starting now: {Talk177} · ", $"Asian Talk 177 is starting now.\n{Title177}\n"),
        ("2027-02-17T12:45:00Z", "asian-talk-177", "thanks", $"Thank you for joining {Talk177} · ", $"Asian Talk 177 is over.\n{Title177}\n"),
    ];

    /// <summary>What stands above the first announcement on Telegram, in a message of its own: its text is too long for a caption.</summary>
    public static string PosterOnTelegram { get; } = $"asian-talk-176 poster telegram:{TelegramChat}";

    /// <summary>The table as lines, one for each post and channel, in order.</summary>
    public static IReadOnlyList<string> Expected { get; } =
    [
        .. Posts.SelectMany(post => new[]
        {
            $"{post.Instant} {post.Talk} {post.Step} discord:{DiscordChannel}",
            $"{post.Instant} {post.Talk} {post.Step} telegram:{TelegramChat}",
        }),
    ];

    /// <summary>As <see cref="Expected"/>, with the poster's own message.</summary>
    public static IReadOnlyList<string> Messages { get; } = [.. Expected.Take(1), $"{Posts[0].Instant} {PosterOnTelegram}", .. Expected.Skip(1)];

    /// <summary>Which post of the table a message is, by its first words; its own text where it is none of them.</summary>
    public static string NameOf(RecordEntry message)
    {
        var found = Posts
            .Where(post => message.Text!.StartsWith(message.Platform == "discord" ? post.Discord : post.Telegram, StringComparison.Ordinal))
            .Select(post => $"{post.Talk} {post.Step}");
        return $"{(IsPoster(message) ? "asian-talk-176 poster" : found.SingleOrDefault($"stranger: {message.Text}"))} {message.Platform}:{message.ChatId}";
    }

    public static bool IsPoster(RecordEntry message) => message is { Platform: "telegram", Text: "", Pictures: [{ Sha256: Poster }] };

    public static string LineOf(RecordEntry message) =>
        $"{message.CampaignTime.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)} {NameOf(message)}";
}
