namespace BotHost.Sandbox.Previews;

/// <summary>A picture that payloads name.</summary>
/// <param name="Name">As in the payloads: a file's name, or an address.</param>
/// <param name="Alt">For those who cannot see it.</param>
/// <param name="Bytes">Null where they are not at hand; the page says so in its place.</param>
public sealed record PreviewPicture(string Name, string? Alt, byte[]? Bytes);
