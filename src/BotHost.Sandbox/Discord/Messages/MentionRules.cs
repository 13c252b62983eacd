using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>Who is pinged: what the text names, what allowed_mentions lets through, and what the bot may ping.</summary>
internal sealed partial record MentionRules(
    IReadOnlySet<string> Parse, IReadOnlySet<string> Users, IReadOnlySet<string> Roles)
{
    private static readonly string[] Kinds = ["roles", "users", "everyone"];

    /// <summary>Without the field everything pings in messages; in interaction replies only users do.</summary>
    public static MentionRules Read(FormReader message, bool interaction)
    {
        if (message.Object("allowed_mentions") is not { } form)
        {
            return new MentionRules(interaction ? new HashSet<string> { "users" } : [.. Kinds], new HashSet<string>(), new HashSet<string>());
        }

        var parse = form.Strings("parse", 3);
        foreach (var (kind, index) in (parse ?? []).Select((kind, index) => (kind, index)).Where(one => !Kinds.Contains(one.kind)))
        {
            form.Errors.Choices($"{form.At("parse")}.{index}", "'roles', 'users', 'everyone'");
        }

        var users = Ids(form, "users");
        var roles = Ids(form, "roles");
        form.Flag("replied_user");
        foreach (var (kind, list) in ((string, IReadOnlyList<string>)[])[("users", users), ("roles", roles)])
        {
            if (parse?.Contains(kind) == true && list.Count > 0)
            {
                form.Errors.Add(
                    form.At(""),
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            }
        }

        return new MentionRules((parse ?? []).ToHashSet(), users.ToHashSet(), roles.ToHashSet());
    }

    /// <summary>Fills the mention fields of a stored message and returns whom it pings.</summary>
    public IReadOnlyList<string> Apply(DiscordState state, JsonObject message, ulong botRights)
    {
        var text = (string?)message["content"] ?? "";
        var guild = state.FindChannel((string)message["channel_id"]!)?.Guild;
        List<string> pings = [];

        JsonArray users = [];
        foreach (var id in UserMention().Matches(text).Select(match => match.Groups[1].Value).Distinct())
        {
            if (state.FindUser(id) is not null)
            {
                users.Add((JsonNode)Shapes.User(state, id));
                if (Parse.Contains("users") || Users.Contains(id))
                {
                    pings.Add(id);
                }
            }
        }

        List<string> roles = [];
        foreach (var id in RoleMention().Matches(text).Select(match => match.Groups[1].Value).Distinct())
        {
            var role = guild?.Roles.FirstOrDefault(one => one.Id == id);
            var allowed = Parse.Contains("roles") || Roles.Contains(id);
            if (role is not null && allowed && (role.Mentionable || (botRights & Permission.MentionEveryone) != 0))
            {
                roles.Add(id);
                pings.Add(id);
            }
        }

        var everyone = Everyone().IsMatch(text) && Parse.Contains("everyone") && (botRights & Permission.MentionEveryone) != 0;
        if (everyone)
        {
            pings.Add("everyone");
        }

        message["mentions"] = users;
        message["mention_roles"] = Shapes.Strings(roles);
        message["mention_everyone"] = everyone;
        return pings;
    }

    private static IReadOnlyList<string> Ids(FormReader form, string field)
    {
        var ids = form.Strings(field, 100) ?? [];
        foreach (var (id, index) in ids.Select((id, index) => (id, index)).Where(one => !Snowflakes.IsOne(one.id)))
        {
            form.Errors.Add($"{form.At(field)}.{index}", "NUMBER_TYPE_COERCE", $"Value \"{id}\" is not snowflake.");
        }

        return ids;
    }

    [GeneratedRegex("<@!?([0-9]{1,20})>")]
    private static partial Regex UserMention();

    [GeneratedRegex("<@&([0-9]{1,20})>")]
    private static partial Regex RoleMention();

    [GeneratedRegex("@(everyone|here)\\b")]
    private static partial Regex Everyone();
}
