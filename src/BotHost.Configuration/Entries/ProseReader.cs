using BotHost.Announcements.Texts;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads a text in Markdown, and tells of the links in it that lead nowhere safe.</summary>
internal static class ProseReader
{
    public static RichText Read(Section section, string key, IMarkdownReader markdown, FindingList findings)
    {
        if (section.Find(key) is not { } node || findings.Parse(node, key, Forms.Prose) is not { } text)
        {
            return RichText.Empty;
        }

        return markdown.Read(text, dropped => Warn((Node.Scalar)node, dropped, findings));
    }

    private static void Warn(Node.Scalar written, DroppedLink dropped, FindingList findings)
    {
        // The reader was given the text without the space around it.
        var before = written.Text.Length - written.Text.TrimStart().Length;
        findings.Warning(
            written.Written.At(Math.Clamp(before + dropped.Index, 0, written.Text.Length)),
            "unsafe-link",
            $"the link to {Spelling.Quote(dropped.Target)} leads to no web page and no mailbox: its words stay, the link goes",
            "write the whole address with https://, or mailto: before a mail address, or take the link away");
    }
}
