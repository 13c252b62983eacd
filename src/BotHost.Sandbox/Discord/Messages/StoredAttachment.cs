using System.Text.Json.Nodes;

namespace BotHost.Sandbox.Discord.Messages;

/// <summary>A file that belongs to a message, and the attachment object that tells of it.</summary>
internal sealed record StoredAttachment(string Id, string Name, UploadedFile File, JsonObject Json)
{
    public string Url => (string)Json["url"]!;

    public string? Description => (string?)Json["description"];
}
