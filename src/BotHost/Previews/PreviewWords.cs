using System.Globalization;
using BotHost.Announcements.Delivery.Composing;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Texts;
using BotHost.CommandLine;
using BotHost.Sandbox.Reading;
using NodaTime;

namespace BotHost.Previews;

/// <summary>What is said of a preview around its messages, in the terminal and on the page.</summary>
internal static class PreviewWords
{
    /// <summary>For example <c>announce in news, news-ja</c>; addresses follow each name where they are asked for.</summary>
    public static string Title(PostPreview preview, bool withAddresses) =>
        $"{preview.Step.Id} in {string.Join(", ", preview.Places.Select(place => withAddresses ? $"{place.Channel.FaceName} ({place.Channel.Address})" : place.Channel.FaceName))}";

    /// <summary>When it goes out, a line for each time.</summary>
    public static IEnumerable<string> Times(PostPreview preview) => preview.Places
        .GroupBy(place => place.WhyOpen ?? $"goes out {Moment(place.At, preview.Talk.Zone)}")
        .Select(group => group.Count() == preview.Places.Length
            ? group.Key
            : $"{group.Key}: {string.Join(", ", group.Select(place => place.Channel.FaceName))}");

    /// <summary>Whose phones ring, and whether aloud; null where there is nothing to say.</summary>
    public static string? Reach(IReadOnlyList<ReadMessage> messages)
    {
        List<string> words = [];
        if (messages.SelectMany(message => message.Pings).Distinct().ToList() is { Count: > 0 } pings)
        {
            words.Add($"pings {string.Join(", ", pings)}");
        }

        if (messages.Count > 0 && messages.All(message => message.IsSilent))
        {
            words.Add("arrives without a sound");
        }

        return words.Count == 0 ? null : string.Join("; ", words);
    }

    /// <summary>Whether it fits, and what was left out for that.</summary>
    public static string Fit(PostPreview preview)
    {
        if (preview.Result is RenderResult.TooLong misfit)
        {
            return $"does not fit: {misfit.Limit} is {misfit.Actual}, {misfit.Allowed} are allowed";
        }

        var left = LeftOut(preview.Detail.Leading, preview.Detail.Passages);
        if (preview.Channel.Languages.Length > 1 && LeftOut(preview.Detail.Others, preview.Detail.Passages) is { } others)
        {
            left = (left is null ? "" : left + "; ") + (preview.Detail.Others is Rung.Gone ? others : "in the other languages " + others);
        }

        var size = preview.Payloads.Length > 1 ? $"fits in {Terminal.Count(preview.Payloads.Length, "message")}" : "fits";
        return left is null ? size : $"{size}; left out for that: {left}";
    }

    /// <summary>The picture that a message shows, for example <c>[picture: poster.png 1200x630, "A bridge"]</c>.</summary>
    public static string Picture(ReadPicture shown, PostPreview preview)
    {
        var picture = preview.Pictures.FirstOrDefault(one => one.Content?.Name == shown.Source || one.Url?.AbsoluteUri == shown.Source || one.Url?.OriginalString == shown.Source);
        var size = picture?.Content is { } content ? string.Create(CultureInfo.InvariantCulture, $" {content.Width}x{content.Height}") : "";
        var alt = (shown.Alt ?? picture?.Alt) is { } words ? $"\"{words}\"" : "no words for those who cannot see it";
        return $"[{(shown.Place is "thumbnail" or "icon" ? shown.Place : "picture")}: {picture?.File ?? shown.Source}{size}, {alt}]";
    }

    /// <summary>A moment that Discord shows in each reader's zone, as it reads in the talk's.</summary>
    public static string Time(long seconds, string style, PostPreview preview)
    {
        var instant = Instant.FromUnixTimeSeconds(seconds);
        var language = preview.Channel.Languages[0];
        return style == "R"
            ? DateWording.Remaining(preview.Places[0].At, instant, preview.Talk.Zone, language)
            : DateWording.Describe(instant, preview.Talk.Zone, StyleOf(style), language);
    }

    private static string Moment(Instant instant, DateTimeZone zone) =>
        $"{instant.InZone(zone).ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({zone.Id})";

    private static string? LeftOut(Rung rung, int passages) => rung switch
    {
        Rung.Full => null,
        Rung.ShortBios => "most of each bio",
        Rung.NamesOnly => "the bios",
        Rung.ShortSummary => $"the bios, and the summary after its first {Terminal.Count(passages, "passage")}",
        Rung.FactsOnly => "the bios and the summary",
        _ => "the other languages",
    };

    private static TimeStyle StyleOf(string letter) => letter switch
    {
        "t" or "T" => TimeStyle.TimeOfDay,
        "d" or "D" => TimeStyle.Date,
        _ => TimeStyle.Full,
    };
}
