using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads a poster or a photo. The file itself is looked at by <see cref="Pictures.PictureShelf"/>.</summary>
internal static class PictureReader
{
    /// <returns>Null after a finding.</returns>
    public static Picture? Read(Node node, string what, FindingList findings)
    {
        if (node is Node.Scalar { Text: var text })
        {
            return text.Contains("://", StringComparison.Ordinal)
                ? findings.Parse(node, what, Forms.Url) is { } address ? new Picture(null, address, null) : null
                : findings.Parse(node, what, Forms.PictureFile) is { } name ? new Picture(name, null, null) : null;
        }

        if (Section.Open(node, $"the {what}", findings, Shapes.Picture) is not { } section)
        {
            return null;
        }

        var file = section.Read("file", Forms.PictureFile);
        var url = section.Read("url", Forms.Url);
        var alt = section.Read("alt", Forms.Line);
        if (section.Find("file") is null == section.Find("url") is null)
        {
            findings.Error(node.Where, "bad-picture", $"the {what} needs a file or a url, one of the two", $"write {what}: {{file: images/poster.png, alt: what it shows}}");
            return null;
        }

        return file is null && url is null ? null : new Picture(file, url, alt);
    }
}
