using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>Checks message components: rows of buttons or one select, and the layout kinds of V2.</summary>
internal sealed class ComponentForm(FormErrors errors, bool layout)
{
    private const int MostRows = 5;
    private const int MostLayout = 40;
    private const int MostLayoutText = 4000;
    private static readonly int[] Selects = [3, 5, 6, 7, 8];

    private readonly HashSet<string> _customIds = [];
    private int _count;
    private int _textLength;

    public JsonArray Read(FormReader message)
    {
        var stored = ReadList(message, "components", layout ? MostLayout : MostRows, layout ? [1, 9, 10, 12, 13, 14, 17] : [1]);
        if (_count > MostLayout)
        {
            errors.Add(message.At("components"), "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", "The maximum number of components in a message is 40");
        }

        if (_textLength > MostLayoutText)
        {
            errors.Add(message.At("components"), "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "The displayable text size of the components is over 4000");
        }

        return stored;
    }

    private JsonArray ReadList(FormReader parent, string field, int most, int[] kinds, int least = 0)
    {
        JsonArray stored = [];
        foreach (var component in parent.Objects(field, most, least))
        {
            stored.Add((JsonNode)ReadOne(component, kinds));
        }

        return stored;
    }

    private JsonObject ReadOne(FormReader form, int[] kinds)
    {
        _count++;
        var stored = (JsonObject)form.Form.DeepClone();
        stored["id"] = _count;
        var kind = (int?)form.Integer("type", 1, 30, required: true);
        if (kind is null || !kinds.Contains(kind.Value))
        {
            if (kind is not null)
            {
                errors.Choices(form.At("type"), string.Join(", ", kinds));
            }

            return stored;
        }

        switch (kind)
        {
            case 1:
                stored["components"] = ReadRow(form);
                break;
            case 2:
                ReadButton(form);
                break;
            case 9:
                stored["components"] = ReadList(form, "components", 3, [10], least: 1);
                ReadAccessory(form, stored);
                break;
            case 10:
                _textLength += TextMeasure.CodePoints(form.Text("content", 1, 4000, required: true) ?? "");
                break;
            case 17:
                form.Integer("accent_color", 0, 0xFFFFFF);
                stored["components"] = ReadList(form, "components", MostLayout, [1, 9, 10, 12, 13, 14], least: 1);
                break;
            case 12:
                form.Objects("items", 10, 1);
                break;
            default:
                if (Selects.Contains(kind.Value))
                {
                    ReadSelect(form, kind.Value);
                }

                break;
        }

        return stored;
    }

    private JsonArray ReadRow(FormReader row)
    {
        var stored = ReadList(row, "components", MostRows, [2, .. Selects], least: 1);
        if (stored.Count > 1 && stored.Any(item => (int?)item!["type"] != 2))
        {
            errors.Add(row.At("components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "Component layout width exceeded");
        }

        return stored;
    }

    private void ReadAccessory(FormReader section, JsonObject stored)
    {
        if (section.Object("accessory") is { } accessory)
        {
            stored["accessory"] = ReadOne(accessory, [2, 11]);
        }
        else
        {
            errors.Required(section.At("accessory"));
        }
    }

    private void ReadButton(FormReader button)
    {
        var style = button.Integer("style", 1, 6, required: true);
        button.Text("label", 0, 80);
        button.Flag("disabled");
        if (style == 6)
        {
            button.Text("sku_id", 1, 20, required: true);
            return;
        }

        if (!button.Has("label") && !button.Has("emoji"))
        {
            errors.Add(button.At("label"), "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required.");
        }

        if (style == 5)
        {
            button.Url("url", attachments: false, required: true, most: 512);
            if (button.Has("custom_id"))
            {
                errors.Add(button.At("custom_id"), "BASE_TYPE_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified");
            }

            return;
        }

        if (button.Has("url"))
        {
            errors.Add(button.At("url"), "BASE_TYPE_CUSTOM_ID_AND_URL", "A custom id and url cannot both be specified");
        }

        ReadCustomId(button);
    }

    private void ReadSelect(FormReader select, int kind)
    {
        ReadCustomId(select);
        select.Text("placeholder", 0, 150);
        select.Integer("min_values", 0, 25);
        select.Integer("max_values", 1, 25);
        if (kind != 3)
        {
            return;
        }

        if (!select.Has("options"))
        {
            errors.Required(select.At("options"));
        }

        foreach (var option in select.Objects("options", 25, 1))
        {
            option.Text("label", 1, 100, required: true);
            option.Text("value", 1, 100, required: true);
            option.Text("description", 0, 100);
        }
    }

    private void ReadCustomId(FormReader component)
    {
        var id = component.Text("custom_id", 1, 100, required: true);
        if (!string.IsNullOrEmpty(id) && !_customIds.Add(id))
        {
            errors.Add(component.At("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}
