namespace BotHost.Discord.Rendering;

/// <summary>The framed part of a message.</summary>
internal sealed record Embed(string? Title, string? Url, string? Description)
{
    public EmbedAuthor? Author { get; init; }

    public EmbedPicture? Image { get; init; }

    public EmbedPicture? Thumbnail { get; init; }
}

/// <summary>The small line above the title. It is shown as it stands: the platform reads no markup in it.</summary>
internal sealed record EmbedAuthor(string Name, string? Url = null);

/// <summary>A picture in a frame.</summary>
/// <param name="Url">A page's address, or <c>attachment://</c> and the name of a file of the same message.</param>
/// <param name="Description">For readers who cannot see it; null for a file, which has its own.</param>
internal sealed record EmbedPicture(string Url, string? Description = null);

/// <summary>A file that goes along with a message.</summary>
/// <param name="Id">Its number among the files of the request.</param>
/// <param name="Filename">Its name, by which its bytes are found.</param>
/// <param name="Description">For readers who cannot see it.</param>
internal sealed record Attachment(string Id, string Filename, string? Description);
