using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BotHost.Announcements.Talks;

namespace BotHost.Configuration.Pictures;

/// <summary>Adds to talks and people what their pictures hold.</summary>
/// <remarks>
/// An entry's file and its picture change at different times, so that the entry is read without the picture. The same entry with the
/// same picture is the same object after a reload, so that whoever keeps something for a talk finds it again.
/// </remarks>
internal sealed class PicturedEntries
{
    private readonly ConditionalWeakTable<Talk, Talk> _talks = [];
    private readonly ConditionalWeakTable<Person, Person> _people = [];

    public TalkCatalogue Fill(TalkCatalogue catalogue, ImmutableArray<SeenPicture> pictures)
    {
        if (pictures.IsEmpty)
        {
            return catalogue;
        }

        var contents = pictures.ToDictionary(picture => picture.Name, picture => picture.Content, StringComparer.Ordinal);
        PictureFile? ContentOf(Picture? picture) => picture?.File is { } name ? contents[name] : null;
        return catalogue with
        {
            Talks = catalogue.Talks.SetItems(
                from talk in catalogue.Talks.Values
                let content = ContentOf(talk.Image)
                where content is not null
                select KeyValuePair.Create(talk.Id, With(talk, content))),
            People = catalogue.People.SetItems(
                from person in catalogue.People.Values
                let content = ContentOf(person.Photo)
                where content is not null
                select KeyValuePair.Create(person.Id, With(person, content))),
        };
    }

    private Talk With(Talk talk, PictureFile content)
    {
        if (_talks.TryGetValue(talk, out var before) && before.Image!.Content == content)
        {
            return before;
        }

        var filled = talk with { Image = talk.Image! with { Content = content } };
        _talks.AddOrUpdate(talk, filled);
        return filled;
    }

    private Person With(Person person, PictureFile content)
    {
        if (_people.TryGetValue(person, out var before) && before.Photo!.Content == content)
        {
            return before;
        }

        var filled = person with { Photo = person.Photo! with { Content = content } };
        _people.AddOrUpdate(person, filled);
        return filled;
    }
}
