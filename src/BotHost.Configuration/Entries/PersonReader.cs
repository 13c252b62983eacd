using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads one person from one file.</summary>
internal sealed class PersonReader(IMarkdownReader markdown)
{
    private readonly FindingList _findings = new();

    public static PersonEntry Read(SourceFile file, IMarkdownReader markdown) => new PersonReader(markdown).Read(file);

    private PersonEntry Read(SourceFile file)
    {
        var nowhere = new SourceSpan(file.Path, 1, 1);
        var root = YamlTree.Read(file, _findings);
        if (root is null || Section.Open(root, "a person", _findings, Shapes.Person) is not { } section)
        {
            return new PersonEntry(null, null, nowhere, _findings);
        }

        var idNode = section.Require("id", IdExample.Of(file.Path, "takehiro-masutomo"));
        var id = idNode is null ? null : _findings.Parse(idNode, "id", Forms.Id);
        _findings.Ignored.Read(section, _findings);
        var person = ReadPerson(section, id ?? "unnamed");
        return idNode is Node.Scalar { Text: var declared }
            ? new PersonEntry(id is null ? null : person, declared.Trim(), idNode.Where, _findings)
            : new PersonEntry(null, null, nowhere, _findings);
    }

    private Person ReadPerson(Section section, string id) => new()
    {
        Id = new PersonId(id),
        Name = section.Require("name", Forms.Line, "the name as it shall be shown") ?? id,
        NativeName = section.Read("native_name", Forms.Line),
        Reading = section.Read("reading", Forms.Line),
        Aliases = section.List("aliases", Forms.Line),
        Headline = section.Read("headline", Forms.Line),
        Bio = ProseReader.Read(section, "bio", markdown, _findings),
        Links = LinkReader.ReadAll(section, _findings),
        Handles = HandlesReader.Read(section, _findings),
        Photo = section.Find("photo") is { } photo ? PictureReader.Read(photo, "photo", _findings) : null,
        Translations = new TranslationReader(markdown, _findings).OfPerson(section),
        Source = section.Where,
        Written = section.Written,
    };
}
