using System.Collections.Immutable;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>Shows moderators how the bot stands: what comes next, and what waits for them.</summary>
internal sealed class StatusCommand(ModeratorCheck moderators, IBotStanding standing) : ICommandHandler
{
    private const int MostUntold = 3;

    private const int MostVanished = 2;

    private const int MostPlaces = 3;

    private const int MostOpen = 6;

    // With all the others it is one message on every platform.
    private const int LongestLine = 120;

    // What people can do about it stands at the end, and so does the time to look for an unknown post.
    private const int LongestRemedy = 170;

    public CommandDefinition Definition => CommandTable.Status;

    public async Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        var words = Wording.For(command.Locale);
        var rights = await moderators.StandingOfAsync(command, cancellationToken);
        return rights == Standing.Moderator
            ? new Reply { Content = Show(words, standing.Look()), Private = true }
            : Reply.Whisper(words.OnlyFor(rights, command));
    }

    private static RichText Show(Wording words, BotStanding bot)
    {
        var page = new Page();
        if (bot.Store is { } trouble)
        {
            page.Paragraph(Page.Strong(words.NothingIsPosted(Cut(trouble, LongestRemedy))));
        }

        if (bot.KeptOutcomes > 0)
        {
            page.Paragraph(words.OutcomesWait(bot.KeptOutcomes));
        }

        Section(page, words, words.NobodyTold, bot.Untold, MostUntold);
        if (bot.Held is { } held)
        {
            page.Paragraph(Page.Strong(words.NothingByItself(Cut(held, LongestRemedy))));
        }

        page.Lines(bot.Platforms.Select(platform => Page.Words(words.PlatformLine(platform.Platform, platform.Hindrance is { } why ? Cut(why, LongestRemedy) : null))));
        Section(page, words, words.SetAside, [.. bot.Aside.Select(place => $"{place.Place}: {place.Reason}")], MostPlaces, LongestRemedy);
        Section(page, words, words.NoLongerInTheFiles, bot.Vanished, MostVanished);
        page.Paragraph(Page.Strong(bot.Next.Count == 0 ? words.NoNextPost : words.NextPosts));
        page.Bullets(bot.Next.Select(next => ImmutableArray.Create<Inline>(
            new Inline.Text($"{Cut(next.Post)}, "), new Inline.Time(next.At, next.Zone, TimeStyle.Full))));
        if (bot.IsAsPlanned)
        {
            return page.Paragraph(words.NothingOpen).Build();
        }

        Section(page, words, words.OpenPosts, [.. bot.Open.Select(open => $"{open.Post}: {open.Word}")], MostOpen, LongestRemedy);
        return page.Build();
    }

    private static void Section(Page page, Wording words, string heading, IReadOnlyCollection<string> lines, int most, int longest = LongestLine)
    {
        if (lines.Count == 0)
        {
            return;
        }

        page.Paragraph(Page.Strong(heading)).Bullets(lines.Take(most).Select(line => Page.Words(Cut(line, longest))));
        if (lines.Count > most)
        {
            page.Paragraph(words.More(lines.Count - most));
        }
    }

    private static string Cut(string line, int longest = LongestLine) => Shortening.AtWord(line, longest);
}
