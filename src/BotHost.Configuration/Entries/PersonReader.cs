using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the people, one file each.</summary>
internal sealed class PersonReader(IMarkdownReader markdown, FindingList findings)
{
    private readonly Dictionary<PersonId, (Person Person, Node Id)> _people = [];
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private bool _complete;

    public (ImmutableDictionary<PersonId, Person> People, Names Names) ReadAll(ConfigFolder folder)
    {
        _complete = folder.AllPeopleRead;
        foreach (var file in folder.People)
        {
            Read(file);
        }

        var people = _people.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Person);
        return (people, new Names("person", [.. _declared], _complete, "add a file for them to the folder 'people'"));
    }

    private void Read(SourceFile file)
    {
        var root = YamlTree.Read(file, findings);
        if (root is null || Section.Open(root, "a person", findings, Shapes.Person) is not { } section)
        {
            _complete = false;
            return;
        }

        var idNode = section.Require("id", "takehiro-masutomo");
        var id = idNode is null ? null : findings.Parse(idNode, "id", Forms.Id);
        findings.Ignored.Read(section, findings);
        var person = ReadPerson(section, id ?? "unnamed");
        if (idNode is not Node.Scalar { Text: var declared })
        {
            _complete = false;
            return;
        }

        _declared.Add(declared.Trim());
        if (id is not null && !_people.TryAdd(person.Id, (person, idNode)))
        {
            var first = _people[person.Id].Id.Where;
            findings.Error(idNode.Where, "id-twice", $"the person id '{id}' is used twice, first in {first}", "give each person an id of their own");
        }
    }

    private Person ReadPerson(Section section, string id) => new()
    {
        Id = new PersonId(id),
        Name = section.Require("name", Forms.Line, "the name as it shall be shown") ?? id,
        NativeName = section.Read("native_name", Forms.Line),
        Reading = section.Read("reading", Forms.Line),
        Aliases = section.List("aliases", Forms.Line),
        Headline = section.Read("headline", Forms.Line),
        Bio = section.Read("bio", Forms.Prose) is { } bio ? markdown.Read(bio) : RichText.Empty,
        Links = LinkReader.ReadAll(section, findings),
        Photo = section.Find("photo") is { } photo ? PictureReader.Read(photo, "photo", findings) : null,
        Translations = new TranslationReader(markdown, findings).OfPerson(section),
        Source = section.Where,
        Written = section.Written,
    };
}
