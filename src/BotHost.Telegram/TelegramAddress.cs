using System.Globalization;
using System.Text.RegularExpressions;

namespace BotHost.Telegram;

/// <summary>The forms that addresses, topics, people and mentions take in the config.</summary>
internal static partial class TelegramAddress
{
    public const string ChatRule = "the chat's number, such as -1001234567890, or its public name, such as @harbour_talks";

    private const string MentionPrefix = "user:";

    public static bool IsChat(string id) => TryId(id, out _) || IsName(id);

    /// <summary>A group or a channel, not a person.</summary>
    public static bool IsSharedChat(string id) => IsName(id) || (TryId(id, out var number) && number < 0);

    public static bool IsUser(string id) => TryId(id, out var number) && number > 0;

    /// <summary>A public name: <c>@</c> and 5 to 32 of A-Z, a-z, 0-9 and _.</summary>
    public static bool IsName(string id) => Name().IsMatch(id);

    /// <summary>The general topic has number 1 on the wire, but the platform refuses to be given it.</summary>
    public static bool TryThread(string text, out int thread) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out thread) && thread > 1;

    /// <summary>Reads <c>user:@name</c>, the one form of a mention on this platform.</summary>
    public static string? MentionedName(string? mention) =>
        mention is not null && mention.StartsWith(MentionPrefix, StringComparison.Ordinal) && IsName(mention[MentionPrefix.Length..])
            ? mention[MentionPrefix.Length..]
            : null;

    /// <summary>Only the one way in which the platform itself writes a number, because ids are compared as text.</summary>
    private static bool TryId(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && number != 0
        && number.ToString(CultureInfo.InvariantCulture) == text;

    [GeneratedRegex("^@[A-Za-z0-9_]{5,32}\\z")]
    private static partial Regex Name();
}
