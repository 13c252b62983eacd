using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>Completions from what members may see.</summary>
internal static class Suggestions
{
    /// <summary>The shortest limit of a completion's text among the platforms.</summary>
    private const int MaxLabel = 100;

    public static IReadOnlyList<Suggestion> OfTalks(PublicCatalogue catalogue, string typed)
    {
        var words = Wording.For(null);
        ImmutableArray<PublicTalk> talks = string.IsNullOrWhiteSpace(typed) ? catalogue.Talks : catalogue.FindTalks(typed).All;
        return [.. talks.Select(talk => new Suggestion(Shortening.Shorten(words.Title(talk.Talk, talk.Series), MaxLabel), talk.Id.Value))];
    }

    public static IReadOnlyList<Suggestion> OfPeople(PublicCatalogue catalogue, string typed)
    {
        var words = Wording.For(null);
        ImmutableArray<Person> people = string.IsNullOrWhiteSpace(typed) ? catalogue.People : catalogue.FindPeople(typed).All;
        return [.. people.Select(person => new Suggestion(Shortening.Shorten(words.Name(person), MaxLabel), person.Id.Value))];
    }
}
