using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Commands;

/// <summary>The list of coming talks.</summary>
internal sealed class TalksCommand(PublicCatalogueSource source) : ICommandHandler
{
    private const int MaxTalks = 10;

    public CommandDefinition Definition => CommandTable.Talks;

    public Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        var words = Wording.For(command.Locale);
        var upcoming = source.Current.Upcoming.ToList();
        if (upcoming.Count == 0)
        {
            return Task.FromResult(Reply.Say(words.NothingPlanned));
        }

        var page = new Page().Heading(words.ComingTalks).Bullets(upcoming.Take(MaxTalks).Select(talk => TalkPages.Line(talk, words)));
        if (upcoming.Count > MaxTalks)
        {
            page.Paragraph(words.More(upcoming.Count - MaxTalks));
        }

        return Task.FromResult(new Reply { Content = page.Build() });
    }
}
