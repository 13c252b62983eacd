using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Interactions;

/// <summary>Checks a form that a bot wants to open: labels with inputs, or the older rows.</summary>
internal static class ModalForm
{
    public static void Check(JsonObject data)
    {
        var errors = new FormErrors();
        var form = new FormReader(data, "data", errors);
        form.Text("title", 1, 45, required: true);
        form.Text("custom_id", 1, 100, required: true);
        HashSet<string> ids = [];
        foreach (var part in form.Objects("components", 5, 1))
        {
            switch (part.Integer("type", 1, 30, required: true))
            {
                case 1:
                    foreach (var input in part.Objects("components", 1, 1))
                    {
                        CheckInput(input, ids);
                        input.Text("label", 1, 45, required: true);
                    }

                    break;
                case 18:
                    part.Text("label", 1, 45, required: true);
                    part.Text("description", 0, 100);
                    if (part.Object("component") is { } component)
                    {
                        CheckInput(component, ids);
                    }
                    else
                    {
                        errors.Required(part.At("component"));
                    }

                    break;
                case 10:
                    part.Text("content", 1, 4000, required: true);
                    break;
                default:
                    errors.Choices(part.At("type"), "1, 10, 18");
                    break;
            }
        }

        if (!form.Has("components"))
        {
            errors.Required("data.components");
        }

        errors.ThrowIfAny();
    }

    private static void CheckInput(FormReader input, HashSet<string> ids)
    {
        var id = input.Text("custom_id", 1, 100, required: true);
        if (!string.IsNullOrEmpty(id) && !ids.Add(id))
        {
            input.Errors.Add(input.At("custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }

        if (input.Integer("type", 3, 23, required: true) == 4)
        {
            input.Integer("style", 1, 2, required: true);
            input.Integer("min_length", 0, 4000);
            input.Integer("max_length", 1, 4000);
            input.Text("value", 0, 4000);
            input.Text("placeholder", 0, 100);
        }
    }
}
