using System.Buffers;
using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Files;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the organiser's own templates, one file each. What one may say is for the room of the posts to check.</summary>
internal sealed class TemplatesFolder
{
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(character => char.IsControl(character) && character is not ('\n' or '\t'))]);

    private readonly EntryShelf<TemplateEntry> _shelf = new();

    /// <param name="folder">The files.</param>
    /// <param name="leading">The language of those that lie in no language's folder.</param>
    /// <param name="findings">Where problems go.</param>
    public ImmutableArray<TemplateFile> Read(ConfigFolder folder, string leading, FindingList findings)
    {
        var templates = ImmutableArray.CreateBuilder<TemplateFile>();
        foreach (var entry in _shelf.ReadAll(folder.Templates, leading, file => Read(file, leading)))
        {
            findings.Absorb(entry.Findings);
            var template = entry.Template;
            if (templates.FirstOrDefault(other => other.Name == template.Name && other.Language.Equals(template.Language, StringComparison.OrdinalIgnoreCase)) is { } first)
            {
                findings.Error(
                    template.Text.Where, "id-twice", $"the template '{template.Name}' is written twice in '{template.Language}', first in {first.Text.Where.File}", "keep one of them");
            }
            else
            {
                templates.Add(template);
            }
        }

        return templates.ToImmutable();
    }

    private static TemplateEntry Read(SourceFile file, string leading)
    {
        var findings = new FindingList();
        var text = TextOf(file);
        var strange = text.Text.AsSpan().IndexOfAny(Forbidden);
        if (strange >= 0)
        {
            findings.Error(text.At(strange), "bad-text", $"the template holds a control character (U+{(int)text.Text[strange]:X4})", "take it out");
        }

        var language = file.Path.Split('/') is [_, var folder, _] ? folder : leading;
        return new TemplateEntry(new TemplateFile(language, Path.GetFileNameWithoutExtension(file.Path), text), findings);
    }

    /// <summary>Each line break becomes one character, so that lines and columns are the same as in the file.</summary>
    private static SourceText TextOf(SourceFile file)
    {
        var text = file.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new SourceText(text, index =>
        {
            var before = text.AsSpan(0, Math.Clamp(index, 0, text.Length));
            return new SourceSpan(file.Path, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
        });
    }
}
