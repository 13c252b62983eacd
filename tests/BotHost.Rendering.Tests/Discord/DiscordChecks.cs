using System.Globalization;
using System.Text;
using BotHost.Announcements.Platforms;
using BotHost.Rendering.Tests.Reading;

namespace BotHost.Rendering.Tests.Discord;

/// <summary>What the messages of a post do to its readers.</summary>
internal static class DiscordChecks
{
    /// <summary>The channel's own mention in the first message, and nobody else anywhere.</summary>
    public static IEnumerable<string> Mentions(IReadOnlyList<DiscordMessage> messages, Channel channel)
    {
        var wanted = Sign(channel.Mention);
        for (var index = 0; index < messages.Count; index++)
        {
            var expected = index == 0 && wanted is not null ? new[] { wanted } : [];
            var pings = DiscordRules.Pings(messages[index]);
            if (!pings.SequenceEqual(expected))
            {
                yield return $"message {index + 1} pings [{string.Join(", ", pings)}], expected [{string.Join(", ", expected)}]";
            }
        }
    }

    /// <summary>Numbers below each of several messages, buttons below the last.</summary>
    public static IEnumerable<string> Parts(IReadOnlyList<DiscordMessage> messages, Post post)
    {
        if (messages.Count > 1 && !post.MaySplit)
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

        var labels = messages[^1].Buttons.Select(button => DiscordMessage.Text(button, "label") ?? "").ToList();
        if (labels.Count < post.Buttons.Length)
        {
            yield return $"{post.Buttons.Length} buttons were given, {labels.Count} are shown";
        }

        foreach (var (label, button) in labels.Zip(post.Buttons))
        {
            if (!Labels.IsHonest(label, button))
            {
                yield return $"the button «{Escaped.Of(button.Label)}» reads «{Escaped.Of(label)}»";
            }
        }
    }

    public static IEnumerable<string> Links(IReadOnlyList<DiscordMessage> messages)
    {
        foreach (var message in messages)
        {
            var titles = message.Embeds.Where(embed => embed.TryGetProperty("url", out _))
                .Select(embed => new SeenLink(Title(embed), DiscordMessage.Text(embed, "url")!, ""));
            var buttons = message.Buttons.Where(button => button.TryGetProperty("url", out _))
                .Select(button => new SeenLink(DiscordMessage.Text(button, "label")!, DiscordMessage.Text(button, "url")!, ""));
            var texts = message.Embeds.Select(embed => DiscordMessage.Text(embed, "description") ?? "").Prepend(message.Content)
                .SelectMany(text => MarkdownReader.Read(text).Links);
            foreach (var lie in titles.Concat(buttons).Concat(texts).Select(Hosts.Lie).OfType<string>())
            {
                yield return lie;
            }
        }
    }

    public static IEnumerable<string> Words(IReadOnlyList<DiscordMessage> messages, Post post, Channel channel)
    {
        var shown = new StringBuilder();
        for (var index = 0; index < messages.Count; index++)
        {
            var text = Shown(messages[index], index == 0 ? Sign(channel.Mention) : null);
            if (messages.Count > 1)
            {
                if (Reading.Parts.WithoutNumber(text, index, messages.Count) is not { } part)
                {
                    yield return $"message {index + 1} of {messages.Count} does not end with its number";
                    yield break;
                }

                text = part;
            }

            shown.Append(index == 0 ? "" : $"{Comparison.Seam}").Append(text);
        }

        if (Alternatives.Difference(post, shown.ToString(), pieces => pieces) is { } difference)
        {
            yield return difference;
        }
    }

    private static string Shown(DiscordMessage message, string? mention)
    {
        var content = mention is not null && message.Content.StartsWith(mention, StringComparison.Ordinal) ? message.Content[mention.Length..] : message.Content;
        var shown = new StringBuilder(MarkdownReader.Read(content.TrimStart()).Visible);
        foreach (var embed in message.Embeds)
        {
            // Only title and description know markup; the line of the author shows its signs.
            shown.Append('\n').Append(DiscordMessage.Text(embed, "author", "name"));
            shown.Append('\n').Append(Title(embed));
            shown.Append('\n').Append(MarkdownReader.Read(DiscordMessage.Text(embed, "description") ?? "").Visible);
            shown.Append('\n').Append(DiscordMessage.Text(embed, "footer", "text"));
        }

        return shown.ToString();
    }

    private static string Title(System.Text.Json.JsonElement embed) => MarkdownReader.Read(DiscordMessage.Text(embed, "title") ?? "").Visible;

    private static string? Sign(string? mention) => mention?.Split(':') switch
    {
        ["everyone"] => "@everyone",
        ["here"] => "@here",
        ["role", var id] => string.Create(CultureInfo.InvariantCulture, $"<@&{id}>"),
        ["user", var id] => string.Create(CultureInfo.InvariantCulture, $"<@{id}>"),
        _ => null,
    };
}
