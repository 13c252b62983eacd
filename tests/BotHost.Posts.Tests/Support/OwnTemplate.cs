using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Posts.Templates;

namespace BotHost.Posts.Tests.Support;

/// <summary>Templates as the config folder gives them.</summary>
internal static class OwnTemplate
{
    private const char ByteOrderMark = '\uFEFF';

    private static readonly TemplateLibrary Library = TemplateLibrary.BuiltIn();

    /// <param name="language">The language; the file stands in its folder.</param>
    /// <param name="name">The file's name without its extension.</param>
    /// <param name="content">What is in the file, with the line ends and the byte order mark that it has.</param>
    public static TemplateFile File(string language, string name, string content)
    {
        var text = content.TrimStart(ByteOrderMark).Replace("\r\n", "\n", StringComparison.Ordinal);
        return new TemplateFile(language, name, new SourceText(text, index =>
        {
            var lines = text[..index].Split('\n');
            return new SourceSpan($"templates/{language}/{name}.md", lines.Length, lines[^1].Length + 1);
        }));
    }

    public static TalkCatalogue Over(TalkCatalogue catalogue, params TemplateFile[] files) => catalogue with { Templates = [.. files] };

    public static ImmutableArray<Finding> Check(params TemplateFile[] files) => Check(Sample.Catalogue(), files);

    public static ImmutableArray<Finding> Check(TalkCatalogue catalogue, params TemplateFile[] files) =>
        [.. new TemplateRule(Library).Check(Over(catalogue, files)).OrderBy(finding => finding.Where).ThenBy(finding => finding.Text, StringComparer.Ordinal)];
}
