using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BotHost.Sandbox.Discord;

/// <summary>A request that was read to its end.</summary>
internal sealed record DiscordRequest(
    IReadOnlyDictionary<string, string> Path,
    IQueryCollection Query,
    JsonNode? Body,
    IReadOnlyList<UploadedFile> Files,
    bool IsRead = false)
{
    /// <summary>The body as an object; anything else is refused.</summary>
    public JsonObject Form => Body as JsonObject ?? throw BadForm();

    public bool Asks(string name) => Query[name].ToString() is "true" or "True" or "1";

    private static DiscordRefusal BadForm() =>
        DiscordRefusal.InvalidForm(FormErrors.One("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"));
}

internal sealed record UploadedFile(string Field, string Name, string ContentType, byte[] Bytes);
