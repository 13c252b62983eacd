using System.Text.Json;

namespace BotHost.Discord.Rest;

/// <summary>The body of a refusal.</summary>
/// <param name="Code">The platform's own code; null where the body has none.</param>
/// <param name="Message">The platform's words.</param>
/// <param name="RetryAfter">How long to wait, where the body says so.</param>
/// <param name="Global">Whether the global limit was hit.</param>
/// <param name="Details">Each mistake of the form with its place, such as <c>embeds.0.title: TOO_LONG ...</c>.</param>
internal sealed record ApiError(int? Code, string Message, TimeSpan? RetryAfter, bool Global, IReadOnlyList<string> Details)
{
    // Those of the platform are 0 or have five digits and more; what repeats the status as its code is something else.
    private const int LeastCode = 10_000;

    /// <summary>Whether it has the form that only the platform's own refusals have.</summary>
    public bool IsPlatforms => Message.Length > 0 && (Code is 0 or >= LeastCode || (Code is null && RetryAfter is not null));

    /// <summary>Reads a body; null for anything but a JSON object, such as the page of a block in front of the platform.</summary>
    public static ApiError? Parse(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            var details = new List<string>();
            if (root.TryGetProperty("errors", out var errors))
            {
                Flatten(errors, "", details);
            }

            return new ApiError(
                root.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : null,
                root.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()! : "",
                root.TryGetProperty("retry_after", out var wait) && wait.ValueKind == JsonValueKind.Number ? Waits.FromSeconds(wait.GetDouble()) : null,
                root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True,
                details);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString()
    {
        var text = Message.Length == 0 ? "no words" : Message;
        text = Code is null ? text : $"{text} (code {Code})";
        return Details.Count == 0 ? text : $"{text}: {string.Join("; ", Details)}";
    }

    private static void Flatten(JsonElement element, string path, List<string> details)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (property.Name == "_errors" && property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var leaf in property.Value.EnumerateArray().Where(leaf => leaf.ValueKind == JsonValueKind.Object))
                {
                    // The code of a leaf is a word in practice and a number in the description of the interface.
                    var code = leaf.TryGetProperty("code", out var value) ? value.ToString() : "";
                    var message = leaf.TryGetProperty("message", out var words) ? words.ToString() : "";
                    details.Add($"{(path.Length == 0 ? "request" : path)}: {code} {message}".TrimEnd());
                }

                continue;
            }

            Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", details);
        }
    }
}
