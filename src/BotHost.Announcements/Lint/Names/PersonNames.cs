using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Everything that a person is called: the name, the native name, its reading, aliases and the names in other languages.</summary>
internal sealed class PersonNames
{
    private static readonly ConditionalWeakTable<Person, PersonNames> Known = [];

    private PersonNames(Person person)
    {
        Person = person;
        var written = Spellings(person).Distinct(StringComparer.Ordinal).ToList();
        Forms = [.. written.Select(name => NameForm.Of(person, name)).OfType<NameForm>()];
        EastAsian = [.. written.Select(EastAsianName.Of).OfType<EastAsianName>()];
    }

    public Person Person { get; }

    /// <summary>In letters, the shown name first.</summary>
    public ImmutableArray<NameForm> Forms { get; }

    /// <summary>In Han characters and kana.</summary>
    public ImmutableArray<EastAsianName> EastAsian { get; }

    public static PersonNames Of(Person person) => Known.GetValue(person, static person => new PersonNames(person));

    /// <summary>Whether a word is part of any of their names.</summary>
    public bool Has(string plain)
    {
        foreach (var form in Forms)
        {
            if (form.Has(plain))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Spellings(Person person)
    {
        yield return person.Name;
        if (person.NativeName is { } native)
        {
            yield return native;
        }

        foreach (var alias in person.Aliases)
        {
            yield return alias;
        }

        foreach (var (path, text) in person.Written.Texts)
        {
            if (path == "reading" || (path.StartsWith("translations/", StringComparison.Ordinal) && path.EndsWith("/name", StringComparison.Ordinal)))
            {
                yield return text.Text.Trim();
            }
        }
    }
}
