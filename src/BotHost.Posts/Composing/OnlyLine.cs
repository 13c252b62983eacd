using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Composing;

/// <summary>Tells readers in their own words that a talk is in another language than theirs. Pure.</summary>
internal static class OnlyLine
{
    /// <summary>For the readers whose language leads; null where the talk has it.</summary>
    /// <param name="leading">The talk as they get it.</param>
    /// <param name="language">The language of the templates, for those whose own the program does not speak.</param>
    public static string? Of(TalkInLanguage leading, string language) =>
        leading.IsWhole ? InOwnWords(leading) ?? LanguageNames.Only(leading.Talk.Language, language) : null;

    /// <summary>For the readers of a further language; null where the talk has it, where others were told in the same words, and once the talk is over.</summary>
    /// <param name="views">The talk in the languages of the channel, the leading one first.</param>
    /// <param name="index">Whose language it is for.</param>
    /// <param name="kind">What the post is for.</param>
    /// <param name="told">What the readers of the leading language were told.</param>
    public static string? Below(IReadOnlyList<TalkInLanguage> views, int index, StepKind kind, string? told)
    {
        if (!views[index].IsWhole || kind is StepKind.Thanks)
        {
            return null;
        }

        var words = InOwnWords(views[index]);
        return words == told || views.Take(index).Any(before => before.IsWhole && InOwnWords(before) == words) ? null : words;
    }

    private static string? InOwnWords(TalkInLanguage view) => LanguageNames.Only(view.Talk.Language, view.Reader);
}
