using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Hosting;

/// <summary>What a request says in JSON, for the record; the bytes of files stay out of it.</summary>
internal static class RequestJson
{
    private static readonly string[] Numbers = ["message_id", "message_thread_id"];

    /// <summary>A JSON body, the JSON part of a multipart one, or a form's fields as one object; null for rubbish.</summary>
    public static async Task<string?> OfAsync(HttpRequest request, MemoryStream body, CancellationToken cancellationToken)
    {
        if (body.Length == 0)
        {
            return null;
        }

        if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
        {
            return Parse(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length))?.ToJsonString(SandboxJson.Readable);
        }

        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            return (await OfFormAsync(form, cancellationToken).ConfigureAwait(false))?.ToJsonString(SandboxJson.Readable);
        }
        catch (InvalidDataException)
        {
            // Whoever reads it next finds the same fault and answers for it.
            return null;
        }
    }

    private static async Task<JsonNode?> OfFormAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        const string payload = "payload_json";
        if (form.TryGetValue(payload, out var text))
        {
            return Parse(text.ToString());
        }

        if (form.Files.GetFile(payload) is { } part)
        {
            using var reader = new StreamReader(part.OpenReadStream(), Encoding.UTF8);
            return Parse(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
        }

        var fields = new JsonObject();
        foreach (var (name, value) in form)
        {
            fields[name] = Typed(name, value.ToString());
        }

        // A file under the parameter's own name stands for the reference to it.
        var written = fields.ToJsonString(SandboxJson.Readable);
        foreach (var file in form.Files.Where(file => !written.Contains("attach://" + file.Name, StringComparison.Ordinal)))
        {
            fields[file.Name] = "attach://" + file.Name;
        }

        return fields;
    }

    private static JsonNode? Typed(string name, string value)
    {
        var isJson = value is "true" or "false" || value.StartsWith('{') || value.StartsWith('[') || Numbers.Contains(name);
        return (isJson && name is not ("text" or "caption") ? Parse(value) : null) ?? value;
    }

    private static JsonNode? Parse(string text) => JsonText.Parse(text, out var fault) is { } node && fault == JsonFault.None ? node : null;
}
