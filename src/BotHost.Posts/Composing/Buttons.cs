using System.Collections.Immutable;
using System.Globalization;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Posts.Reading;
using NodaTime;

namespace BotHost.Posts.Composing;

/// <summary>The buttons of a post: what to do first comes first.</summary>
internal static class Buttons
{
    public const int Max = 5;

    /// <summary>In UTF-16 units, so that no platform's own unit counts more.</summary>
    public const int MaxLabel = 80;

    private const string Ellipsis = "…";

    public static ImmutableArray<LinkButton> Of(Talk talk, StepKind kind, Instant now, string joinLabel)
    {
        var links = Shown.Links(talk, kind)
            .OrderByDescending(link => Shown.Is(link, "registration"))
            .Select(link => new LinkButton(link.Label, link.Url));
        var join = Shown.Join(talk, kind, now) is { } url ? new[] { new LinkButton(joinLabel, url) } : [];
        return
        [
            .. join.Concat(links)
                .Where(button => SafeUrl.IsPage(button.Url))
                .DistinctBy(button => button.Url)
                .Take(Max)
                .Select(button => button with { Label = Label(button) }),
        ];
    }

    private static string Label(LinkButton button)
    {
        var label = CleanText.Line(button.Label);
        if (label.Length == 0)
        {
            label = button.Url.Host;
        }

        return label.Length <= MaxLabel ? label : Shortened(label);
    }

    private static string Shortened(string label)
    {
        var length = 0;
        while (StringInfo.GetNextTextElementLength(label, length) is var next && length + next <= MaxLabel - Ellipsis.Length)
        {
            length += next;
        }

        return label[..length].TrimEnd() + Ellipsis;
    }
}
