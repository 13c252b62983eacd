using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>Asks back when a command does not name exactly one thing.</summary>
internal static class TalkChoice
{
    public const int MaxChoices = 10;

    public const int MaxNearest = 3;

    /// <summary>Lists the commands that would be right, for the asker alone.</summary>
    /// <param name="words">The language.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="command">The command to give again.</param>
    /// <param name="choices">The value to give, and what it stands for.</param>
    public static Reply Ask(Wording words, string question, CommandDefinition command, IEnumerable<(string Value, string Label)> choices)
    {
        var all = choices.ToList();
        var page = new Page().Paragraph(question).Bullets(all.Take(MaxChoices).Select(choice => ImmutableArray.Create<Inline>(
            new Inline.Code($"/{command.Name} {choice.Value}"), new Inline.Text($" · {choice.Label}"))));
        if (all.Count > MaxChoices)
        {
            page.Paragraph(words.More(all.Count - MaxChoices));
        }

        return new Reply { Content = page.Build(), Private = true };
    }

    public static Reply AskTalk(Wording words, string question, CommandDefinition command, IEnumerable<PublicTalk> talks) =>
        Ask(words, question, command, talks.Select(talk => (talk.Id.Value, words.Title(talk.Talk, talk.Series))));

    /// <summary>Nothing was found: names what comes closest, else what comes next.</summary>
    public static Reply NoTalk(Wording words, string query, CommandDefinition command, PublicCatalogue catalogue)
    {
        var nearest = catalogue.NearestTalks(query, MaxNearest);
        var shown = nearest.IsEmpty ? catalogue.Upcoming.Take(MaxNearest).ToImmutableArray() : nearest;
        var text = words.NoSuchTalk(query);
        return shown.IsEmpty ? Reply.Whisper(text) : AskTalk(words, $"{text} {words.DidYouMean(!nearest.IsEmpty)}", command, shown);
    }
}
