using System.Text.Json;
using System.Text.RegularExpressions;

namespace BotHost.Rendering.Tests.Discord;

/// <summary>What the platform refuses or would do with a message, by the reference, sections 5.1, 5.2, 5.4 and 5.6.</summary>
internal static partial class DiscordRules
{
    public static IEnumerable<string> Broken(DiscordMessage message)
    {
        if (message.Content.Length == 0 && message.Embeds.Count == 0 && message.Attachments.Count == 0)
        {
            yield return "the message is empty";
        }

        var problems = Limits(message).Concat(message.Embeds.SelectMany(Embed)).Concat(Buttons(message)).Concat(Files(message));
        foreach (var problem in problems)
        {
            yield return problem;
        }
    }

    /// <summary>Whom the platform would ping: what stands in the content and is allowed. Neither escapes nor code are believed to stop it.</summary>
    public static IReadOnlyList<string> Pings(DiscordMessage message)
    {
        if (message.AllowedMentions is not { } allowed)
        {
            return [.. Named(message.Content).Distinct(), "nothing says whom it may ping"];
        }

        var kinds = DiscordMessage.Array(allowed, "parse").Select(kind => kind.GetString()).ToHashSet();
        var roles = DiscordMessage.Array(allowed, "roles").Select(id => $"<@&{id.GetString()}>").ToHashSet();
        var users = DiscordMessage.Array(allowed, "users").Select(id => $"<@{id.GetString()}>").ToHashSet();
        return
        [
            .. Named(message.Content).Distinct().Where(name => name switch
            {
                "@everyone" or "@here" => kinds.Contains("everyone"),
                ['<', '@', '&', ..] => kinds.Contains("roles") || roles.Contains(name),
                _ => kinds.Contains("users") || users.Contains(name.Replace("!", "", StringComparison.Ordinal)),
            }),
        ];
    }

    private static IEnumerable<string> Named(string content) => Ping().Matches(content).Select(match => match.Value);

    private static IEnumerable<string> Limits(DiscordMessage message)
    {
        var total = message.Embeds.Sum(embed => Texts(embed).Sum(CodePoints));
        return TooMany("content", CodePoints(message.Content), 2000)
            .Concat(TooMany("embeds", message.Embeds.Count, 10))
            .Concat(TooMany("embed texts together", total, 6000))
            .Concat(TooMany("rows", message.Rows.Count, 5))
            .Concat(message.Rows.SelectMany(row => TooMany("buttons in a row", DiscordMessage.Array(row, "components").Count(), 5)))
            .Concat(message.Rows.Where(row => !DiscordMessage.Array(row, "components").Any()).Select(_ => "a row is empty"));
    }

    private static IEnumerable<string?> Texts(JsonElement embed)
    {
        yield return DiscordMessage.Text(embed, "title");
        yield return DiscordMessage.Text(embed, "description");
        yield return DiscordMessage.Text(embed, "author", "name");
        yield return DiscordMessage.Text(embed, "footer", "text");
        foreach (var field in DiscordMessage.Array(embed, "fields"))
        {
            yield return DiscordMessage.Text(field, "name");
            yield return DiscordMessage.Text(field, "value");
        }
    }

    private static IEnumerable<string> Embed(JsonElement embed)
    {
        var fields = DiscordMessage.Array(embed, "fields").ToList();
        var problems = TooMany("embed title", CodePoints(DiscordMessage.Text(embed, "title")), 256)
            .Concat(TooMany("embed description", CodePoints(DiscordMessage.Text(embed, "description")), 4096))
            .Concat(TooMany("author name", CodePoints(DiscordMessage.Text(embed, "author", "name")), 256))
            .Concat(TooMany("footer", CodePoints(DiscordMessage.Text(embed, "footer", "text")), 2048))
            .Concat(TooMany("embed url", CodePoints(DiscordMessage.Text(embed, "url")), 2048))
            .Concat(TooMany("fields", fields.Count, 25))
            .Concat(fields.SelectMany(field => TooMany("field name", CodePoints(DiscordMessage.Text(field, "name")), 256)))
            .Concat(fields.SelectMany(field => TooMany("field value", CodePoints(DiscordMessage.Text(field, "value")), 1024)));
        var blank = Texts(embed).Where(text => text is not null && string.IsNullOrWhiteSpace(text)).Select(_ => "a text of the embed is blank");
        var nothing = Texts(embed).All(text => text is null) && !embed.TryGetProperty("image", out _) ? new[] { "the embed is empty" } : [];
        return problems.Concat(blank).Concat(nothing);
    }

    private static IEnumerable<string> Buttons(DiscordMessage message)
    {
        foreach (var button in message.Buttons)
        {
            var (label, url, id) = (DiscordMessage.Text(button, "label"), DiscordMessage.Text(button, "url"), DiscordMessage.Text(button, "custom_id"));
            if (string.IsNullOrWhiteSpace(label) || CodePoints(label) > 80)
            {
                yield return $"a button's label has {CodePoints(label)} characters";
            }

            if ((url is null) == (id is null))
            {
                yield return "a button has both an address and an id, or neither";
            }

            if (CodePoints(url) > 512 || CodePoints(id) > 100)
            {
                yield return "a button's address or id is too long";
            }
        }

        var ids = message.Buttons.Select(button => DiscordMessage.Text(button, "custom_id")).Where(id => id is not null).ToList();
        if (ids.Distinct().Count() < ids.Count)
        {
            yield return "two buttons have one id";
        }
    }

    private static IEnumerable<string> Files(DiscordMessage message)
    {
        var names = message.Attachments.Select(file => DiscordMessage.Text(file, "filename")).ToList();
        var used = message.Embeds.SelectMany(embed => new[] { "image", "thumbnail", "author", "footer" }
            .SelectMany(part => new[] { DiscordMessage.Text(embed, part, "url"), DiscordMessage.Text(embed, part, "icon_url") })).OfType<string>().ToList();
        return TooMany("files", names.Count, 10)
            .Concat(message.Attachments.SelectMany(file => TooMany("alternative text", CodePoints(DiscordMessage.Text(file, "description")), 1024)))
            .Concat(used.Where(url => url.StartsWith("attachment://", StringComparison.Ordinal) && !names.Contains(url["attachment://".Length..])).Select(url => $"{url} is not sent along"))
            .Concat(used.Where(url => !url.StartsWith("attachment://", StringComparison.Ordinal) && !url.StartsWith("http", StringComparison.Ordinal)).Select(url => $"{url} is no picture's address"));
    }

    private static IEnumerable<string> TooMany(string what, int actual, int allowed) => actual > allowed ? [$"{what}: {actual}, {allowed} are allowed"] : [];

    private static int CodePoints(string? text) => text?.EnumerateRunes().Count() ?? 0;

    [GeneratedRegex("@everyone|@here|<@[!&]?[0-9]+>")]
    private static partial Regex Ping();
}
