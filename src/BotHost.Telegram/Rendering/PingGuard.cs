using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Telegram.Rendering;

/// <summary>Keeps people's words from becoming mentions or commands, which the platform finds by itself in plain text.</summary>
/// <remarks>An invisible word joiner after the sign ends the pattern. Addresses of web pages and of mailboxes are left whole: no name is found inside them.</remarks>
internal static partial class PingGuard
{
    public const char WordJoiner = '\u2060';

    /// <summary>Appends the text, looking back at what already stands before it.</summary>
    public static void Append(StringBuilder target, string text)
    {
        var addresses = WebAddress().Matches(text);
        var address = 0;
        for (var index = 0; index < text.Length; index++)
        {
            while (address < addresses.Count && addresses[address].Index + addresses[address].Length <= index)
            {
                address++;
            }

            var before = target.Length > 0 ? target[^1] : ' ';
            target.Append(text[index]);
            var inAddress = address < addresses.Count && addresses[address].Index <= index;
            if (!inAddress && (IsMention(text, index, before) || IsCommand(text, index, before)))
            {
                target.Append(WordJoiner);
            }
        }
    }

    /// <summary>At the end of a run the next one may go on with a name, so that counts as well.</summary>
    private static bool IsMention(string text, int index, char before) =>
        text[index] == '@' && !IsNameCharacter(before) && NameMayFollow(text, index);

    private static bool IsCommand(string text, int index, char before) =>
        text[index] == '/' && !IsNameCharacter(before) && before is not ('/' or '<' or '>') && NameMayFollow(text, index);

    private static bool NameMayFollow(string text, int index) => index + 1 == text.Length || !char.IsWhiteSpace(text[index + 1]);

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    [GeneratedRegex("\\bhttps?://[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+(?::[0-9]+)?(?:/\\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex WebAddress();
}
