using System.Text;
using System.Text.Json.Nodes;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using NodaTime;
using NodaTime.Text;

namespace BotHost.Discord.Rendering;

/// <summary>Makes the payload of the server's own event for a talk: one that takes place elsewhere than in a voice channel. Pure.</summary>
internal static class EventRenderer
{
    private const int MembersOnly = 2;

    private const int External = 3;

    private const string Cut = "\n\n…";

    public static string? Render(TalkCard card)
    {
        var link = card.Link is { } url && LinkWords.IsWeb(url) ? url : null;
        return card is { Start: { } start, End: { } end }
            && end.ToUnixTimeSeconds() > start.ToUnixTimeSeconds()
            && CardWords.Name(card, DiscordLimits.EventName) is { } name
            && Location(card, link) is { } location
            ? Payload(name, start, end, location, Description(card.Summary, link))
            : null;
    }

    private static string Payload(string name, Instant start, Instant end, string location, string description) => new JsonObject
    {
        ["name"] = name,
        ["privacy_level"] = MembersOnly,
        ["entity_type"] = External,
        ["entity_metadata"] = new JsonObject { ["location"] = location },
        ["scheduled_start_time"] = InstantPattern.General.Format(start),
        ["scheduled_end_time"] = InstantPattern.General.Format(end),

        // Named even where it is empty: the same payload revises an event that had one.
        ["description"] = description.Length == 0 ? null : description,
    }.ToJsonString(DiscordJson.Wire);

    private static string? Location(TalkCard card, Uri? link)
    {
        if (CardWords.Fit(card.Place, DiscordLimits.EventLocation) is { } place)
        {
            return place;
        }

        return (link is null ? null : Whole(Address(link)) ?? Whole(LinkWords.HostOf(link))) ?? CardWords.Fit(card.Elsewhere, DiscordLimits.EventLocation);
    }

    private static string? Whole(string text) => Measure.CodePoints(text) <= DiscordLimits.EventLocation ? text : null;

    private static string Address(Uri link)
    {
        var address = new StringBuilder();
        Addresses.Append(address, link.AbsoluteUri);
        return address.ToString();
    }

    private static string Description(RichText summary, Uri? link)
    {
        var line = link is null ? "" : Addresses.Bare(link.AbsoluteUri, inBrackets: false);
        if (Measure.CodePoints(line) > DiscordLimits.EventDescription)
        {
            line = "";
        }

        if (summary.IsEmpty || !VisibleWords.Any(summary.Blocks))
        {
            return line;
        }

        var foot = line.Length == 0 ? "" : $"\n\n{line}";
        return Beginning(summary, DiscordLimits.EventDescription - Measure.CodePoints(foot)) is { Length: > 0 } words ? words + foot : line;
    }

    /// <summary>As much of a text as there is room for, and a sign where that is not all of it.</summary>
    private static string Beginning(RichText text, int most)
    {
        var whole = BlockMarkdown.Write(text.Blocks);
        if (Measure.CodePoints(whole) <= most)
        {
            return whole;
        }

        // Only the first piece is wanted: the second may be as long as it likes, so that the rest is not cut for nothing.
        return TextSplitter.Split(text, (piece, index) => index > 0 || Measure.CodePoints(BlockMarkdown.Write(piece.Blocks) + Cut) <= most) is { IsEmpty: false } pieces
            ? BlockMarkdown.Write(pieces[0].Blocks) + Cut
            : "";
    }
}
