namespace BotHost.Sandbox.Reading;

/// <summary>A picture that a message shows.</summary>
/// <param name="Place"><c>image</c>, <c>thumbnail</c>, <c>icon</c>, <c>attachment</c> or <c>photo</c>.</param>
/// <param name="Source">The name of a file that comes with the message, else an address.</param>
/// <param name="Alt">For those who cannot see it.</param>
public sealed record ReadPicture(string Place, string Source, string? Alt);
