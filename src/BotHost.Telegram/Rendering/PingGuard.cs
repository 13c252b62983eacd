using System.Buffers;
using System.Collections.Immutable;
using System.Text;

namespace BotHost.Telegram.Rendering;

/// <summary>Keeps people's words from becoming mentions or commands, which the platform finds by itself in plain text.</summary>
/// <remarks>
/// An invisible word joiner after the sign ends the pattern. Addresses of web pages and of mailboxes are left whole: no name is found inside them.
/// So are hashtags, cashtags and telephone numbers: they lead where they say, and reach nobody. Addresses of apps, such as <c>tg://</c>, become words.
/// </remarks>
internal static class PingGuard
{
    public const char WordJoiner = '\u2060';

    private static readonly SearchValues<char> Signs = SearchValues.Create("@/");

    /// <summary>Appends the text, looking back at what already stands before it.</summary>
    /// <param name="target">What stands before it.</param>
    /// <param name="text">The text.</param>
    /// <param name="handles">Names that may be called, without <c>@</c>.</param>
    public static void Append(StringBuilder target, ReadOnlySpan<char> text, ImmutableArray<string> handles = default)
    {
        if (!handles.IsDefaultOrEmpty && text.Length > 0 && IsNameCharacter(text[0]) && EndsInName(target))
        {
            // The name that may be called ended with the run before this one.
            target.Append(WordJoiner);
        }

        var addresses = PlainAddress.Candidates(text);
        var (addressStart, addressEnd) = (0, 0);
        var beforeText = target.Length > 0 ? target[^1] : ' ';
        var from = 0;
        for (var next = text.IndexOfAny(Signs); next >= 0; next = NextSign(text, from))
        {
            while (addressEnd <= next && addressStart < text.Length)
            {
                (addressStart, addressEnd) = PlainAddress.Next(ref addresses, text, beforeText);
            }

            target.Append(text[from..next]);
            var before = target.Length > 0 ? target[^1] : ' ';
            target.Append(text[next]);
            from = next + 1;
            if (addressStart > next && (IsMention(text, next, before, handles) || IsCommand(text, next, before)))
            {
                target.Append(WordJoiner);
            }
        }

        target.Append(text[from..]);
    }

    private static int NextSign(ReadOnlySpan<char> text, int from)
    {
        var distance = text[from..].IndexOfAny(Signs);
        return distance < 0 ? -1 : from + distance;
    }

    private static bool IsMention(ReadOnlySpan<char> text, int index, char before, ImmutableArray<string> handles) =>
        text[index] == '@' && !IsNameCharacter(before) && NameMayFollow(text, index) && !MayBeCalled(text[(index + 1)..], handles);

    /// <summary>Two of them begin an address of an app.</summary>
    private static bool IsCommand(ReadOnlySpan<char> text, int index, char before) =>
        text[index] == '/'
        && !IsNameCharacter(before)
        && before is not ('/' or '<' or '>')
        && (NameMayFollow(text, index) || text[index + 1] == '/');

    /// <summary>At the end of a run the next one may go on with a name, so that counts as well. Names are of few letters: a slash between ideographs is only a slash.</summary>
    private static bool NameMayFollow(ReadOnlySpan<char> text, int index) => index + 1 == text.Length || IsNameCharacter(text[index + 1]);

    /// <summary>Whole names only, in whatever case.</summary>
    private static bool MayBeCalled(ReadOnlySpan<char> text, ImmutableArray<string> handles)
    {
        if (handles.IsDefaultOrEmpty)
        {
            return false;
        }

        var length = 0;
        while (length < text.Length && IsNameCharacter(text[length]))
        {
            length++;
        }

        foreach (var handle in handles)
        {
            if (length > 0 && text[..length].Equals(handle, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it ends in <c>@name</c> without a guard.</summary>
    private static bool EndsInName(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && IsNameCharacter(text[start - 1]))
        {
            start--;
        }

        return start > 0 && start < text.Length && text[start - 1] == '@';
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
