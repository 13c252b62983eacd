using System.Diagnostics.CodeAnalysis;

namespace BotHost.Discord.Rendering;

/// <summary>A ping that the config asks for: what stands in the text, and what the platform is allowed to make of it.</summary>
internal sealed record DiscordMention(string Text, AllowedMentions Allowed)
{
    /// <summary>Reads <c>everyone</c>, <c>here</c>, <c>role:ID</c> or <c>user:ID</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DiscordMention? mention)
    {
        var (kind, id) = text?.Split(':', 2) switch
        {
            [var word] => (word, ""),
            [var word, var rest] => (word, rest),
            _ => ("", ""),
        };
        mention = (kind, id) switch
        {
            ("everyone", "") => new DiscordMention("@everyone", new AllowedMentions(["everyone"])),
            ("here", "") => new DiscordMention("@here", new AllowedMentions(["everyone"])),
            ("role", _) when Snowflake.IsValid(id) => new DiscordMention($"<@&{id}>", new AllowedMentions([], Roles: [id])),
            ("user", _) when Snowflake.IsValid(id) => new DiscordMention($"<@{id}>", new AllowedMentions([], Users: [id])),
            _ => null,
        };
        return mention is not null;
    }
}
