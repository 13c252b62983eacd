using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Finds the line above everything: <c>【New Event】</c>, <c>Save the date!</c></summary>
internal static partial class HeadingRecogniser
{
    /// <returns>Whether the heading was taken off the line's front.</returns>
    public static bool Take(Head head, IReadOnlyList<string> knownSeries, ref Piece words)
    {
        var bracket = InBrackets().Match(words.Plain);
        if (bracket.Success && LabelWords.KindOf(bracket.Groups["words"].Value) is null)
        {
            var inside = words.Slice(bracket.Groups["words"].Index, bracket.Groups["words"].Length).Trim();
            var rest = words[bracket.Length..].Trim(" :-");
            if (SeriesRecogniser.Read(inside, knownSeries, mayBeBare: true) is null)
            {
                head.Heading = inside.Raw;
                words = rest;
                return true;
            }

            words = Piece.Of($"{inside.Raw}: {rest.Raw}").TrimEnd(" :");
            return false;
        }

        var bar = words.Plain.IndexOf('|', StringComparison.Ordinal);
        if (bar > 0 && UsualHeading().IsMatch(words.Plain[..bar].Trim()))
        {
            head.Heading = words[..bar].Trim().Raw;
            words = words[(bar + 1)..].Trim();
            return true;
        }

        if (!UsualHeading().IsMatch(words.Plain.Trim(' ', '!', '*', '~', '-', ':', '.')))
        {
            return false;
        }

        head.Heading = words.Trim(" !*~-:").Raw;
        words = words[..0];
        return true;
    }

    /// <summary>Whether a line above the series calls for attention instead of naming the talk: it shouts, or pictures stand at both of its ends.</summary>
    public static bool LooksLikeHeading(Piece line, string words, bool isTitleBelow)
    {
        var letters = words.Where(char.IsLetter).ToList();
        var isShouted = letters.Count > 1 && letters.TrueForAll(char.IsUpper);
        var isPictured = Decoration.Before(line).Length > 0 && Rune.DecodeLastFromUtf16(line.Raw.TrimEnd('\uFE0F', ' '), out var last, out _) is OperationStatus.Done && Rune.GetUnicodeCategory(last) is UnicodeCategory.OtherSymbol;
        return isPictured || (isShouted && isTitleBelow) || Announcing().IsMatch(words.Trim('!', '.', ' '));
    }

    [GeneratedRegex(@"^(?:\S+\s+){0,4}(event|events|meetup|meet-up|announcement|invitation|news|veranstaltung|einladung|événement|evento)$", RegexOptions.IgnoreCase)]
    private static partial Regex Announcing();

    [GeneratedRegex(@"^[【\[〔《<](?<words>[^】\]〕》>]{1,40})[】\]〕》>]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^((new|upcoming|next|special)\s+)?(event|talk|lecture|announcement|events|talks)$|^(save the date|invitation|you are invited|you're invited|event announcement|einladung|ankündigung|nächste veranstaltung|veranstaltungshinweis|neue veranstaltung)$|^(お知らせ|イベントのお知らせ|イベント告知|新着イベント|次回予告|開催のお知らせ|ご案内|活动预告|活動預告|讲座预告|講座預告|新活动|新活動|活动通知|活動通知|预告|預告)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex UsualHeading();
}
