using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;
using BotHost.Posts.Reading;
using NodaTime;

namespace BotHost.Posts.Composing;

/// <summary>What of a talk may be shown in a post of this kind at this moment.</summary>
internal static class Shown
{
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

    public static bool Is(TypedLink link, string kind) => string.Equals(link.Kind, kind, StringComparison.OrdinalIgnoreCase);

    private static bool CanStillJoin(Talk talk, StepKind kind) => !IsCalledOff(talk) && kind != StepKind.Thanks;

    private static bool IsRevealed(OnlineLink online, Instant now) => online.Reveal is not { } reveal || reveal <= now;
}
