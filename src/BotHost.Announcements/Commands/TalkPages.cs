using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Commands;

/// <summary>Shows talks and people as members may see them.</summary>
internal static class TalkPages
{
    private const int MaxButtons = 5;

    /// <summary>Title, when, where, who.</summary>
    public static Page Facts(this Page page, PublicTalk talk, Wording words)
    {
        page.Heading(words.Title(talk.Talk, talk.Series));
        if (talk.Talk.Subtitle is { } subtitle)
        {
            page.Paragraph(new Inline.Styled(TextStyle.Emphasis, Page.Words(subtitle)));
        }

        return page.Lines(FactLines(talk, words));
    }

    public static Page Everything(this Page page, PublicTalk talk, Wording words)
    {
        page.Facts(talk, words).Then(talk.Talk.Summary);
        foreach (var part in talk.People)
        {
            var headline = part.Person.Headline is { } text ? $": {text}" : "";
            page.Paragraph(Page.Strong(words.Part(part)), new Inline.Text(headline)).Then(part.Person.Bio);
        }

        return page.Bullets(Links(talk.Talk.Links, words));
    }

    public static Page Speaker(this Page page, Person person, Wording words)
    {
        page.Heading(words.Name(person));
        if (person.Headline is { } headline)
        {
            page.Paragraph(headline);
        }

        return page.Then(person.Bio).Bullets(Links(person.Links, words));
    }

    /// <summary>Where to join, where it is, and every typed link.</summary>
    public static Page AllLinks(this Page page, PublicTalk talk, Wording words)
    {
        var items = ImmutableArray.CreateBuilder<ImmutableArray<Inline>>();
        if (JoinUrl(talk) is { } join)
        {
            items.Add([Page.Link(join, words.JoinOnline)]);
        }
        else if (LinkComes(talk, words) is { } coming)
        {
            items.Add(coming);
        }

        if (talk.Talk.Place is { Map: { } map } place)
        {
            items.Add([Page.Link(map, $"{place.Name}, {words.Map}")]);
        }

        items.AddRange(Links(talk.Talk.Links, words));
        page.Heading(words.Title(talk.Talk, talk.Series));
        return items.Count == 0 ? page.Paragraph(words.NoLinks) : page.Bullets(items);
    }

    /// <summary>A talk as one line of a list.</summary>
    public static ImmutableArray<Inline> Line(PublicTalk talk, Wording words)
    {
        ImmutableArray<Inline> note = talk.Talk.Status == TalkStatus.Cancelled ? [Page.Strong(words.Cancelled), new Inline.Text(", ")] : [];
        return
        [
            Page.Strong(words.Title(talk.Talk, talk.Series)), new Inline.Text(" · "), .. note, .. words.WhenInList(talk),
            new Inline.Text(" · "), new Inline.Code(talk.Id.Value),
        ];
    }

    public static ImmutableArray<LinkButton> Buttons(PublicTalk talk, Wording words)
    {
        ImmutableArray<LinkButton> join = JoinUrl(talk) is { } url ? [new LinkButton(words.JoinOnline, url)] : [];
        return [.. join.Concat(talk.Talk.Links.Select(link => new LinkButton(link.Label, link.Url))).Take(MaxButtons)];
    }

    private static IEnumerable<ImmutableArray<Inline>> FactLines(PublicTalk talk, Wording words)
    {
        if (talk.Talk.Status == TalkStatus.Cancelled)
        {
            yield return [Page.Strong(words.Cancelled)];
        }

        yield return words.When(talk);
        if (talk.Talk.Place is { } place)
        {
            var name = new Inline.Text(place.Address is null ? place.Name : $"{place.Name}, {place.Address}");
            yield return place.Map is null ? [name] : [name, new Inline.Text(" ("), Page.Link(place.Map, words.Map), new Inline.Text(")")];
        }

        if (JoinUrl(talk) is { } join)
        {
            yield return [Page.Link(join, words.JoinOnline)];
        }
        else if (LinkComes(talk, words) is { } coming)
        {
            yield return coming;
        }

        if (!talk.People.IsEmpty)
        {
            yield return Page.Words(string.Join(", ", talk.People.Select(words.Part)));
        }
    }

    /// <summary>Nobody should be led to a talk that does not take place or is over.</summary>
    private static Uri? JoinUrl(PublicTalk talk) => talk.IsOn && talk.Phase != TalkPhase.Over ? talk.Talk.Online?.Url : null;

    private static ImmutableArray<Inline>? LinkComes(PublicTalk talk, Wording words) =>
        talk.IsOn && talk.Phase != TalkPhase.Over && talk.LinkFrom is { } from ? words.LinkComes(from, talk.Talk.Zone) : null;

    private static IEnumerable<ImmutableArray<Inline>> Links(ImmutableArray<TypedLink> links, Wording words) => links.Select(link =>
        link.Label.Equals(link.Kind, StringComparison.OrdinalIgnoreCase) ? ImmutableArray.Create(Page.Link(link.Url, words.Kind(link.Kind)))
            // "Book: The book: Run Ri" says it twice.
            : link.Label.Contains(link.Kind, StringComparison.OrdinalIgnoreCase) ? [Page.Link(link.Url, link.Label)]
            : [new Inline.Text($"{words.Kind(link.Kind)}: "), Page.Link(link.Url, link.Label)]);
}
