using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>Everything about one talk.</summary>
internal sealed class TalkCommand(PublicCatalogueSource source) : ICommandHandler
{
    public CommandDefinition Definition => CommandTable.Talk;

    public Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken) => Task.FromResult(Answer(command));

    public IReadOnlyList<Suggestion> Suggest(string typed) => Suggestions.OfTalks(source.Current, typed);

    private Reply Answer(IncomingCommand command)
    {
        var words = Wording.For(command.Locale);
        var catalogue = source.Current;
        if (command.Argument("talk") is not { } query)
        {
            return catalogue.Talks.IsEmpty
                ? Reply.Whisper(words.NothingPlanned)
                : TalkChoice.AskTalk(words, words.WhichTalk, Definition, catalogue.Talks);
        }

        return catalogue.FindTalks(query).Best switch
        {
            [] => TalkChoice.NoTalk(words, query, Definition, catalogue),
            [var talk] => new Reply { Content = new Page().Everything(talk, words).Build(), Links = TalkPages.Buttons(talk, words) },
            var several => TalkChoice.AskTalk(words, words.SeveralMatch, Definition, several),
        };
    }
}
