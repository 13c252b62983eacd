using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using BotHost.Rendering.Tests.Reading;

namespace BotHost.Rendering.Tests.Telegram;

/// <summary>What the platform refuses, or would find in a text by itself, by the reference, sections 5, 5.1, 5.2, 6 and 8.</summary>
internal static partial class TelegramRules
{
    private static readonly string[] Styles = ["bold", "italic", "underline", "strikethrough", "spoiler"];

    private static readonly string[] Known = [.. Styles, "blockquote", "expandable_blockquote", "code", "pre", "text_link", "date_time"];

    // Inside these nothing is found.
    private static readonly string[] Closed = ["code", "pre", "text_link", "date_time"];

    public static IEnumerable<string> Broken(TelegramMessage message)
    {
        var most = message.HasPicture ? 1024 : 4096;
        if (message.Text.EnumerateRunes().Count() is var length && length > most)
        {
            yield return $"the text has {length} characters, {most} are allowed";
        }

        if (Encoding.UTF8.GetByteCount(message.Text) > 32768)
        {
            yield return "the text has more than 32768 bytes";
        }

        if (!message.HasPicture && !Visible.Any(message.Text))
        {
            yield return "nothing can be seen of the text";
        }

        if (message.Text != message.Text.Trim())
        {
            // The platform would trim it, and every entity would stand in the wrong place.
            yield return "the text begins or ends with blanks";
        }

        foreach (var problem in message.Entities.SelectMany(entity => Broken(message, entity)).Concat(Crossings(message.Entities)).Concat(message.Buttons.SelectMany(Button)))
        {
            yield return problem;
        }
    }

    /// <summary>The mentions and commands that the platform makes of plain text.</summary>
    public static IEnumerable<string> Found(TelegramMessage message) => Mention().Matches(message.Text).Concat(Command().Matches(message.Text))
        .Where(match => IsPlain(message, match)).Select(match => match.Value);

    /// <summary>Addresses in plain text that lead into the platform itself.</summary>
    public static IEnumerable<string> InnerLinks(TelegramMessage message) => InnerLink().Matches(message.Text)
        .Where(match => IsPlain(message, match)).Select(match => match.Value);

    // Neither inside a closed entity nor inside the address of a page.
    private static bool IsPlain(TelegramMessage message, Match match) =>
        !message.Entities.Any(entity => Closed.Contains(entity.Type) && entity.Offset < match.Index + match.Length && match.Index < entity.End)
        && !Page().Matches(message.Text).Any(page => page.Index < match.Index && match.Index + match.Length <= page.Index + page.Length);

    private static IEnumerable<string> Broken(TelegramMessage message, TelegramEntity entity)
    {
        if (!Known.Contains(entity.Type))
        {
            yield return $"{entity} is of no known type";
        }

        if (entity.Offset < 0 || entity.Length <= 0 || entity.End > message.Text.Length)
        {
            yield return $"{entity} lies outside the text of {message.Text.Length}";
            yield break;
        }

        if (SplitsPair(message.Text, entity.Offset) || SplitsPair(message.Text, entity.End))
        {
            yield return $"{entity} begins or ends inside a surrogate pair";
        }

        if (entity.Type == "text_link" && string.IsNullOrEmpty(entity.Url))
        {
            yield return $"{entity} leads nowhere";
        }

        if (entity.Type == "date_time" && (entity.UnixTime is not (> 0 and <= int.MaxValue) || !Format().IsMatch(entity.Format ?? "")))
        {
            yield return $"{entity} is no moment";
        }

        if (entity.Type == "date_time" && entity.Format is not "wD" and not "r" && !message.Text.Substring(entity.Offset, entity.Length).Contains("UTC", StringComparison.Ordinal))
        {
            yield return $"{entity} does not name its zone";
        }
    }

    private static IEnumerable<string> Crossings(IReadOnlyList<TelegramEntity> entities)
    {
        for (var one = 0; one < entities.Count; one++)
        {
            for (var other = one + 1; other < entities.Count; other++)
            {
                var (a, b) = (entities[one], entities[other]);
                if (a.Offset >= b.End || b.Offset >= a.End)
                {
                    continue;
                }

                var (outer, inner) = a.Length >= b.Length ? (a, b) : (b, a);
                if (inner.Offset < outer.Offset || inner.End > outer.End)
                {
                    yield return $"{a} and {b} cross";
                }
                else if (!MayNest(outer, inner))
                {
                    yield return $"{inner} may not stand inside {outer}";
                }
            }
        }
    }

    private static bool MayNest(TelegramEntity outer, TelegramEntity inner)
    {
        // Of two that cover the same characters, either may be the outer one.
        bool Allowed(string around, string within) => (Styles.Contains(around), Styles.Contains(within)) switch
        {
            (true, true) => around != within,
            (true, false) => within is "text_link" or "date_time" || within.EndsWith("blockquote", StringComparison.Ordinal),
            (false, true) => around is "text_link" or "date_time" || around.EndsWith("blockquote", StringComparison.Ordinal),
            _ => around.EndsWith("blockquote", StringComparison.Ordinal) && !within.EndsWith("blockquote", StringComparison.Ordinal),
        };

        return Allowed(outer.Type, inner.Type) || (outer.Length == inner.Length && Allowed(inner.Type, outer.Type));
    }

    private static IEnumerable<string> Button(JsonElement button)
    {
        var (text, url, data) = (TelegramMessage.String(button, "text"), TelegramMessage.String(button, "url"), TelegramMessage.String(button, "callback_data"));
        if (!Visible.Any(text ?? ""))
        {
            yield return "a button has no words";
        }

        if ((url is null) == (data is null) || (data is not null && Encoding.UTF8.GetByteCount(data) is 0 or > 64))
        {
            yield return "a button does nothing, or two things, or its data is too long";
        }
    }

    private static bool SplitsPair(string text, int at) => at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

    [GeneratedRegex(@"(?<![\p{L}\p{N}_])@[A-Za-z0-9_]{2,32}(?![\p{L}\p{N}_])")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\p{L}\p{N}_/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])")]
    private static partial Regex Command();

    // An address is found first, and nothing inside it.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_@.])https?://[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+(?::[0-9]+)?(?:[/?#][^\s<>""«»]*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Page();

    [GeneratedRegex(@"(?:tg|ton|tonsite)://[A-Za-z0-9_\-]+", RegexOptions.IgnoreCase)]
    private static partial Regex InnerLink();

    [GeneratedRegex(@"\A(?:r|w?[dD]?[tT]?)\z")]
    private static partial Regex Format();
}
