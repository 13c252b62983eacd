using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>The command table in words; also the answer to a command that nobody knows.</summary>
internal sealed class HelpCommand(ModeratorCheck moderators) : ICommandHandler
{
    public CommandDefinition Definition => CommandTable.Help;

    public async Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        var words = Wording.For(command.Locale);
        var page = new Page().Heading(words.HelpHeading).Bullets(Lines(words, forModerators: false));
        if (await moderators.StandingOfAsync(command, cancellationToken) == Standing.Moderator)
        {
            page.Paragraph(Page.Strong(words.ForModerators)).Bullets(Lines(words, forModerators: true));
        }

        return new Reply { Content = page.Build(), Private = true };
    }

    private static IEnumerable<ImmutableArray<Inline>> Lines(Wording words, bool forModerators) => CommandTable.All
        .Where(definition => definition.ForModerators == forModerators)
        .Select(definition => ImmutableArray.Create<Inline>(new Inline.Code(words.Usage(definition)), new Inline.Text($" · {definition.Description}")));
}
