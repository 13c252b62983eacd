using System.Collections.Immutable;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Composing;

/// <summary>What a language that does not lead still has to tell: only what nobody has read in the languages before it. Pure.</summary>
internal static class OtherLanguage
{
    /// <summary>Null where its texts stand above already, or where there are none.</summary>
    public static TalkInLanguage? Of(IReadOnlyList<TalkInLanguage> views, int index, Rung rung)
    {
        var (view, leading) = (views[index], views[0]);
        if (view.IsWhole || views.Take(index).Any(before => string.Equals(before.Source, view.Source, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var isShort = rung is Rung.ShortSummary or Rung.FactsOnly;
        var fresh = view.People.ToDictionary(person => person.Key, person => Fresh(person.Value, leading.People[person.Key]));
        return view with
        {
            Talk = view.Talk with
            {
                Title = view.Talk.Title == leading.Talk.Title ? "" : view.Talk.Title,
                Subtitle = isShort || view.Talk.Subtitle == leading.Talk.Subtitle ? null : view.Talk.Subtitle,
                Summary = view.IsSummaryForeign || view.Talk.Summary == leading.Talk.Summary ? RichText.Empty : view.Talk.Summary,
                People = isShort ? [] : [.. view.Talk.People.Where((part, position) => IsNews(fresh[part.Person], part, leading, position))],
            },
            People = fresh.ToImmutableDictionary(),
            IsSummaryForeign = false,
        };
    }

    /// <summary>A talk of which the language has no texts, so that they all stand above.</summary>
    public static TalkInLanguage None(TalkInLanguage view) =>
        view with { Talk = view.Talk with { Title = "", Subtitle = null, Summary = RichText.Empty, People = [] } };

    /// <summary>Without what has been told of the person.</summary>
    private static Person Fresh(Person person, Person above) => person with
    {
        Headline = person.Headline == above.Headline ? null : person.Headline,
        Bio = person.Bio == above.Bio ? RichText.Empty : person.Bio,
    };

    private static bool IsNews(Person fresh, TalkPerson part, TalkInLanguage leading, int position)
    {
        var (above, named) = (leading.Talk.People[position], leading.People[part.Person]);
        var isKnown = part.Role == above.Role && (fresh.Name == named.Name || fresh.Name == named.NativeName);
        return !isKnown || !fresh.Bio.IsEmpty || fresh.Headline is not null;
    }
}
