using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>The links of the next talk, or of the named one.</summary>
internal sealed class LinksCommand(PublicCatalogueSource source) : ICommandHandler
{
    public CommandDefinition Definition => CommandTable.Links;

    public Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken) => Task.FromResult(Answer(command));

    public IReadOnlyList<Suggestion> Suggest(string typed) => Suggestions.OfTalks(source.Current, typed);

    private Reply Answer(IncomingCommand command)
    {
        var words = Wording.For(command.Locale);
        var catalogue = source.Current;
        if (command.Argument("talk") is not { } query)
        {
            return catalogue.Next is { } next ? Show(words, next) : Reply.Say(catalogue.Upcoming.Any() ? words.NothingDated : words.NothingPlanned);
        }

        return catalogue.FindTalks(query).Best switch
        {
            [] => TalkChoice.NoTalk(words, query, Definition, catalogue),
            [var talk] => Show(words, talk),
            var several => TalkChoice.AskTalk(words, words.SeveralMatch, Definition, several),
        };
    }

    private static Reply Show(Wording words, PublicTalk talk) => new() { Content = new Page().AllLinks(talk, words).Build() };
}
