using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Files;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads the people, one file each.</summary>
internal sealed class PeopleFolder(IMarkdownReader markdown)
{
    private static readonly object NoContext = new();

    private readonly EntryShelf<PersonEntry> _shelf = new();

    public (ImmutableDictionary<PersonId, Person> People, Names Names) Read(ConfigFolder folder, FindingList findings)
    {
        var entries = _shelf.ReadAll(folder.People, NoContext, file => PersonReader.Read(file, markdown));
        var people = ImmutableDictionary.CreateBuilder<PersonId, Person>();
        var places = new Dictionary<PersonId, SourceSpan>();
        foreach (var entry in entries)
        {
            findings.Absorb(entry.Findings);
            if (entry.Person is not { } person)
            {
                continue;
            }

            if (places.TryAdd(person.Id, entry.Where))
            {
                people.Add(person.Id, person);
            }
            else
            {
                findings.Error(
                    entry.Where, "id-twice", $"the person id '{person.Id}' is used twice, first in {places[person.Id]}", "give each person an id of their own");
            }
        }

        var complete = folder.AllPeopleRead && entries.All(entry => entry.Declared is not null);
        var names = new Names("person", [.. entries.Select(entry => entry.Declared).OfType<string>()], complete, "add a file for them to the folder 'people'");
        return (people.ToImmutable(), names);
    }
}
