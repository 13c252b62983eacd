using System.Collections.Immutable;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using NodaTime;

namespace BotHost.Announcements.Delivery;

/// <summary>Tells the moderators of the config, each edit once, because what was told stands in the ledger.</summary>
internal sealed class ConfigReports(
    ITalkSource talks,
    LedgerIndex index,
    PlatformDirectory platforms,
    Courier courier,
    IClock campaign) : IConfigReports
{
    /// <summary>The ledger's subject of these reports.</summary>
    public const string Subject = "config";

    public const string Rejected = "config-rejected";

    public const string Mended = "config-mended";

    private const int MostFindings = 10;

    // Ten of these, with the words around them, are one message on every platform.
    private const int LongestFinding = 300;

    private const string RejectedTitle = "The edited config is not in force";

    private const string MendedTitle = "The config is right again";

    public async Task<bool> TellRejectedAsync(string occasion, IReadOnlyList<Finding> errors, CancellationToken cancellationToken)
    {
        var settled = true;
        foreach (var address in Addresses)
        {
            settled &= await TellAsync(KeyOf(Rejected, occasion, address), address, () => ComposeRejected(errors), cancellationToken);
        }

        return settled;
    }

    public async Task<bool> TellMendedAsync(CancellationToken cancellationToken)
    {
        var settled = true;
        foreach (var address in Addresses)
        {
            // An unknown outcome may have been read all the same.
            var told = index.Rows
                .Where(row => row.Key is { Kind: DeliveryKind.Report, Subject: Subject, Step: Rejected } && row.Key.Target == address.ToString())
                .Where(row => row.State is DeliveryState.Sent or DeliveryState.Unknown)
                .MaxBy(row => row.Id);
            if (told is not null)
            {
                settled &= await TellAsync(KeyOf(Mended, told.Key.Occasion, address), address, ComposeMended, cancellationToken);
            }
        }

        return settled;
    }

    private IEnumerable<ChannelAddress> Addresses => talks.Current.Moderators.Select(rules => rules.ReportTo).OfType<ChannelAddress>();

    private static DeliveryKey KeyOf(string step, string occasion, ChannelAddress address) =>
        new(DeliveryKind.Report, Subject, step, occasion, address.ToString());

    private async Task<bool> TellAsync(DeliveryKey key, ChannelAddress address, Func<Post> compose, CancellationToken cancellationToken)
    {
        if (platforms.Find(address.Platform) is not { } platform)
        {
            return true;
        }

        if (IsSettled(platform, key))
        {
            return true;
        }

        if (platforms.WhyHeld(address.Platform) is not null)
        {
            return false;
        }

        var channel = new Channel { Id = new ChannelId("moderators"), Address = address, Languages = talks.Current.Community.Languages };
        var parcel = new Parcel(key, channel, campaign.GetCurrentInstant(), $"word of the {key.Subject}", () => platform.Render(compose(), channel));
        await courier.DeliverAsync(platform, parcel, cancellationToken);
        return IsSettled(platform, key);
    }

    private bool IsSettled(IChatPlatform platform, DeliveryKey key) => index.Find(key) switch
    {
        null or { State: DeliveryState.Retry } => false,
        { State: DeliveryState.Unknown } row => !courier.MayRepeat(platform, row),
        _ => true,
    };

    private static Post ComposeRejected(IReadOnlyList<Finding> errors)
    {
        var shown = errors.Take(MostFindings).Select(error => Paragraph(Shorten(error.ToString())));
        var more = errors.Count > MostFindings ? [Paragraph($"… and {errors.Count - MostFindings} more.")] : ImmutableArray<Block>.Empty;
        return new Post
        {
            Lead = [new Inline.Text(RejectedTitle)],
            Body = new RichText(
            [
                new Block.Heading(1, [new Inline.Text(RejectedTitle)]),
                Paragraph("The files have errors, so the bot goes on with the last config that was right. Mended files are taken by themselves."),
                .. shown,
                .. more,
            ]),
        };
    }

    private static Post ComposeMended() => new()
    {
        Lead = [new Inline.Text(MendedTitle)],
        Body = RichText.Of(
            new Block.Heading(1, [new Inline.Text(MendedTitle)]),
            Paragraph("The bot goes by the files again.")),
    };

    private static Block.Paragraph Paragraph(string text) => new([new Inline.Text(text)]);

    private static string Shorten(string text)
    {
        if (text.Length <= LongestFinding)
        {
            return text;
        }

        // Not between the halves of one character.
        var end = char.IsHighSurrogate(text[LongestFinding - 2]) ? LongestFinding - 2 : LongestFinding - 1;
        return $"{text[..end]}…";
    }
}
