namespace BotHost.Announcements.Talks;

/// <summary>A poster or a photo: a file in the config folder or a page's address, exactly one of the two, and what it shows in words.</summary>
/// <param name="File">Relative to the config folder, with <c>/</c>.</param>
/// <param name="Url">Absolute, https or http.</param>
/// <param name="Alt">For readers who cannot see it; null where nobody wrote it.</param>
public sealed record Picture(string? File, Uri? Url, string? Alt);
