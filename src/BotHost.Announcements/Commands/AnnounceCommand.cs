using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Ledgers;
using BotHost.Announcements.Talks;
using NodaTime;
using NodaTime.Extensions;

namespace BotHost.Announcements.Commands;

/// <summary>Shows a moderator what would be posted, and asks.</summary>
internal sealed class AnnounceCommand(
    ModeratorCheck moderators,
    PublicCatalogueSource members,
    ITalkSource talks,
    IAnnouncements announcements,
    ILedger ledger,
    IClock clock,
    TimeProvider machine) : ICommandHandler
{
    /// <summary>The verb of the ledger's question.</summary>
    public const string Question = "announce";

    public CommandDefinition Definition => CommandTable.Announce;

    public async Task<Reply> HandleAsync(IncomingCommand command, CancellationToken cancellationToken)
    {
        var words = Wording.For(command.Locale);
        var standing = await moderators.StandingOfAsync(command, cancellationToken);
        if (standing != Standing.Moderator)
        {
            return Reply.Whisper(words.OnlyFor(standing, command));
        }

        var catalogue = talks.Current;
        var known = TalkTimeline.Sort(catalogue.Talks.Values, clock.GetCurrentInstant()).ToImmutableArray();
        if (command.Argument("talk") is not { } query)
        {
            var announceable = known.Where(talk => words.Hindrance(talk.Status) is null);
            return Ask(words, words.WhichToAnnounce, catalogue, announceable);
        }

        return NameSearch.Find(query, known, EntryOf).Best switch
        {
            [] => Ask(words, words.NoSuchTalk(query), catalogue, NameSearch.Nearest(query, known, EntryOf, TalkChoice.MaxNearest)),
            [var talk] => await PreviewAsync(command, talk, catalogue, words, cancellationToken),
            var several => Ask(words, words.SeveralMatch, catalogue, several),
        };

        SearchEntry EntryOf(Talk talk) =>
            SearchEntry.Of(talk, catalogue.SeriesOf(talk), talk.People.Select(part => catalogue.People[part.Person]));
    }

    /// <summary>Whoever types is not known to be a moderator yet, so only what members may see is offered; everything can be typed.</summary>
    public IReadOnlyList<Suggestion> Suggest(string typed) => Suggestions.OfTalks(members.Current, typed);

    private async Task<Reply> PreviewAsync(IncomingCommand command, Talk talk, TalkCatalogue catalogue, Wording words, CancellationToken cancellationToken)
    {
        if (words.Hindrance(talk.Status) is { } hindrance)
        {
            return Reply.Whisper(hindrance);
        }

        var preview = await announcements.PreviewAsync(talk.Id, cancellationToken);
        if (preview.Post is not { } post || preview.Channels.Count == 0)
        {
            return Reply.Whisper(words.NowhereToPost);
        }

        var lines = preview.Channels.Select(status => Page.Words(words.ChannelLine(status.Channel.FaceName, status.Word)));
        if (preview.Channels.All(status => !status.Pending))
        {
            return new Reply { Content = new Page().Paragraph(words.NothingPending).Bullets(lines).Build(), Private = true };
        }

        var now = clock.GetCurrentInstant();
        var page = new Page().Paragraph(words.PreviewOf(words.Title(talk, catalogue.SeriesOf(talk)))).Bullets(lines);
        if (post.Mention is { } mention)
        {
            page.Paragraph(words.WillMention(mention));
        }

        if (TalkTimeline.PhaseOf(talk, now) == TalkPhase.Over)
        {
            page.Paragraph(words.IsOver);
        }

        var question = await ledger.AskAsync(Question, talk.Id.Value, command.Author.Mark(), preview.Hash, machine.GetUtcNow().ToInstant(), cancellationToken);
        return new Reply
        {
            Content = page.Build(),
            // A preview is not the post: it pings nobody.
            Preview = post with { Mention = null },
            Actions =
            [
                new ActionButton(AnnouncePress.Post, question, words.PostNow, ActionStyle.Primary),
                new ActionButton(AnnouncePress.Cancel, question, words.Cancel),
            ],
            Private = true,
        };
    }

    private Reply Ask(Wording words, string question, TalkCatalogue catalogue, IEnumerable<Talk> choices) =>
        TalkChoice.Ask(words, question, Definition, choices.Select(talk =>
            (talk.Id.Value, $"{words.Title(talk, catalogue.SeriesOf(talk))} · {words.Status(talk.Status)}")));
}
