using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Discord.Rendering;

namespace BotHost.Discord;

/// <summary>Finds posters that go to this platform and would not be seen there.</summary>
internal sealed class DiscordPictureRule : ICatalogueRule
{
    private const string Name = "discord-picture";

    private static readonly ImmutableHashSet<string> NotShown =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, ".svg", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".pdf", ".psd", ".ai", ".eps", ".ico");

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Warning, "A poster is one that Discord does not show.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        from talk in catalogue.Talks.Values
        where talk.Image is { IsUsable: true } && catalogue.ChannelsOf(talk).Any(channel => channel.Platform == DiscordPlatform.PlatformId)
        let reason = Reason(talk.Image!)
        where reason is not null
        select new Finding(
            Severity.Warning, talk.Written.Where("image"), Name, $"Discord does not show the image: {reason}", "use a .png, .jpg, .gif or .webp of at most 8 MiB");

    private static string? Reason(Picture image) => image switch
    {
        { Content: { } file } when !ShownPictures.CanBeShown(image) => FormattableString.Invariant($"it has {file.Length:N0} bytes"),
        { Content: not null } => null,
        { Url: { } url } when !ShownPictures.CanBeShown(image) => $"its address is no web address of at most {DiscordLimits.EmbedUrl} characters",
        { Url: { } url } when Path.GetExtension(url.AbsolutePath) is { Length: > 0 } ending && NotShown.Contains(ending) => $"its address ends in {ending}",
        _ => null,
    };
}
