using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds the label of a line: <c>Date:</c>, <c>【日時】</c>, <c>**Speaker:**</c>, <c>📍</c>.</summary>
internal static partial class LabelRecogniser
{
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
            if (match.Index > Math.Max(start, words) && LabelWords.KindOf(match.Groups["label"].Value) is not null && !Url.Covers(line.Plain, match.Index))
            {
                parts.Add(line[start..match.Index].TrimEnd(" "));
                start = match.Groups["label"].Index;
            }
        }

        parts.Add(line[start..]);
        return parts.ToImmutable();
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
        if (LabelWords.KindOf(label.Value) is not { } kind)
        {
            return null;
        }

        var value = rest[match.Groups["value"].Index..].Trim();
        if (match.Groups["slash"].Success && (kind is not LabelKind.Person || RoleWords.IsRole(value.Plain)))
        {
            return null;
        }

        value = match.Groups["mark"].Length > 0 || value.Plain.EndsWith("**", StringComparison.Ordinal) && !value.Plain.StartsWith('*') ? value.TrimEnd("*_") : value;
        return new Labelled(kind, rest.Slice(label.Index, label.Length).Trim(), extra.Success ? rest.Slice(extra.Index, extra.Length).Trim() : rest[..0], value.Trim());
    }

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
        return LabelWords.KindOf(label.Plain) is { } kind && (kind is not LabelKind.Person || RoleWords.IsExact(label.Plain)) ? new Labelled(kind, label, rest[..0], rest[..0]) : null;
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
