using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Commands;

/// <summary>Checks one application command against Discord's rules.</summary>
internal static partial class CommandForm
{
    private const int MostOptions = 25;
    private const int MostText = 8000;

    public static void Check(FormReader command)
    {
        var kind = command.Integer("type", 1, 4) ?? 1;
        CheckName(command, chatInput: kind == 1);
        if (kind == 1)
        {
            command.Text("description", 1, 100, required: true);
        }
        else if (command.Text("description", 0, 0) is { Length: > 0 })
        {
            command.Errors.Add(command.At("description"), "APPLICATION_COMMAND_TYPE_FORBIDS_DESCRIPTION", "Context menu commands cannot have description");
        }

        CheckTranslations(command, "name_localizations", 32);
        CheckTranslations(command, "description_localizations", 100);
        command.Flag("nsfw");
        if (command.Has("default_member_permissions") && !Snowflakes.IsOne(command.Form["default_member_permissions"]!.ToString()))
        {
            command.Errors.Add(command.At("default_member_permissions"), "PERMISSIONS_TYPE_COERCE", "Value is not a permission set.");
        }

        CheckOptions(command, depth: 0);
        if (TextOf(command.Form) > MostText)
        {
            command.Errors.Add(command.At(""), "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
        }
    }

    private static void CheckOptions(FormReader owner, int depth)
    {
        var options = owner.Objects("options", MostOptions);
        HashSet<string> names = [];
        var optionalSeen = false;
        foreach (var option in options)
        {
            var kind = option.Integer("type", 1, 11, required: true);
            var name = CheckName(option, chatInput: true);
            option.Text("description", 1, 100, required: true);
            CheckTranslations(option, "name_localizations", 32);
            CheckTranslations(option, "description_localizations", 100);
            if (name is not null && !names.Add(name))
            {
                option.Errors.Add(option.At("name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists in this command");
            }

            if (kind is 1 or 2)
            {
                if (depth > 0 && kind == 2 || depth > 1)
                {
                    option.Errors.Add(option.At("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and group option types can only be used in the nesting group, sub-command");
                }

                CheckOptions(option, kind == 2 ? 1 : 2);
                continue;
            }

            var required = option.Flag("required") ?? false;
            if (required && optionalSeen)
            {
                option.Errors.Add(owner.At("options"), "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options");
            }

            optionalSeen |= !required;
            CheckValue(option, kind ?? 0);
        }

        var subcommands = options.Count(option => (int?)Number(option.Form["type"]) is 1 or 2);
        if (subcommands > 0 && subcommands < options.Count)
        {
            owner.Errors.Add(owner.At("options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }
    }

    private static void CheckValue(FormReader option, long kind)
    {
        option.Integer("min_length", 0, 6000);
        option.Integer("max_length", 1, 6000);
        var choices = option.Objects("choices", 25);
        foreach (var choice in choices)
        {
            choice.Text("name", 1, 100, required: true);
            if (!choice.Has("value"))
            {
                choice.Errors.Required(choice.At("value"));
            }
            else if (kind == 3)
            {
                choice.Text("value", 0, 100);
            }
        }

        if (option.Flag("autocomplete") == true && (choices.Count > 0 || kind is not (3 or 4 or 10)))
        {
            option.Errors.Add(option.At("autocomplete"), "APPLICATION_COMMAND_AUTOCOMPLETE_INVALID", "Autocomplete is for string, integer and number options without choices");
        }
    }

    private static string? CheckName(FormReader owner, bool chatInput)
    {
        var name = owner.Text("name", 1, 32, required: true);
        if (!string.IsNullOrEmpty(name) && chatInput && (!ChatInputName().IsMatch(name) || name.EnumerateRunes().Any(rune => System.Text.Rune.ToLowerInvariant(rune) != rune)))
        {
            owner.Errors.Add(owner.At("name"), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }

        return name;
    }

    private static void CheckTranslations(FormReader owner, string field, int most)
    {
        if (owner.Object(field) is not { } map)
        {
            return;
        }

        foreach (var (language, _) in map.Form)
        {
            if (!Locales.Contains(language))
            {
                map.Errors.Choices(map.At(language), "a locale of Discord's");
            }

            map.Text(language, 1, most);
        }
    }

    private static int TextOf(JsonNode? node) => node switch
    {
        JsonObject item =>
            Size(item["name"], item["name_localizations"]) + Size(item["description"], item["description_localizations"])
            + Size(item["value"], null) + TextOf(item["options"]) + TextOf(item["choices"]),
        JsonArray list => list.Sum(TextOf),
        _ => 0,
    };

    private static int Size(JsonNode? text, JsonNode? translations) =>
        Math.Max(
            text is JsonValue ? TextMeasure.CodePoints(text.ToString()) : 0,
            translations is JsonObject map ? map.Select(pair => TextMeasure.CodePoints(pair.Value?.ToString() ?? "")).DefaultIfEmpty().Max() : 0);

    private static long? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    private static readonly HashSet<string> Locales =
    [
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl", "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi",
        "tr", "cs", "el", "bg", "ru", "uk", "hi", "th", "zh-CN", "ja", "zh-TW", "ko",
    ];

    [GeneratedRegex(@"^[-_'\p{L}\p{N}\u0900-\u097F\u0E00-\u0E7F]{1,32}$")]
    private static partial Regex ChatInputName();
}
