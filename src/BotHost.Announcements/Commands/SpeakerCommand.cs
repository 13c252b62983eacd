using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>Who a person is, and the talks that members may know of.</summary>
internal sealed class SpeakerCommand(PublicCatalogueSource source) : ICommandHandler
{
    public CommandDefinition Definition => CommandTable.Speaker;

    public Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken) => Task.FromResult(Answer(command));

    public IReadOnlyList<Suggestion> Suggest(string typed) => Suggestions.OfPeople(source.Current, typed);

    private Reply Answer(IncomingCommand command)
    {
        var words = Wording.For(command.Locale);
        var catalogue = source.Current;
        if (command.Argument("name") is not { } query)
        {
            return catalogue.People.IsEmpty
                ? Reply.Whisper(words.NothingPlanned)
                : Ask(words, words.WhichSpeaker, catalogue.Talks.SelectMany(talk => talk.People).Select(part => part.Person).DistinctBy(person => person.Id));
        }

        return catalogue.FindPeople(query).Best switch
        {
            [] => NoSpeaker(words, query, catalogue),
            [var person] => Show(words, person, catalogue),
            var several => Ask(words, words.SeveralMatch, several),
        };
    }

    private static Reply Show(Wording words, Person person, PublicCatalogue catalogue)
    {
        var talks = catalogue.TalksOf(person.Id).Take(TalkChoice.MaxChoices).Select(talk => TalkPages.Line(talk, words));
        return new Reply { Content = new Page().Speaker(person, words).Paragraph(Page.Strong(words.Their)).Bullets(talks).Build() };
    }

    private Reply NoSpeaker(Wording words, string query, PublicCatalogue catalogue)
    {
        var nearest = catalogue.NearestPeople(query, TalkChoice.MaxNearest);
        var shown = nearest.IsEmpty
            ? catalogue.Upcoming.SelectMany(talk => talk.People).Select(part => part.Person).DistinctBy(person => person.Id).Take(TalkChoice.MaxNearest).ToImmutableArray()
            : nearest;
        var text = words.NoSuchSpeaker(query);
        return shown.IsEmpty ? Reply.Whisper(text) : Ask(words, $"{text} {words.DidYouMean(!nearest.IsEmpty)}", shown);
    }

    private Reply Ask(Wording words, string question, IEnumerable<Person> people) =>
        TalkChoice.Ask(words, question, Definition, people.Select(person => (person.Id.Value, words.Name(person))));
}
