using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>
/// Turns what a person types (<c>/talk id:asian-talk-176</c>) into command data, as Discord's client does: only registered
/// commands and options, each value in its option's type. Words without an option's name go to the first option.
/// </summary>
internal sealed partial class CommandLine(DiscordState state, DiscordGuild guild)
{
    private readonly JsonObject _resolved = [];

    /// <summary>The object that goes under "data".</summary>
    /// <exception cref="ControlRefusedException">Discord's client would not have sent it; the sentence says why.</exception>
    public JsonObject Read(JsonObject command, string arguments, bool autocomplete)
    {
        var data = new JsonObject
        {
            ["id"] = (string?)command["id"],
            ["name"] = (string?)command["name"],
            ["type"] = (int?)command["type"],
        };
        if ((string?)command["guild_id"] is { } guildId)
        {
            data["guild_id"] = guildId;
        }

        var options = ReadLevel(command, arguments.Trim(), "/" + (string?)command["name"], autocomplete);
        if (options.Count > 0)
        {
            data["options"] = options;
        }

        if (_resolved.Count > 0)
        {
            data["resolved"] = _resolved;
        }

        return data;
    }

    private JsonArray ReadLevel(JsonObject owner, string arguments, string shown, bool autocomplete)
    {
        var options = (owner["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (options.Any(option => (int?)option["type"] is 1 or 2))
        {
            var (word, rest) = Split(arguments);
            var chosen = options.FirstOrDefault(option => (string?)option["name"] == word)
                ?? throw new ControlRefusedException($"{shown} needs one of its sub-commands: {string.Join(", ", options.Select(option => (string?)option["name"]))}.");
            return new JsonArray(new JsonObject
            {
                ["name"] = word,
                ["type"] = (int?)chosen["type"],
                ["options"] = ReadLevel(chosen, rest, $"{shown} {word}", autocomplete),
            });
        }

        var values = Values(options, arguments, shown);
        JsonArray data = [];
        var focused = autocomplete ? values.Keys.LastOrDefault(name => (bool?)options.First(one => (string?)one["name"] == name)["autocomplete"] == true) : null;
        foreach (var option in options)
        {
            var name = (string)option["name"]!;
            if (values.TryGetValue(name, out var text))
            {
                var value = new JsonObject { ["name"] = name, ["type"] = (int?)option["type"], ["value"] = autocomplete ? text : Value(option, text, shown) };
                if (name == focused)
                {
                    value["focused"] = true;
                }

                data.Add((JsonNode)value);
            }
            else if ((bool?)option["required"] == true && !autocomplete)
            {
                throw new ControlRefusedException($"{shown} needs its option \"{name}\": write {shown} {name}:VALUE.");
            }
        }

        if (autocomplete && focused is null)
        {
            throw new ControlRefusedException($"{shown} offers no completion for what was typed.");
        }

        return data;
    }

    private static Dictionary<string, string> Values(List<JsonObject> options, string arguments, string shown)
    {
        var names = options.Select(option => (string)option["name"]!).ToList();
        var found = OptionName().Matches(arguments).Where(match => names.Contains(match.Groups[1].Value)).ToList();
        Dictionary<string, string> values = [];
        var leading = (found.Count == 0 ? arguments : arguments[..found[0].Index]).Trim();
        if (leading.Length > 0)
        {
            if (names.Count == 0)
            {
                throw new ControlRefusedException($"{shown} takes no options, but \"{leading}\" was written after it.");
            }

            values[names.FirstOrDefault(name => found.All(match => match.Groups[1].Value != name)) ?? names[0]] = leading;
        }

        for (var index = 0; index < found.Count; index++)
        {
            var start = found[index].Index + found[index].Length;
            var end = index + 1 < found.Count ? found[index + 1].Index : arguments.Length;
            values[found[index].Groups[1].Value] = arguments[start..end].Trim();
        }

        return values;
    }

    private JsonNode Value(JsonObject option, string text, string shown)
    {
        var name = (string)option["name"]!;
        var choices = (option["choices"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        if (choices.Count > 0)
        {
            var choice = choices.FirstOrDefault(one => one["value"]?.ToString() == text || (string?)one["name"] == text)
                ?? throw new ControlRefusedException($"{shown}: \"{text}\" is none of the choices of {name}: {string.Join(", ", choices.Select(one => (string?)one["name"]))}.");
            return choice["value"]!.DeepClone();
        }

        switch ((int?)option["type"])
        {
            case 4 when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                return whole;
            case 5 when bool.TryParse(text, out var flag):
                return flag;
            case 10 when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return number;
            case 6:
                return Resolve("users", text, state.World.Users.Append(state.World.Bot).FirstOrDefault(user => Fits(text, user.Id, user.Username, "@"))?.Id, id =>
                {
                    if (guild.Members.FirstOrDefault(member => member.UserId == id) is { } member)
                    {
                        var shape = Shapes.Member(state, member);
                        shape.Remove("user");
                        Section("members")[id] = shape;
                    }

                    return Shapes.User(state, id);
                });
            case 7:
                return Resolve("channels", text, guild.Channels.FirstOrDefault(channel => Fits(text, channel.Id, channel.Name, "#"))?.Id, id =>
                    Shapes.Channel(state, guild, guild.Channels.First(channel => channel.Id == id)));
            case 8:
                return Resolve("roles", text, guild.Roles.FirstOrDefault(role => Fits(text, role.Id, role.Name, "@"))?.Id, id =>
                    Shapes.Role(guild.Roles.First(role => role.Id == id), 0));
            case 3:
                CheckLength(option, text, shown);
                return text;
            default:
                throw new ControlRefusedException($"{shown}: \"{text}\" does not fit the type of {name}.");
        }
    }

    private static void CheckLength(JsonObject option, string text, string shown)
    {
        var length = TextMeasure.CodePoints(text);
        if (length < ((int?)option["min_length"] ?? 0) || length > ((int?)option["max_length"] ?? 6000))
        {
            throw new ControlRefusedException($"{shown}: the text for {(string?)option["name"]} has {length} characters, which the option does not allow.");
        }
    }

    private string Resolve(string section, string text, string? id, Func<string, JsonObject> shape)
    {
        if (id is null)
        {
            throw new ControlRefusedException($"\"{text}\" is not among the {section} of this server.");
        }

        Section(section)[id] = shape(id);
        return id;
    }

    private JsonObject Section(string name)
    {
        if (_resolved[name] is not JsonObject section)
        {
            section = [];
            _resolved[name] = section;
        }

        return section;
    }

    private static bool Fits(string text, string id, string name, string sign) =>
        text == id || text.TrimStart('<').TrimStart('@', '#', '&').TrimEnd('>') == id || text == name || text == sign + name;

    private static (string Word, string Remainder) Split(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? (text, "") : (text[..space], text[(space + 1)..].Trim());
    }

    [GeneratedRegex(@"(?<=^|\s)([-_'\p{L}\p{N}]{1,32}):")]
    private static partial Regex OptionName();
}
