using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>The talk that runs now or comes next.</summary>
internal sealed class NextCommand(PublicCatalogueSource source) : ICommandHandler
{
    private const int MaxUndated = 3;

    public CommandDefinition Definition => CommandTable.Next;

    public Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        var words = Wording.For(command.Locale);
        var catalogue = source.Current;
        var undated = catalogue.Upcoming.Where(talk => talk.Phase == TalkPhase.Undated).Take(MaxUndated).ToList();
        if (catalogue.Next is not { } next)
        {
            return Task.FromResult(Reply.Say(undated.Count == 0 ? words.NothingPlanned : $"{words.NothingDated} {words.WithoutDate(undated)}"));
        }

        var page = new Page().Facts(next, words);
        if (next.Phase == TalkPhase.Running && Following(catalogue, next) is { } following)
        {
            page.Paragraph(words.AfterThat(following));
        }

        if (undated.Count > 0)
        {
            page.Paragraph(words.WithoutDate(undated));
        }

        return Task.FromResult(new Reply { Content = page.Build(), Links = TalkPages.Buttons(next, words) });
    }

    private static PublicTalk? Following(PublicCatalogue catalogue, PublicTalk next) =>
        catalogue.Upcoming.FirstOrDefault(talk => talk.IsOn && talk.Phase != TalkPhase.Undated && talk != next);
}
