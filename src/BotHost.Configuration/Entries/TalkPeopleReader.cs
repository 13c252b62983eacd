using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads who takes part in a talk, and as what.</summary>
internal static class TalkPeopleReader
{
    public static ImmutableArray<TalkPerson> Read(Section talk, Names people, FindingList findings)
    {
        var parts = ImmutableArray.CreateBuilder<TalkPerson>();
        foreach (var item in talk.Items("people"))
        {
            if (Section.Open(item, "a person of a talk", findings, Shapes.TalkPerson) is not { } part)
            {
                continue;
            }

            var person = part.Require("person", "the id of a person in the folder 'people'") is { } node ? people.Resolve(node, "person", findings) : null;
            var role = part.Require("role", Forms.Line, "Guest");
            if (person is null || role is null)
            {
                continue;
            }

            var talkPerson = new TalkPerson(new PersonId(person), role);
            if (parts.Contains(talkPerson))
            {
                findings.Error(item.Where, "person-twice", $"'{person}' is named twice as {Spelling.Quote(role)}", "remove one of the two");
            }

            parts.Add(talkPerson);
        }

        return parts.ToImmutable();
    }
}
