namespace BotHost.Discord.Rendering;

/// <summary>Which linked pages the platform may show below a message; in angle brackets it leaves an address alone.</summary>
/// <param name="shown">The pages that it may show; null where the place has no previews anyway, so that nothing is marked.</param>
internal sealed class LinkPreviews(IReadOnlyCollection<Uri>? shown)
{
    /// <summary>For frames, and for messages whose previews are switched off as a whole.</summary>
    public static LinkPreviews NotMarked { get; } = new(null);

    /// <summary>For a line above a frame: switching off previews would switch off the frame.</summary>
    public static LinkPreviews None { get; } = new([]);

    /// <summary>Only of these pages.</summary>
    public static LinkPreviews Of(params Uri?[] pages) => new([.. pages.OfType<Uri>()]);

    public bool Hides(string address) => shown is not null && shown.All(page => page.AbsoluteUri != address && page.OriginalString != address);
}
