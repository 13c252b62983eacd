using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds the label of a line: <c>Date:</c>, <c>【日時】</c>, <c>**Speaker:**</c>, <c>📍</c>.</summary>
internal static partial class LabelRecogniser
{
    private const int LongestLabel = 40;

    public static Labelled? Read(Piece line)
    {
        var (start, picture) = Decoration.Before(line);
        var rest = line[start..].TrimEnd(" ");
        return Worded(rest) ?? AtSign(rest) ?? (picture is { } kind && !rest.IsEmpty ? new Labelled(kind, rest[..0], rest[..0], rest) : null);
    }

    /// <summary>Cuts a line that holds several labels into one part for each.</summary>
    public static ImmutableArray<Piece> Part(Piece line)
    {
        if (Read(line) is null)
        {
            return [line];
        }

        var parts = ImmutableArray.CreateBuilder<Piece>();
        var start = 0;
        var words = Decoration.Before(line).Length;
        foreach (Match match in NextLabel().Matches(line.Plain))
        {
            if (match.Index > Math.Max(start, words) && Kind(match.Groups["label"].Value) is not null && !IsPair(match.Groups["label"]) && !Url.Covers(line.Plain, match.Index))
            {
                parts.Add(line[start..match.Index].TrimEnd(" "));
                start = match.Groups["label"].Index;
            }
        }

        parts.Add(line[start..]);
        return parts.ToImmutable();

        // The other half of a label in two languages starts no part of its own.
        bool IsPair(Group label) => label.Index + label.Length - words is > 0 and <= LongestLabel && Kind(line.Plain[words..(label.Index + label.Length)].Trim()) is not null;
    }

    /// <summary>The sign that stands for "at" on flyers; a name behind it that is one plain word is somebody's account.</summary>
    private static Labelled? AtSign(Piece rest)
    {
        var value = rest.TrimStart("@ ");
        return rest.Plain is ['@', ..] && !value.IsEmpty && value.Plain.Any(character => character is ' ' or > '\u2E80')
            ? new Labelled(LabelKind.Place, rest[..0], rest[..0], value)
            : null;
    }

    private static Labelled? Worded(Piece rest)
    {
        if (Colon().Match(rest.Plain) is { Success: true } colon && Make(rest, colon) is { } labelled)
        {
            return labelled;
        }

        if (Bracketed().Match(rest.Plain) is { Success: true } bracketed && Make(rest, bracketed) is { } inBrackets)
        {
            return inBrackets;
        }

        if (Apart().Match(rest.Plain) is { Success: true } apart && Make(rest, apart) is { } spaced)
        {
            return spaced;
        }

        return OneSpace(rest) ?? Alone(rest);
    }

    private static Labelled? Make(Piece rest, Match match)
    {
        var label = match.Groups["label"];
        var extra = match.Groups["extra"];
        if (Kind(label.Value) is not { } kind)
        {
            return null;
        }

        var isTwin = extra.Success && LabelWords.KindOf(extra.Value.Trim('(', ')', ' ')) == kind;
        var value = rest[match.Groups["value"].Index..].Trim();
        if (match.Groups["slash"].Success && (kind is not LabelKind.Person || RoleWords.IsRole(value.Plain)))
        {
            return null;
        }

        var isMarkOpen = Markup.Bare(value.Raw) is [.., '*' or '_'];
        value = (match.Groups["mark"].Length > 0 && isMarkOpen) || value.Plain.EndsWith("**", StringComparison.Ordinal) && !value.Plain.StartsWith('*') ? value.TrimEnd("*_") : value;
        var words = rest.Slice(label.Index, label.Length).Trim();
        return new Labelled(kind, OneOf(words), extra.Success && !isTwin ? rest.Slice(extra.Index, extra.Length).Trim() : rest[..0], value.Trim())
        {
            AllLabels = words.Raw + (isTwin ? " " + extra.Value : ""),
        };
    }

    /// <summary>What a label says in one language or, parted by a slash, in several that agree.</summary>
    private static LabelKind? Kind(string label)
    {
        if (LabelWords.KindOf(label) is { } kind)
        {
            return kind;
        }

        var kinds = label.Split(['/', '|', '・'], StringSplitOptions.TrimEntries).Select(LabelWords.KindOf).ToList();
        kinds = kinds.Count > 1 ? kinds : SpacedPair().Match(label) is { Success: true } pair ? [LabelWords.KindOf(pair.Groups["one"].Value), LabelWords.KindOf(pair.Groups["other"].Value)] : [];
        return kinds.Count > 1 && kinds.TrueForAll(other => other is not null && (other == kinds[0] || (IsPeople(other) && IsPeople(kinds[0])))) ? kinds[0] : null;
    }

    private static bool IsPeople(LabelKind? kind) => kind is LabelKind.Person or LabelKind.People;

    /// <summary>Of a label in several languages the one in Latin letters, which more readers of a config know.</summary>
    private static Piece OneOf(Piece label)
    {
        if (LabelWords.KindOf(label.Plain) is not null)
        {
            return label;
        }

        var parts = new List<Piece>();
        var start = 0;
        foreach (Match cut in Cut().Matches(label.Plain))
        {
            parts.Add(label[start..cut.Index].Trim());
            start = cut.Index + cut.Length;
        }

        parts.Add(label[start..].Trim());
        return parts.Find(part => part.Plain is [< '\u0250', ..] && LabelWords.KindOf(part.Plain) is not null) is { Raw: not null } latin ? latin : parts[0];
    }

    [GeneratedRegex(@"\s*[/|・]\s*|(?<=[\u3040-\u9FFF])\s+(?=[A-Za-z])|(?<=[A-Za-z])\s+(?=[\u3040-\u9FFF])")]
    private static partial Regex Cut();

    [GeneratedRegex(@"^(?<one>[\u3040-\u9FFF]+)\s+(?<other>[A-Za-z ]+)$|^(?<one>[A-Za-z ]+)\s+(?<other>[\u3040-\u9FFF]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex SpacedPair();

    /// <summary>One space is enough behind a label of a script without spaces; behind others only before a date or an address that fills the line.</summary>
    private static Labelled? OneSpace(Piece rest)
    {
        var space = rest.Plain.IndexOf(' ', StringComparison.Ordinal);
        if (space <= 0 || LabelWords.KindOf(rest.Plain[..space]) is not { } kind)
        {
            return null;
        }

        var value = rest[space..].Trim();
        var isEastAsian = rest.Plain[0] > '\u2E80';
        return isEastAsian || (kind is LabelKind.When && WhenRecogniser.Read(value) is { Date: not null, HasMore: false }) || Url.IsWhole(value)
            ? new Labelled(kind, rest[..space], rest[..0], value)
            : null;
    }

    /// <summary>A line that is a label and nothing else: what it labels stands below.</summary>
    private static Labelled? Alone(Piece rest)
    {
        var label = rest.Trim(" *_#[]<>【】〔〕《》〈〉=-~:");
        return Kind(label.Plain) is { } kind && OneOf(label) is var one && (kind is not LabelKind.Person || RoleWords.IsExact(one.Plain))
            ? new Labelled(kind, one, rest[..0], rest[..0]) { AllLabels = label.Raw }
            : null;
    }

    [GeneratedRegex(@"^(?<mark>[*_]{0,3})[\[【〔<《〈]?(?<label>[^:()\[\]【】〔〕*_]{1,40}?)[\]】〕>》〉]?\s*(?<extra>\([^()]{1,60}\))?[*_]{0,3}\s*:[*_]{0,3}(?<value>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^(?<mark>[*_]{0,3})[\[【〔<〈](?<label>[^\[\]【】〔〕<>〈〉()]{1,20}?)(?<extra>\([^()]{1,60}\))?[\]】〕>〉][*_]{0,3}(?<value>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?<mark>[*_]{0,3})(?<label>[^:|()*_]{1,40}?)(?<extra>\([^()]{1,60}\))?[*_]{0,3}(\s*[|→⇒▶]\s*|(?<slash>\s*/\s*)|\s+-+\s+|\s*\?\s+|\s{2,})(?<value>\S.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Apart();

    [GeneratedRegex(@"(?:\s+[|/•·・]\s+|\s*\|\s*|\s{2,}|(?<=[^\x00-\x7F])\s+|\s*[;；。]\s*|(?<=[\d)])\s+|,\s+)(?<label>[^\s:|/,;()][^:|/,;()]{0,24}?)\s*:(?!//)", RegexOptions.ExplicitCapture)]
    private static partial Regex NextLabel();
}
