using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;

namespace BotHost.Rendering.Tests.Cases;

/// <summary>Simpler cases than one that failed: whole parts go first, then halves of texts, then single characters.</summary>
internal static class Smaller
{
    public static IEnumerable<TalkCase> Of(TalkCase all) => Parts(all).Concat(Choices(all)).Concat(Words(all)).Where(smaller => smaller != all);

    public static IEnumerable<string> Of(string text)
    {
        if (text.Length > 1)
        {
            yield return "";
        }

        for (var size = text.Length / 2; size > 0; size /= 2)
        {
            for (var at = 0; at + size <= text.Length && at / size < 24; at += size)
            {
                yield return text.Remove(at, size);
            }
        }
    }

    private static IEnumerable<TalkCase> Parts(TalkCase all)
    {
        yield return all with { Summary = "" };
        if (!all.People.IsEmpty)
        {
            yield return all with { People = [] };
        }

        if (!all.Links.IsEmpty)
        {
            yield return all with { Links = [] };
        }

        yield return all with { TranslatedTitle = null, TranslatedSummary = "" };
        yield return all with { Subtitle = null };
        yield return all with { Heading = null };
        yield return all with { Number = null };
        yield return all with { Place = null, Address = null, Map = null };
        yield return all with { Online = null };
        yield return all with { Hashtag = null };
        if (all.Title.Length > 5)
        {
            yield return all with { Title = "Title" };
        }

        if (all.Series.Length > 6)
        {
            yield return all with { Series = "Series" };
        }

        yield return all with { Reason = null };
        for (var index = 0; index < all.People.Length && index < 30; index++)
        {
            yield return all with { People = all.People.RemoveAt(index) };
        }

        for (var index = 0; index < all.Links.Length && index < 30; index++)
        {
            yield return all with { Links = all.Links.RemoveAt(index) };
        }

        if (all.Links.Length > 3)
        {
            yield return all with { Links = all.Links[(all.Links.Length / 2)..] };
            yield return all with { Links = all.Links[..(all.Links.Length / 2)] };
        }
    }

    private static IEnumerable<TalkCase> Choices(TalkCase all)
    {
        yield return all with { Kind = StepKind.Announcement };
        yield return all with { Status = TalkStatus.Confirmed };
        yield return all with { Start = 0 };
        yield return all with { Mention = null };
        yield return all with { Layout = null };
        yield return all with { Picture = 0, Alt = null };
        yield return all with { Alt = null };
        yield return all with { Silent = false };
        yield return all with { LinkPreview = false };
        if (!all.Zones.IsEmpty)
        {
            yield return all with { Zones = [] };
        }

        if (all.Readers.Length > 1)
        {
            yield return all with { Readers = [all.Readers[0]] };
        }

        if (all.Language != "en" || all.Readers[0] != "en")
        {
            yield return all with { Language = "en", Readers = ["en"] };
        }
    }

    private static IEnumerable<TalkCase> Words(TalkCase all)
    {
        var texts = Of(all.Title).Where(text => text.Length > 0).Select(text => all with { Title = text })
            .Concat(Of(all.Summary).Select(text => all with { Summary = text }))
            .Concat(Of(all.Subtitle ?? "").Select(text => all with { Subtitle = text }))
            .Concat(Of(all.TranslatedSummary).Select(text => all with { TranslatedSummary = text }))
            .Concat(Of(all.TranslatedTitle ?? "").Select(text => all with { TranslatedTitle = text }))
            .Concat(Of(all.Series).Where(text => text.Length > 0).Select(text => all with { Series = text }))
            .Concat(Of(all.Heading ?? "").Select(text => all with { Heading = text }))
            .Concat(Of(all.Number ?? "").Select(text => all with { Number = text }))
            .Concat(Of(all.Place ?? "").Where(text => text.Length > 0).Select(text => all with { Place = text }))
            .Concat(Of(all.Address ?? "").Select(text => all with { Address = text }))
            .Concat(Of(all.Hashtag ?? "").Select(text => all with { Hashtag = text }))
            .Concat(Of(all.Reason ?? "").Select(text => all with { Reason = text }))
            .Concat(Of(all.Alt ?? "").Select(text => all with { Alt = text }));
        var people = all.People.SelectMany((person, index) => Of(person).Select(smaller => all with { People = all.People.SetItem(index, smaller) }));
        var links = all.Links.Take(5).SelectMany((link, index) => Of(link).Select(smaller => all with { Links = all.Links.SetItem(index, smaller) }));
        return texts.Concat(people).Concat(links);
    }

    private static IEnumerable<CasePerson> Of(CasePerson person) =>
        new[] { person with { Native = null }, person with { Headline = null }, person with { Bio = "" }, person with { Role = person.Role.Length > 5 ? "Guest" : person.Role }, person with { Name = person.Name.Length > 4 ? "Name" : person.Name }, person with { Handle = null } }
            .Where(smaller => smaller != person)
            .Concat(Of(person.Name).Where(text => text.Length > 0).Select(text => person with { Name = text }))
            .Concat(Of(person.Native ?? "").Select(text => person with { Native = text }))
            .Concat(Of(person.Role).Select(text => person with { Role = text }))
            .Concat(Of(person.Headline ?? "").Select(text => person with { Headline = text }))
            .Concat(Of(person.Bio).Select(text => person with { Bio = text }));

    private static IEnumerable<CaseLink> Of(CaseLink link) =>
        new[] { link with { Kind = "other" }, link with { Url = "https://example.org/" } }.Where(smaller => smaller != link)
            .Concat(Of(link.Label).Where(text => text.Length > 0).Select(text => link with { Label = text }));
}
