using System.Globalization;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>An HTML tag that was opened, and what it means for the text that it encloses once it is closed.</summary>
/// <param name="tag">Its name, one of those that <see cref="IsKnown"/>.</param>
/// <param name="start">Where its text begins.</param>
/// <param name="attributes">By their names.</param>
internal sealed class OpenTag(string tag, int start, Dictionary<string, string> attributes)
{
    private const string UserLink = "tg://user?id=";

    private const string LanguageClass = "language-";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline", ["ins"] = "underline",
        ["s"] = "strikethrough", ["strike"] = "strikethrough", ["del"] = "strikethrough", ["code"] = "code", ["pre"] = "pre",
        ["a"] = "text_link", ["blockquote"] = "blockquote", ["tg-spoiler"] = "spoiler", ["span"] = "spoiler", ["tg-time"] = "date_time", ["tg-emoji"] = "custom_emoji",
    };

    private string? _language;

    public string Tag => tag;

    public int Start => start;

    /// <summary>Whether the platform takes such a tag.</summary>
    public static bool IsKnown(string tag) => Types.ContainsKey(tag);

    /// <summary>The entity that its end makes; null: none, and the text stays.</summary>
    /// <param name="text">What it encloses.</param>
    /// <param name="outer">The tag around it; null: none is open.</param>
    public TextEntity? Close(string text, OpenTag? outer)
    {
        var entity = new TextEntity(Types[tag], start, text.Length);
        switch (tag)
        {
            case "a":
                return Link(entity, attributes.GetValueOrDefault("href") ?? text);
            case "blockquote":
                return entity with { Type = attributes.ContainsKey("expandable") ? "expandable_blockquote" : "blockquote" };
            case "code" when outer is { Tag: "pre" }:
                if (attributes.GetValueOrDefault("class") is { } name && name.StartsWith(LanguageClass, StringComparison.Ordinal))
                {
                    outer._language = name[LanguageClass.Length..];
                }

                return null;
            case "pre":
                return entity with { Language = _language };
            case "tg-emoji":
                return entity with { CustomEmojiId = attributes.GetValueOrDefault("emoji-id") ?? "" };
            case "tg-time":
                var format = attributes.GetValueOrDefault("format") ?? "";
                EntityCheck.CheckDateFormat(format);
                return int.TryParse(attributes.GetValueOrDefault("unix"), NumberStyles.None, CultureInfo.InvariantCulture, out var unix) && unix > 0
                    ? entity with { UnixTime = unix, DateTimeFormat = format }
                    : null;
            default:
                return entity;
        }
    }

    // An invalid link is dropped silently and its text stays, as the server does it.
    private static TextEntity? Link(TextEntity entity, string href)
    {
        if (href.StartsWith(UserLink, StringComparison.Ordinal) && long.TryParse(href[UserLink.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var user))
        {
            return entity with { Type = "text_mention", UserId = user };
        }

        var hasScheme = href.Contains("://", StringComparison.Ordinal);
        return Uri.TryCreate(hasScheme ? href : "http://" + href, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "tg" or "ton"
            ? entity with { Url = hasScheme ? href : url.ToString() }
            : null;
    }
}
