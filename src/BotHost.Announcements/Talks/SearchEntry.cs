using System.Collections.Immutable;

namespace BotHost.Announcements.Talks;

/// <summary>By what something is found.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Keys">Short texts that name it alone, such as a number.</param>
/// <param name="Names">Texts whose words lead to it.</param>
internal sealed record SearchEntry(string Id, ImmutableArray<string> Keys, ImmutableArray<string> Names)
{
    public static SearchEntry Of(Talk talk, Series series, IEnumerable<Person> people)
    {
        var numbered = talk.Number is null ? null : $"{series.Name} {talk.Number}";
        string?[] names = [talk.Title, talk.Subtitle, numbered, .. people.SelectMany(NamesOf)];
        return new SearchEntry(talk.Id.Value, Filled([talk.Number, numbered]), Filled(names));
    }

    public static SearchEntry Of(Person person) => new(person.Id.Value, [], Filled(NamesOf(person)));

    private static IEnumerable<string?> NamesOf(Person person) => [person.Name, person.NativeName, .. person.Aliases];

    private static ImmutableArray<string> Filled(IEnumerable<string?> texts) => [.. texts.OfType<string>()];
}
