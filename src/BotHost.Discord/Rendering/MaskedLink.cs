using System.Text;

namespace BotHost.Discord.Rendering;

/// <summary>Writes a link behind words, and the real site behind it where the words look like another one.</summary>
internal static class MaskedLink
{
    public static string Write(string words, Uri page, LinkPreviews previews)
    {
        var target = new StringBuilder();
        Addresses.Append(target, page.AbsoluteUri);
        target.Replace("(", "%28").Replace(")", "%29");

        // Brackets would have to be balanced inside the words, whatever stands before them.
        var visible = LinkWords.Visible(words, page).Replace('[', '(').Replace(']', ')');
        var host = LinkWords.HostToShow(visible, page) is { } real ? $" ({PlainEscape.Escape(real, atLineStart: false)})" : "";
        var address = previews.Hides(page.AbsoluteUri) ? $"<{target}>" : $"{target}";
        return $"[{PlainEscape.Escape(visible, atLineStart: false)}]({address}){host}";
    }
}
