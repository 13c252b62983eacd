using System.Globalization;
using System.Text.RegularExpressions;

namespace BotHost.Sandbox.Reading;

/// <summary>Reads the runs of one block as Discord's clients do.</summary>
internal static partial class DiscordInline
{
    /// <summary>What a pattern comes to.</summary>
    private delegate void Meaning(Match match, MarkNotes notes);

    // In the order in which the clients try them.
    private static readonly (Regex Pattern, Meaning Read)[] Rules =
    [
        (Escaped(), (match, notes) => notes.Write(match.Groups[1].Value)),
        (Fence(), (match, notes) => notes.Write(match.Groups[1].Value)),
        (CodeSpan(), (match, notes) => notes.Write(match.Groups[2].Value.Trim())),
        (Time(), (match, notes) => notes.AddTime(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Success ? match.Groups[2].Value : "f")),
        (User(), (match, notes) => notes.AddMention("user:" + match.Groups[1].Value, "@user " + match.Groups[1].Value)),
        (Role(), (match, notes) => notes.AddMention("role:" + match.Groups[1].Value, "@role " + match.Groups[1].Value)),
        (Channel(), (match, notes) => notes.AddMention("channel:" + match.Groups[1].Value, "#channel " + match.Groups[1].Value)),
        (Command(), (match, notes) => notes.Write("/" + match.Groups[1].Value)),
        (Emoji(), (match, notes) => notes.Write($":{match.Groups[1].Value}:")),
        (QuietAddress(), (match, notes) => ReadAddress(match.Groups[1].Value, notes, isQuiet: true)),
        (Masked(), ReadMasked),
        (Address(), (match, notes) => ReadAddress(match.Value, notes, isQuiet: false)),
        (Strong(), (match, notes) => Read(match.Groups[1].Value, notes)),
        (Underlined(), (match, notes) => Read(match.Groups[1].Value, notes)),
        (Starred(), (match, notes) => Read(match.Groups[1].Value, notes)),
        (Slanted(), (match, notes) => Read(match.Groups[1].Value, notes)),
        (Struck(), (match, notes) => Read(match.Groups[1].Value, notes)),
        (Spoiler(), (match, notes) => Read(match.Groups[1].Value, notes)),
        (Everyone(), (match, notes) => notes.AddMention(match.Groups[1].Value, match.Value)),
    ];

    public static void Read(string markup, MarkNotes notes)
    {
        for (var at = 0; at < markup.Length;)
        {
            if (Find(markup, at) is var (match, read))
            {
                read(match, notes);
                at += match.Length;
            }
            else
            {
                notes.Write(markup[at++]);
            }
        }
    }

    private static (Match Match, Meaning Read)? Find(string markup, int at)
    {
        if (!@"\`<[h*_~|@".Contains(markup[at], StringComparison.Ordinal))
        {
            return null;
        }

        // Neither an address nor emphasis begins in the middle of a word.
        var insideWord = at > 0 && char.IsAsciiLetterOrDigit(markup[at - 1]);
        if (insideWord && (markup[at] == 'h' || (markup[at] == '_' && !markup.AsSpan(at).StartsWith("__"))))
        {
            return null;
        }

        foreach (var (pattern, read) in Rules)
        {
            if (pattern.Match(markup, at) is { Success: true } match)
            {
                return (match, read);
            }
        }

        return null;
    }

    private static void ReadMasked(Match match, MarkNotes notes)
    {
        var start = notes.Length;
        var isQuiet = match.Value.Contains("](<", StringComparison.Ordinal);
        Read(match.Groups[1].Value, notes);
        notes.AddLink(notes.Since(start), match.Groups[2].Value, isQuiet);
    }

    private static void ReadAddress(string address, MarkNotes notes, bool isQuiet)
    {
        notes.Write(address);
        notes.AddLink(address, address, isQuiet);
    }

    [GeneratedRegex(@"\G\\([^\sA-Za-z0-9])")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\G```(?:[\w+.#-]*\n)?([\s\S]+?)\n?```")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\G(`{1,2})([^`][\s\S]*?)\1(?!`)")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\G<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>")]
    private static partial Regex Time();

    [GeneratedRegex(@"\G<@!?(\d+)>")]
    private static partial Regex User();

    [GeneratedRegex(@"\G<@&(\d+)>")]
    private static partial Regex Role();

    [GeneratedRegex(@"\G<#(\d+)>")]
    private static partial Regex Channel();

    [GeneratedRegex(@"\G</([^:>]+):\d+>")]
    private static partial Regex Command();

    [GeneratedRegex(@"\G<a?:(\w+):\d+>")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\G<(https?://[^\s>]+)>")]
    private static partial Regex QuietAddress();

    [GeneratedRegex("""\G\[((?:\\.|[^\]\\])+)\]\(<?(https?://[^\s)>]+)>?(?:\s+"[^"]*")?\)""")]
    private static partial Regex Masked();

    [GeneratedRegex("""\Ghttps?://[^\s<]*[^\s<.,:;"')\]*_~|]""")]
    private static partial Regex Address();

    [GeneratedRegex(@"\G\*\*([\s\S]+?)\*\*(?!\*)")]
    private static partial Regex Strong();

    [GeneratedRegex(@"\G__([\s\S]+?)__(?!_)")]
    private static partial Regex Underlined();

    [GeneratedRegex(@"\G\*(?!\s)((?:\*\*[\s\S]+?\*\*|\\.|[^*\\])+?)\*(?!\*)")]
    private static partial Regex Starred();

    [GeneratedRegex(@"\G_((?:\\.|[^_\\])+?)_(?![A-Za-z0-9_])")]
    private static partial Regex Slanted();

    [GeneratedRegex(@"\G~~([\s\S]+?)~~")]
    private static partial Regex Struck();

    [GeneratedRegex(@"\G\|\|([\s\S]+?)\|\|")]
    private static partial Regex Spoiler();

    [GeneratedRegex(@"\G@(everyone|here)\b")]
    private static partial Regex Everyone();
}
