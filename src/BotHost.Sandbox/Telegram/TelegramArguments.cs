using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BotHost.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Telegram;

/// <summary>A call's parameters, from wherever they came: query, JSON, form or multipart. Nested values may be JSON in a string.</summary>
internal sealed class TelegramArguments
{
    private readonly JsonObject _values = [];

    /// <summary>Uploaded files by field name.</summary>
    public Dictionary<string, (string Name, string ContentType, byte[] Bytes)> Files { get; } = [];

    public string Raw => _values.ToJsonString();

    /// <summary>The parameters of an object that stands inside a call, such as a medium; files are found by the same names.</summary>
    public static TelegramArguments Of(JsonObject values, IReadOnlyDictionary<string, (string Name, string ContentType, byte[] Bytes)> files)
    {
        var arguments = new TelegramArguments();
        foreach (var (name, value) in values)
        {
            arguments._values[name] = value?.DeepClone();
        }

        foreach (var (name, file) in files)
        {
            arguments.Files[name] = file;
        }

        return arguments;
    }

    public static async Task<TelegramArguments> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        var arguments = new TelegramArguments();
        foreach (var (name, value) in http.Query)
        {
            arguments._values[name] = value.ToString();
        }

        if (HttpMethods.IsGet(http.Method))
        {
            return arguments;
        }

        if (http.HasFormContentType)
        {
            var form = await http.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (name, value) in form)
            {
                arguments._values[name] = value.ToString();
            }

            foreach (var file in form.Files)
            {
                using var memory = new MemoryStream();
                await file.CopyToAsync(memory, cancellationToken).ConfigureAwait(false);
                arguments.Files[file.Name] = (file.FileName, file.ContentType ?? "application/octet-stream", memory.ToArray());
            }

            return arguments;
        }

        using var body = new MemoryStream();
        await http.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        if (body.Length > 0)
        {
            arguments.ReadJson(Encoding.UTF8.GetString(body.ToArray()));
        }

        return arguments;
    }

    public bool Has(string name) => _values[name] is { } node && node.ToString().Length > 0;

    public string? Text(string name) => _values[name] switch
    {
        null => null,
        JsonValue value => value.ToString(),
        var node => node.ToJsonString(),
    };

    public long? Integer(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool Flag(string name) => Text(name)?.ToLowerInvariant() is "true" or "yes" or "1";

    /// <summary>A nested value.</summary>
    /// <exception cref="TelegramRefusal">The string in its place holds no JSON.</exception>
    public JsonNode? Node(string name, string called)
    {
        var node = _values[name];
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.String)
        {
            return node;
        }

        var text = value.GetValue<string>();
        if (text.Length == 0)
        {
            return null;
        }

        var parsed = JsonText.Parse(text, out var fault);
        return fault == JsonFault.None ? parsed : throw TelegramRefusal.Bad($"can't parse {called} JSON object");
    }

    private void ReadJson(string text)
    {
        var node = JsonText.Parse(text, out var fault);
        if (fault == JsonFault.Encoding)
        {
            throw TelegramRefusal.Bad("strings must be encoded in UTF-8");
        }

        if (node is not JsonObject json)
        {
            throw TelegramRefusal.Bad("can't parse request content as JSON object");
        }

        foreach (var (name, value) in json)
        {
            _values[name] = value?.DeepClone();
        }
    }
}
