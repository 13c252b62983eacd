using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Telegram.Rendering;

namespace BotHost.Telegram;

/// <summary>Finds posters that the platform does not take as photos, before a post goes out without one.</summary>
internal sealed class TelegramPictureRule : ICatalogueRule
{
    private const string RuleName = "telegram-picture";

    public ImmutableArray<LintRule> Rules { get; } =
    [
        new(RuleName, Severity.Warning, "A poster breaks a limit of Telegram's for photos, so that posts there go out without it."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        catalogue.Talks.Values
            .Where(talk => talk.Image?.Content is not null && GoesOutHere(catalogue, talk))
            .Select(talk => Check(talk, talk.Image!.Content!))
            .OfType<Finding>();

    private static bool GoesOutHere(TalkCatalogue catalogue, Talk talk) => catalogue.ChannelsOf(talk).Any(channel =>
        channel.Platform == TelegramPlatform.PlatformId && PostLayouts.Of(channel) is not PostLayout.Text);

    private static Finding? Check(Talk talk, PictureFile picture) => PhotoLimits.Breach(picture) is { } breach
        ? new Finding(
            Severity.Warning,
            talk.Written.Where("image"),
            RuleName,
            $"the poster of {talk.Id} {breach.What} on Telegram, so it is left out there",
            breach.Remedy)
        : null;
}
