using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Delivery.Following;

/// <summary>What the posts of a talk tell in a channel: its words without their looks. Templates and layouts are no part of it.</summary>
/// <remarks>Every property is written even where it is null: what an older version did not know must be told from what there was none of.</remarks>
public sealed record ToldFacts
{
    public required string Title { get; init; }

    public required string? Subtitle { get; init; }

    public required string? Number { get; init; }

    public required string Summary { get; init; }

    /// <summary>As in the ledger's keys; <c>tba</c> and the reason where there is none.</summary>
    public required string Start { get; init; }

    /// <summary>The moment that the start stands for, by the rules of its zone as they were known; null where it has no hour.</summary>
    public required string? Instant { get; init; }

    public required string Status { get; init; }

    public required IReadOnlyList<string?> Place { get; init; }

    /// <summary>The page, and from when on members may see it.</summary>
    public required IReadOnlyList<string?> Online { get; init; }

    public required IReadOnlyList<ToldPerson> People { get; init; }

    public required IReadOnlyList<ToldLink> Links { get; init; }

    /// <summary>Those that serve the channel's languages, in the channel's order; a language without one is left out.</summary>
    public required IReadOnlyList<ToldTranslation> Translations { get; init; }

    /// <summary>What tells the poster and the photos from others, in the order of the post.</summary>
    public required IReadOnlyList<string> Pictures { get; init; }

    /// <summary>Pure: the same catalogue, talk and languages give the same facts.</summary>
    public static ToldFacts Of(TalkCatalogue catalogue, Talk talk, IEnumerable<string> languages) => new()
    {
        Title = talk.Title,
        Subtitle = talk.Subtitle,
        Number = talk.Number,
        Summary = Words(talk.Summary),
        Start = talk.Start is TalkStart.ToBeAnnounced undated ? $"tba {undated.Reason}".TrimEnd() : talk.Start.Occasion,
        Instant = talk.Start.Instant?.ToString(),
        Status = talk.Status.ToString().ToLowerInvariant(),
        Place = [talk.Place?.Name, talk.Place?.Address, talk.Place?.Map?.OriginalString],
        Online = [talk.Online?.Url.OriginalString, talk.Online?.Reveal?.ToString()],
        People = [.. talk.People.Select(part => PersonOf(part, catalogue.People[part.Person]))],
        Links = LinksOf(talk.Links),
        Translations = [.. languages.Select(language => TranslationOf(catalogue, talk, language)).OfType<ToldTranslation>()],
        Pictures = [.. talk.People.Select(part => catalogue.People[part.Person].Photo).Prepend(talk.Image).Select(picture => picture?.Mark).OfType<string>()],
    };

    private static ToldPerson PersonOf(TalkPerson part, Person person) => new(
        person.Id.Value, part.Role, person.Name, person.NativeName, person.Headline, Words(person.Bio), LinksOf(person.Links));

    private static ToldTranslation? TranslationOf(TalkCatalogue catalogue, Talk talk, string language)
    {
        var translation = talk.Translations.For(language);
        var people = talk.People
            .Select(part => (Part: part, Words: catalogue.People[part.Person].Translations.For(language)))
            .Where(entry => entry.Words is not null)
            .Select(entry => new ToldPerson(
                entry.Part.Person.Value, entry.Part.Role, entry.Words!.Name, null, entry.Words.Headline, Words(entry.Words.Bio), []))
            .ToList();
        if (translation is null && people.Count == 0)
        {
            return null;
        }

        return new ToldTranslation(
            language, translation?.Title, translation?.Subtitle, Words(translation?.Summary ?? RichText.Empty), translation?.Place,
            [.. talk.People.Select(part => translation?.Roles.GetValueOrDefault(part.Role))],
            [.. talk.Links.Select(link => translation?.Labels.GetValueOrDefault(link.Label))],
            people);
    }

    private static IReadOnlyList<ToldLink> LinksOf(IEnumerable<TypedLink> links) =>
        [.. links.Select(link => new ToldLink(link.Kind, link.Label, link.Url.OriginalString))];

    private static string Words(RichText text) => PlainText.Of(text, "en");
}
