using System.Globalization;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds the line that says of which series the talk is, and which in it.</summary>
internal static partial class SeriesRecogniser
{
    private const string Parting = " :-|/,~・·•";

    /// <param name="line">Without its decoration.</param>
    /// <param name="known">The names of the config's series.</param>
    /// <param name="mayBeBare">Whether a number without a word such as "No." may count.</param>
    public static SeriesNumber? Read(Piece line, IReadOnlyList<string> known, bool mayBeBare)
    {
        foreach (var shape in new[] { Marked(), EastAsian(), Ordinal(), Presents() })
        {
            if (shape.Match(line.Plain) is { Success: true } match && Make(line, match) is { } found)
            {
                return found;
            }
        }

        return Known(line, known) ?? (mayBeBare && Bare().Match(line.Plain) is { Success: true } bare && !IsYear(bare.Groups["n"].Value) ? Make(line, bare) : null);
    }

    /// <summary>Whether the words are such as series call themselves.</summary>
    public static bool LooksLikeSeries(string plain) => SeriesNoun().IsMatch(plain.Trim());

    private static SeriesNumber? Known(Piece line, IReadOnlyList<string> known)
    {
        foreach (var name in known.OrderByDescending(name => name.Length))
        {
            var plain = PlainForm.Of(name);
            if (line.Plain.StartsWith(plain, StringComparison.OrdinalIgnoreCase) && KnownRest().Match(line.Plain[plain.Length..]) is { Success: true } match)
            {
                var number = match.Groups["n"];
                var rest = match.Groups["rest"];
                return new SeriesNumber(line[..plain.Length], number.Success ? number.Value : null, line.Slice(plain.Length + rest.Index, rest.Length).TrimStart(Parting));
            }
        }

        return null;
    }

    private static SeriesNumber? Make(Piece line, Match match)
    {
        var series = line.Slice(match.Groups["s"].Index, match.Groups["s"].Length).TrimEnd(Parting + "([#").Trim();
        var rest = line.Slice(match.Groups["rest"].Index, match.Groups["rest"].Length).TrimStart(Parting + ")]").Trim();
        if (series.IsEmpty && match.Groups["c"].Success && match.Groups["rest"].Value is [not (':' or '|' or '-' or '/' or '「' or '『'), ..])
        {
            // 第12回 読書会「題」: the series stands behind its number.
            (series, rest) = AfterNumber(rest);
        }

        return series.Length > 80 ? null : new SeriesNumber(series, match.Groups["n"].Success ? Digits(match.Groups["n"].Value) : null, rest);
    }

    private static (Piece Series, Piece Title) AfterNumber(Piece rest)
    {
        var end = rest.Plain.IndexOfAny([' ', ':', '「', '『', '"', '|', '/', '-', '~']);
        return end > 0 ? (rest[..end], rest[end..].TrimStart(Parting).Trim()) : LooksLikeSeries(rest.Plain) ? (rest, rest[..0]) : (rest[..0], rest);
    }

    private static string Digits(string number) =>
        Numerals.Read(number).ToString(CultureInfo.InvariantCulture) is var digits && number.All(char.IsAsciiDigit) ? number : digits;

    private static bool IsYear(string number) => number.Length == 4 && number[..2] is "19" or "20";

    [GeneratedRegex(@"^(?<s>.*?)[\s,(\[]*(?:(?<![\p{L}])(?:no\.?|nr\.?|vol\.?|volume|number|episode|ep\.?|session|edition|folge|ausgabe|issue|num\.?|n°)|#|№|(?<=[^\x00-\x7F])(?:vol|no)\.?)\s*(?<n>\d{1,5})[)\]]?(?<rest>(?:\s*$|[\s:|/,~-].*|[^\x00-\x7F].*))$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^(?<s>.*?)[\s(\[【]*第\s*(?<n>\d{1,5}|[〇零一二三四五六七八九十百]{1,5})\s*(?<c>[回期讲講话話场場夜届屆集弾弹号號次])[)\]】]?(?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"^(?:the\s+|our\s+)?(?<n>\d{1,4})(?:st|nd|rd|th)\s+(?<s>[^:|]{3,60}?)(?<rest>\s*$|\s*[:|].*|\s-+\s.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"^(?<s>[^:|]{3,60}?)\s+(presents?|präsentiert|présente)\b(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Presents();

    [GeneratedRegex(@"^(?<s>\D{2,60}?)\s+(?<n>\d{1,4})(?<rest>\s*$|\s*[:|「『""].*|\s+-+\s.*|-+\s.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?:\s*(?:series\s*)?(?:#|no\.?\s*|vol\.?\s*)?(?<n>\d{1,5})(?=\s*$|[\s:|/,~-]|[^\x00-\x7F]))?(?<rest>\s*$|\s*[:|/~「『""-].*|\s*presents?\b.*)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex KnownRest();

    [GeneratedRegex(@"(talks?|lectures?|series|seminars?|evenings?|nights?|salon|forum|colloquium|kolloquium|meetup|club|dialogues?|conversations|sessions|webinars?|reihe|ringvorlesung|vorträge|gespräche|講座|講演会|読書会|研究会|勉強会|トーク|シリーズ|セミナー|サロン|カフェ|沙龙|沙龍|讲座|论坛|論壇|系列|夜话|夜話)\s*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex SeriesNoun();
}
