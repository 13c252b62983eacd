using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord;

/// <summary>Reads typed fields of one object of a form and reports what does not fit under the field's path.</summary>
internal sealed class FormReader(JsonObject form, string path, FormErrors errors)
{
    public FormErrors Errors => errors;

    public JsonObject Form => form;

    public string At(string field) => path.Length == 0 ? field : path + "." + field;

    public bool Has(string field) => form.TryGetPropertyValue(field, out var node) && node is not null;

    /// <summary>A text whose ends are trimmed first, as Discord does; null when absent or of a wrong type.</summary>
    public string? Text(string field, int least, int most, bool required = false)
    {
        if (!Has(field))
        {
            if (required)
            {
                errors.Required(At(field));
            }

            return null;
        }

        if (form[field]!.GetValueKind() != JsonValueKind.String)
        {
            errors.Add(At(field), "BASE_TYPE_STRING", "Must be a string.");
            return null;
        }

        var text = form[field]!.GetValue<string>().Trim();
        var length = TextMeasure.CodePoints(text);
        if (length == 0 && required)
        {
            errors.Required(At(field));
        }
        else if (length > most && least == 0)
        {
            errors.TooLong(At(field), most);
        }
        else if (length > most || length < least)
        {
            errors.BadLength(At(field), least, most);
        }

        return text;
    }

    public long? Integer(string field, long least, long most, bool required = false)
    {
        if (!Has(field))
        {
            if (required)
            {
                errors.Required(At(field));
            }

            return null;
        }

        if (form[field]!.GetValueKind() != JsonValueKind.Number
            || !long.TryParse(form[field]!.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add(At(field), "NUMBER_TYPE_COERCE", $"Value \"{Short(form[field]!)}\" is not int.");
            return null;
        }

        if (number < least || number > most)
        {
            errors.Add(
                At(field),
                number < least ? "NUMBER_TYPE_MIN" : "NUMBER_TYPE_MAX",
                string.Create(CultureInfo.InvariantCulture, $"int value should be {(number < least ? "greater" : "less")} than or equal to {(number < least ? least : most)}."));
        }

        return number;
    }

    public bool? Flag(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        var kind = form[field]!.GetValueKind();
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            errors.Add(At(field), "BASE_TYPE_BOOLEAN", "Must be either true or false.");
            return null;
        }

        return kind == JsonValueKind.True;
    }

    public string? Snowflake(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        var text = form[field]!.ToString();
        if (!Snowflakes.IsOne(text))
        {
            errors.Add(At(field), "NUMBER_TYPE_COERCE", $"Value \"{Short(form[field]!)}\" is not snowflake.");
        }

        return text;
    }

    public string? Url(string field, bool attachments, bool required = false, int most = 2048)
    {
        var url = Text(field, 1, most, required);
        if (string.IsNullOrEmpty(url))
        {
            return url;
        }

        var schemes = attachments ? "'http', 'https', 'attachment'" : "'http', 'https'";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed))
        {
            errors.Add(At(field), "URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        else if (parsed.Scheme is not ("http" or "https") && !(attachments && parsed.Scheme == "attachment"))
        {
            errors.Add(At(field), "URL_TYPE_INVALID_SCHEME", $"Scheme \"{parsed.Scheme}\" must be one of ({schemes}).");
        }

        return url;
    }

    /// <summary>The objects of an array, each with a reader of its own; too many or wrong ones are reported.</summary>
    public IReadOnlyList<FormReader> Objects(string field, int most, int least = 0)
    {
        if (!Has(field))
        {
            return [];
        }

        if (form[field] is not JsonArray array)
        {
            errors.Add(At(field), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return [];
        }

        if (array.Count > most || array.Count < least)
        {
            if (least == 0)
            {
                errors.TooLong(At(field), most);
            }
            else
            {
                errors.BadLength(At(field), least, most);
            }
        }

        List<FormReader> readers = [];
        for (var index = 0; index < array.Count; index++)
        {
            var place = At(field) + "." + index.ToString(CultureInfo.InvariantCulture);
            if (array[index] is JsonObject item)
            {
                readers.Add(new FormReader(item, place, errors));
            }
            else
            {
                errors.Add(place, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
            }
        }

        return readers;
    }

    public FormReader? Object(string field)
    {
        if (!Has(field))
        {
            return null;
        }

        if (form[field] is JsonObject item)
        {
            return new FormReader(item, At(field), errors);
        }

        errors.Add(At(field), "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return null;
    }

    /// <summary>The strings of an array, or null when absent.</summary>
    public IReadOnlyList<string>? Strings(string field, int most)
    {
        if (!Has(field))
        {
            return null;
        }

        if (form[field] is not JsonArray array)
        {
            errors.Add(At(field), "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            return null;
        }

        if (array.Count > most)
        {
            errors.TooLong(At(field), most);
        }

        return [.. array.Select(item => item?.ToString() ?? "")];
    }

    private static string Short(JsonNode node)
    {
        var text = node.ToString();
        return text.Length > 40 ? text[..40] : text;
    }
}
