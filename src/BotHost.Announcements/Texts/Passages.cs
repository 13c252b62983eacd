namespace BotHost.Announcements.Texts;

/// <summary>A text as a row of passages, of which the first ones make sense without the rest: the sentences of its first paragraph, then its blocks.</summary>
public static class Passages
{
    public static int Count(RichText text) => text.IsEmpty ? 0 : text.Blocks.Length;

    /// <summary>The first passages; all of the text where there are no more.</summary>
    public static RichText Take(RichText text, int count) =>
        text.IsEmpty || count >= text.Blocks.Length ? text : new RichText(text.Blocks[..Math.Max(0, count)]);
}
