using System.Text.RegularExpressions;

namespace BotHost.Sandbox.Telegram.Texts;

/// <summary>Finds what the server marks by itself in any text: commands, mentions, tags, addresses.</summary>
internal static partial class EntityFinder
{
    private static readonly string[] Closed = ["code", "pre", "text_link", "text_mention", "date_time", "custom_emoji"];

    /// <summary>The given entities and the found ones that do not collide with them, in order.</summary>
    public static IReadOnlyList<TextEntity> Add(string text, IReadOnlyList<TextEntity> given)
    {
        List<TextEntity> all = [.. given];
        Find("url", Url());
        Find("email", Email());
        Find("bot_command", Command());
        Find("mention", Mention());
        Find("hashtag", Hashtag());
        Find("cashtag", Cashtag());
        return [.. all.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)];

        void Find(string type, Regex pattern)
        {
            foreach (Match match in pattern.Matches(text))
            {
                var found = new TextEntity(type, match.Index, match.Length);
                var collides = all.Any(other =>
                    found.Offset < other.End && other.Offset < found.End
                    && (Closed.Contains(other.Type) || IsFound(other.Type) || found.Offset < other.Offset || found.End > other.End));
                if (!collides)
                {
                    all.Add(found);
                }
            }
        }
    }

    private static bool IsFound(string type) => type is "url" or "email" or "bot_command" or "mention" or "hashtag" or "cashtag";

    [GeneratedRegex(@"(?<![\w@/.])(?:https?://[^\s<>""]*[^\s<>"".,;:!?')\]»]|(?:[\w-]+\.)+(?:com|org|net|io|dev|info|me|ru|de|jp|uk|eu|example)\b(?:/[^\s<>""]*[^\s<>"".,;:!?')\]»])?)", RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w.])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w@])@[A-Za-z0-9_]{3,32}\b")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#])#(?=\w*\p{L})\w{1,256}")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{1,8}(?!\w)")]
    private static partial Regex Cashtag();
}
