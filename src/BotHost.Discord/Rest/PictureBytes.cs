namespace BotHost.Discord.Rest;

/// <summary>A picture as it goes over the wire.</summary>
internal sealed record PictureBytes(string Name, byte[] Bytes);
