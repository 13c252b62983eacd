using System.Text;
using System.Text.RegularExpressions;

namespace BotHost.Discord.Rendering;

/// <summary>Web addresses that stand bare in a text, as the platform recognises them: from the scheme to the next blank.</summary>
internal static partial class Addresses
{
    private const string NotAtTheEnd = ".,:;\"'])!?";

    /// <summary>Where the address starts whose scheme ends at this colon, and where it ends; null where there is none.</summary>
    public static (int Start, int End)? At(string text, int colon)
    {
        var start = SchemeStart(text.AsSpan(0, colon));
        return start >= 0 && Address().Match(text, start) is { Success: true } match ? (start, start + match.Length) : null;
    }

    /// <summary>Whether a scheme ends at this colon that is none of the web's. The platform makes links of some, and they open programs.</summary>
    public static bool IsOtherScheme(string text, int colon) =>
        colon > 0
        && char.IsAsciiLetterOrDigit(text[colon - 1])
        && text.AsSpan(colon + 1).StartsWith("//")
        && SchemeStart(text.AsSpan(0, colon)) < 0;

    /// <summary>Whether the platform would take what follows an address for a part of it.</summary>
    public static bool Swallows(ReadOnlySpan<char> rest)
    {
        var after = rest.TrimStart(NotAtTheEnd);
        return !after.IsEmpty && !char.IsWhiteSpace(after[0]);
    }

    /// <summary>Whether the last word of the text is, or holds, an address.</summary>
    public static bool EndsIn(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf("://");
        return at >= 0 && !HoldsBlank(text[at..]);
    }

    public static bool HoldsBlank(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An address with the few signs coded that would end it early, close markup around it, or ping.</summary>
    public static void Append(StringBuilder output, string address)
    {
        if (address.AsSpan().IndexOfAny("*~|`@") < 0)
        {
            output.Append(address);
            return;
        }

        output.Append(
            PlainEscape.CodedPings(address)
                .Replace("*", "%2A", StringComparison.Ordinal)
                .Replace("~~", "%7E%7E", StringComparison.Ordinal)
                .Replace("|", "%7C", StringComparison.Ordinal)
                .Replace("`", "%60", StringComparison.Ordinal));
    }

    /// <summary>A whole address; in angle brackets where it shall be left alone, or where the platform would take its last sign for the sentence's.</summary>
    public static string Bare(string address, bool inBrackets)
    {
        var output = new StringBuilder(address.Length + 2);
        Append(output, address);
        return inBrackets || NotAtTheEnd.Contains(address[^1]) ? output.Insert(0, '<').Append('>').ToString() : output.ToString();
    }

    private static int SchemeStart(ReadOnlySpan<char> before) =>
        before.EndsWith("https", StringComparison.OrdinalIgnoreCase) ? before.Length - 5
        : before.EndsWith("http", StringComparison.OrdinalIgnoreCase) ? before.Length - 4
        : -1;

    [GeneratedRegex(@"\Ghttps?://[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%\u00a1-\u1fff\u2100-\ud7ff\uf900-\ufaff-[\s]]*[A-Za-z0-9\-_~/#@$&*+=%\u00a1-\u1fff\u2100-\u2fff\u3040-\ud7ff\uf900-\ufaff]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
