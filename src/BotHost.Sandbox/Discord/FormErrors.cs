using System.Globalization;
using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord;

/// <summary>Collects the problems of a form in Discord's nested shape: object keys and array indexes down to <c>_errors</c>.</summary>
internal sealed class FormErrors
{
    private readonly JsonObject _root = [];

    /// <summary>A single problem of the request as a whole.</summary>
    public static JsonObject One(string code, string message)
    {
        var errors = new FormErrors();
        errors.Add("", code, message);
        return errors._root;
    }

    public bool Any => _root.Count > 0;

    public void Add(string path, string code, string message)
    {
        var node = _root;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (node[step] is not JsonObject child)
            {
                child = [];
                node[step] = child;
            }

            node = child;
        }

        if (node["_errors"] is not JsonArray list)
        {
            list = [];
            node["_errors"] = list;
        }

        list.Add((JsonNode)new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    public void Choices(string path, string allowed) => Add(path, "BASE_TYPE_CHOICES", $"Value must be one of ({allowed}).");

    public void TooLong(string path, int most) =>
        Add(path, "BASE_TYPE_MAX_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be {most} or fewer in length."));

    public void BadLength(string path, int least, int most) =>
        Add(path, "BASE_TYPE_BAD_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be between {least} and {most} in length."));

    /// <exception cref="DiscordRefusal">There is any problem.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            throw DiscordRefusal.InvalidForm(_root);
        }
    }
}
