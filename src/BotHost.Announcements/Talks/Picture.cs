namespace BotHost.Announcements.Talks;

/// <summary>A poster or a photo: a file in the config folder or a page's address, exactly one of the two, and what it shows in words.</summary>
/// <param name="File">Relative to the config folder, with <c>/</c>.</param>
/// <param name="Url">Absolute, https or http.</param>
/// <param name="Alt">For readers who cannot see it; null where nobody wrote it.</param>
public sealed record Picture(string? File, Uri? Url, string? Alt)
{
    /// <summary>What the file holds; null for an address, and where the file is missing or no picture that can be posted.</summary>
    public PictureFile? Content { get; init; }

    /// <summary>Whether there is anything to post.</summary>
    public bool IsUsable => Content is not null || Url is not null;

    /// <summary>What tells one picture from another, whatever it is called; null where there is nothing to post.</summary>
    public string? Mark => Content?.Hash ?? Url?.OriginalString;
}
