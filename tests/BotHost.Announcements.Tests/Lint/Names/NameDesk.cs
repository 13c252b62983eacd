using System.Collections.Immutable;
using BotHost.Announcements.Lint.Names;
using BotHost.Announcements.Talks;
using BotHost.TestKit.Talks;

namespace BotHost.Announcements.Tests.Lint.Names;

/// <summary>Lays one text and its people before the rule.</summary>
internal static class NameDesk
{
    /// <param name="people">Each as <c>Name|native name|alias|reading</c>, parted by semicolons. One with a leading <c>!</c> is in the catalogue, but not in the talk.</param>
    public static ImmutableArray<Finding> Check(string people, string path, string text)
    {
        var isBio = path == "bio";
        var entries = people.Split(';', StringSplitOptions.TrimEntries);
        var catalogue = new CatalogueBuilder();
        var talk = new TalkBuilder().With(talk => talk with
        {
            Written = isBio ? new FakeMap(("title", "An Evening")) : new FakeMap((path, text)),
        });
        for (var index = 0; index < entries.Length; index++)
        {
            var id = $"person-{index}";
            var values = entries[index].TrimStart('!').Split('|');
            var person = new PersonBuilder(id).Named(values[0], values.ElementAtOrDefault(1) is { Length: > 0 } native ? native : null);
            if (values.ElementAtOrDefault(2) is { Length: > 0 } alias)
            {
                person = person.AlsoCalled(alias);
            }

            var written = new List<(string, string)>();
            if (isBio && index == 0)
            {
                written.Add(("bio", text));
            }

            if (values.ElementAtOrDefault(3) is { } reading)
            {
                written.Add(("reading", reading));
            }

            var built = person.Build() with { Written = new FakeMap([.. written]) };
            catalogue.Change(known => known with { People = known.People.Add(built.Id, built) });
            talk = entries[index][0] == '!' ? talk : talk.By(id);
        }

        var made = catalogue.With(talk);
        var described = People(made);
        return [.. new NameRule().Check(described)];
    }

    /// <summary>The builder describes whom talks name by itself; here, everybody is described already.</summary>
    private static TalkCatalogue People(CatalogueBuilder builder)
    {
        TalkCatalogue? whole = null;
        builder.Change(catalogue => whole = catalogue);
        return whole!;
    }
}
