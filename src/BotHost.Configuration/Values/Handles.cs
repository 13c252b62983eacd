using System.Text.RegularExpressions;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Values;

/// <summary>Account names of people, in the forms of the platforms, without the sign before them.</summary>
internal static partial class Handles
{
    private const string Rule = "bad-handle";

    public static readonly Form<string> Discord = new(
        Rule, "a user name of Discord", "2 to 32 of a-z, 0-9, _ and . such as jo.example (the user name, not the number and not the name shown)",
        text => DiscordName().Match(text) is { Success: true } match ? match.Groups["name"].Value : null)
    {
        Guess = text => DiscordName().IsMatch(text.ToLowerInvariant()) ? text.ToLowerInvariant() : null,
    };

    public static readonly Form<string> Telegram = new(
        Rule, "a user name of Telegram", "5 to 32 of A-Z, a-z, 0-9 and _ such as jo_example",
        text => TelegramName().Match(text) is { Success: true } match ? match.Groups["name"].Value : null)
    {
        Guess = text => TelegramAddress().Match(text) is { Success: true } match ? match.Groups["name"].Value : null,
    };

    [GeneratedRegex(@"^@?(?<name>[a-z0-9_.]{2,32})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DiscordName();

    [GeneratedRegex(@"^@?(?<name>[A-Za-z0-9_]{5,32})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TelegramName();

    [GeneratedRegex(@"^(https?://)?t\.me/(?<name>[A-Za-z0-9_]{5,32})/?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex TelegramAddress();
}
