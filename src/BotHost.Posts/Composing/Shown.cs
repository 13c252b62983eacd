using System.Collections.Immutable;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Posts.Reading;
using NodaTime;

namespace BotHost.Posts.Composing;

/// <summary>What of a talk may be shown in a post of this kind at this moment.</summary>
internal static class Shown
{
    /// <summary>Nobody looks at more, and no platform sets more beside a text.</summary>
    public const int MostPhotos = 4;

    /// <summary>The kinds of links whose pages tell all of a talk.</summary>
    private static readonly ImmutableArray<string> Pages = ["page", "website", "event", "details"];

    public static bool IsCalledOff(Talk talk) => talk.Status is TalkStatus.Cancelled or TalkStatus.Postponed;

    /// <summary>Where to join; null while it is secret, and where there is nothing to join any more.</summary>
    public static Uri? Join(Talk talk, StepKind kind, Instant now) =>
        talk.Online is { } online && CanStillJoin(talk, kind) && IsRevealed(online, now) && SafeUrl.IsPage(online.Url) ? online.Url : null;

    public static bool JoinFollows(Talk talk, StepKind kind, Instant now) =>
        talk.Online is { } online && CanStillJoin(talk, kind) && !IsRevealed(online, now);

    /// <summary>In the order of the config; a recording leads once the talk is over, and registration is over with it.</summary>
    public static IEnumerable<TypedLink> Links(Talk talk, StepKind kind)
    {
        var links = IsCalledOff(talk) || kind == StepKind.Thanks
            ? talk.Links.Where(link => !Is(link, "registration"))
            : talk.Links;
        return kind == StepKind.Thanks ? links.OrderByDescending(link => Is(link, "recording")) : links;
    }

    /// <summary>Where all of the talk can be read that a post tells only the beginning of; null where there is no such page.</summary>
    public static Uri? More(Talk talk, StepKind kind)
    {
        var links = Links(talk, kind).Where(link => SafeUrl.IsPage(link.Url)).ToList();
        var page = links.FirstOrDefault(link => Pages.Any(name => Is(link, name))) ?? links.FirstOrDefault(link => Is(link, "registration"));
        return page?.Url;
    }

    /// <summary>The page that a preview shows: the first that the talk links to, else where to join; null where neither may be shown.</summary>
    public static Uri? Preview(Talk talk, StepKind kind, Instant now) =>
        Links(talk, kind).Select(link => link.Url).FirstOrDefault(SafeUrl.IsPage) ?? Join(talk, kind, now);

    /// <summary>The poster belongs to the posts that present the talk; reminders repeat only what is needed.</summary>
    /// <remarks>Also one that cannot be used: a talk with a poster is not to appear under a portrait in the meantime.</remarks>
    public static Picture? Poster(Talk talk, StepKind kind) => kind is StepKind.Announcement or StepKind.FollowUp ? talk.Image : null;

    /// <summary>In the order of the people.</summary>
    public static ImmutableArray<Picture> Photos(TalkInLanguage view, StepKind kind) =>
        kind is not StepKind.Announcement
            ? []
            : [.. PeopleOf(view).Select(person => person.Photo).OfType<Picture>().Where(photo => photo.IsUsable).DistinctBy(photo => photo.Mark).Take(MostPhotos)];

    /// <summary>The account names of the talk's people on a platform.</summary>
    public static ImmutableArray<string> Handles(TalkInLanguage view, PlatformId platform) =>
    [
        .. PeopleOf(view)
            .Select(person => person.Handles.GetValueOrDefault(platform.Value)?.Trim().TrimStart('@'))
            .OfType<string>()
            .Where(handle => handle.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    public static bool Is(TypedLink link, string kind) => string.Equals(link.Kind, kind, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Person> PeopleOf(TalkInLanguage view) => view.Talk.People.Select(part => view.People[part.Person]);

    private static bool CanStillJoin(Talk talk, StepKind kind) => !IsCalledOff(talk) && kind != StepKind.Thanks;

    private static bool IsRevealed(OnlineLink online, Instant now) => online.Reveal is not { } reveal || reveal <= now;
}
