using System.Text;
using System.Text.RegularExpressions;
using BotHost.Announcements.Platforms;
using BotHost.Rendering.Tests.Reading;

namespace BotHost.Rendering.Tests.Telegram;

/// <summary>What the messages of a post do to its readers.</summary>
internal static partial class TelegramChecks
{
    public static IEnumerable<string> Mentions(IReadOnlyList<TelegramMessage> messages, Post post, Channel channel)
    {
        var wanted = channel.Mention is { } mention ? mention["user:".Length..] : null;
        for (var index = 0; index < messages.Count; index++)
        {
            var found = TelegramRules.Found(messages[index]).ToList();
            if (index == 0 && wanted is not null && !found.Remove(wanted))
            {
                yield return $"{wanted} is not mentioned";
            }

            // Whoever the talk names by an account may be reached; the reference calls for the whole name, whatever its case.
            var strangers = found.Where(name => !post.Handles.Any(handle => string.Equals($"@{handle}", name, StringComparison.OrdinalIgnoreCase))).ToList();
            if (strangers.Count > 0)
            {
                yield return $"message {index + 1} reaches {string.Join(", ", strangers)}";
            }
        }
    }

    public static IEnumerable<string> Parts(IReadOnlyList<TelegramMessage> messages, Post post)
    {
        if (messages.Count(message => message.Text.Length > 0) > 1 && !post.MaySplit && !messages[0].HasPicture)
        {
            yield return "the post was parted and may not be";
        }

        for (var index = 0; index < messages.Count - 1; index++)
        {
            if (messages[index].Rows.Count > 0)
            {
                yield return $"message {index + 1} of {messages.Count} has buttons";
            }
        }

        if (messages.Skip(1).Any(message => message.HasPicture))
        {
            yield return "a picture stands behind a text";
        }

        var labels = messages[^1].Buttons.Select(button => TelegramMessage.String(button, "text") ?? "").ToList();
        var given = post.Buttons.Where(button => Visible.Any(button.Label)).ToList();
        if (labels.Count < given.Count)
        {
            yield return $"{given.Count} buttons were given, {labels.Count} are shown";
        }

        foreach (var (label, button) in labels.Zip(given))
        {
            if (!Labels.IsHonest(label, button))
            {
                yield return $"the button «{Escaped.Of(button.Label)}» reads «{Escaped.Of(label)}»";
            }
        }
    }

    public static IEnumerable<string> Links(IReadOnlyList<TelegramMessage> messages, Post post)
    {
        foreach (var message in messages)
        {
            var links = message.Entities.Where(entity => entity.Type == "text_link")
                .Select(entity => new SeenLink(message.Text.Substring(entity.Offset, entity.Length), entity.Url!, message.Text[entity.End..]));
            var buttons = message.Buttons.Select(button => (Text: TelegramMessage.String(button, "text")!, Url: TelegramMessage.String(button, "url")))
                .Where(button => button.Url is not null).Select(button => new SeenLink(button.Text, button.Url!, ""));
            var lies = links.Concat(buttons).Select(Hosts.Lie).OfType<string>()
                .Concat(TelegramRules.InnerLinks(message).Select(link => $"{link} leads into the platform"));
            foreach (var lie in lies)
            {
                yield return lie;
            }

            if (!message.HasPicture && message.Preview is { } preview && preview != post.LinkPreview?.AbsoluteUri && preview != post.Picture?.Url?.AbsoluteUri)
            {
                yield return $"a preview of {preview} is shown";
            }
        }
    }

    public static IEnumerable<string> Words(IReadOnlyList<TelegramMessage> messages, Post post, Channel channel)
    {
        var mention = channel.Mention is { } named ? named["user:".Length..] : null;
        var texts = messages.Where(message => message.Text.Length > 0).Select(Shown).ToList();
        if (mention is not null && texts.Count > 0 && texts[0].StartsWith(mention, StringComparison.Ordinal))
        {
            texts[0] = texts[0][mention.Length..].TrimStart();
            if (texts[0].Length == 0)
            {
                texts.RemoveAt(0);
            }
        }

        if (texts.Count > 1)
        {
            var numbered = texts.Select((text, index) => Reading.Parts.WithoutNumber(text, index, texts.Count)).ToList();
            if (numbered.Contains(null))
            {
                yield return "a part does not end with its number";
                yield break;
            }

            texts = [.. numbered.Select(text => text!)];
        }

        if (Alternatives.Difference(post, string.Join(Comparison.Seam, texts), WithoutRepeatedMoments) is { } difference)
        {
            yield return difference;
        }
    }

    // Readers whose app knows no moments would read the same date twice.
    private static List<Piece> WithoutRepeatedMoments(IReadOnlyList<Piece> pieces)
    {
        var adapted = new List<Piece>(pieces);
        for (var index = 2; index < adapted.Count - 1; index++)
        {
            var (told, open, again, close) = (adapted[index - 2].Ways[0], adapted[index - 1].Ways[0], adapted[index].Ways[0], adapted[index + 1].Ways[0]);
            if (Moment().IsMatch(again) && told == again && open is " (" or "（" && close.Length > 0 && close[0] is ')' or '）')
            {
                adapted[index - 1] = Piece.Maybe(open + again + close[0]);
                adapted[index] = Piece.Exactly(close[1..]);
                adapted.RemoveAt(index + 1);
            }
        }

        return adapted;
    }

    private static string Shown(TelegramMessage message)
    {
        var shown = new StringBuilder(message.Text);
        foreach (var moment in message.Entities.Where(entity => entity.Type == "date_time").OrderByDescending(entity => entity.Offset))
        {
            shown.Remove(moment.Offset, moment.Length).Insert(moment.Offset, Said.Moment(moment.UnixTime ?? 0));
        }

        return shown.ToString();
    }

    [GeneratedRegex(@"\A⟦[0-9]+⟧\z")]
    private static partial Regex Moment();
}
