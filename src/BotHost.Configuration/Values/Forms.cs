using System.Text.RegularExpressions;
using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Platforms;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Yaml;
using NodaTime;

namespace BotHost.Configuration.Values;

/// <summary>Every form that a text in the config can have.</summary>
internal static partial class Forms
{
    /// <summary>Codes of countries that are no languages, and the language that was meant.</summary>
    private static readonly Dictionary<string, string> CountriesForLanguages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["jp"] = "ja",
        ["cn"] = "zh-Hans",
        ["cz"] = "cs",
        ["dk"] = "da",
        ["gr"] = "el",
        ["ua"] = "uk",
    };

    public static readonly Duration LongestTalk = Duration.FromDays(14);

    public static readonly Form<string> Line = new(
        "bad-text", "one line of text", "it on one line, without control characters",
        text => text.Length > 0 && !text.Any(char.IsControl) ? text : null);

    public static readonly Form<string> Prose = new(
        "bad-text", "plain text", "it without control characters",
        text => text.Any(character => char.IsControl(character) && character is not ('\n' or '\t')) ? null : text);

    /// <summary>Ids of platforms: no room knows their shape but the platform's own.</summary>
    public static readonly Form<string> Token = new(
        "bad-text", "one word", "it without spaces",
        text => text.Length > 0 && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)) ? text : null);

    public static readonly Form<string> Id = new(
        "bad-id", "an id", $"{Identifier.Rule}", text => Identifier.IsValid(text) ? text : null)
    {
        Guess = text => AsId(text),
    };

    public static readonly Form<DateTimeZone> Zone = new(
        "bad-zone", "a time zone", "a name of the tz database such as Asia/Tokyo or Europe/Berlin", Zones.Parse)
    {
        Guess = Zones.Guess,
    };

    public static readonly Form<Uri> Url = new(
        "bad-url", "a web address", "it whole, such as https://example.org/page, without spaces, without a login and with a host that browsers can find", WebAddresses.Parse)
    {
        Guess = WebAddresses.Guess,
    };

    public static readonly Form<Duration?> Length = new(
        "bad-duration", "a length of time", "a number and a unit, such as 90 minutes or 1 hour 30 minutes, at most 14 days",
        text => Stretches.Parse(text) is { } length && length > Duration.Zero && length <= LongestTalk ? length : null);

    public static readonly Form<Duration?> Lateness = new(
        "bad-duration", "a length of time", "a number and a unit, such as 6 hours, at most a year", text => Stretches.Parse(text));

    public static readonly Form<LocalDateTime?> DateAndTime = new("bad-time", "a date with a time", LocalTimes.Example, LocalTimes.DateAndTime);

    public static readonly Form<StepTime> When = new("bad-when", "a time of a step", StepTimes.Example, StepTimes.Parse);

    public static readonly Form<bool?> YesOrNo = new("bad-choice", "yes or no", "true or false", text => text.ToLowerInvariant() switch
    {
        "true" or "yes" => true,
        "false" or "no" => false,
        _ => null,
    });

    public static readonly Form<string> Language = new(
        "bad-language", "a language tag", "a tag such as en, ja or zh-Hant",
        text => LanguageTag().IsMatch(text) && !CountriesForLanguages.ContainsKey(text) ? text : null)
    {
        Guess = text => CountriesForLanguages.GetValueOrDefault(text)
            ?? (text.Contains('_', StringComparison.Ordinal) && LanguageTag().IsMatch(text.Replace('_', '-')) ? text.Replace('_', '-') : null),
    };

    public static readonly Form<string> Hashtag = new(
        "bad-hashtag", "a hashtag", "letters, digits and _ only, with at least one letter", text =>
        {
            var bare = text.StartsWith('#') ? text[1..] : text;
            return bare.Any(char.IsLetter) && bare.All(character => char.IsLetterOrDigit(character) || character == '_') ? bare : null;
        });

    public static readonly Form<TalkStatus?> Status = Choice<TalkStatus>("bad-status", "a status", new()
    {
        ["draft"] = TalkStatus.Draft,
        ["confirmed"] = TalkStatus.Confirmed,
        ["postponed"] = TalkStatus.Postponed,
        ["cancelled"] = TalkStatus.Cancelled,
    });

    public static readonly Form<Listing?> Listed = Choice<Listing>("bad-choice", "a word for when members see a talk", new()
    {
        ["when announced"] = Listing.WhenAnnounced,
        ["when confirmed"] = Listing.WhenConfirmed,
    });

    public static readonly Form<StepKind?> Kind = Choice<StepKind>("bad-choice", "a kind of step", new()
    {
        ["announcement"] = StepKind.Announcement,
        ["reminder"] = StepKind.Reminder,
        ["starting"] = StepKind.Starting,
        ["thanks"] = StepKind.Thanks,
        ["follow-up"] = StepKind.FollowUp,
        ["digest"] = StepKind.Digest,
    });

    /// <summary>Whose words a step borrows. A digest's speak of no talk.</summary>
    public static readonly Form<StepKind?> Template = Choice<StepKind>("bad-choice", "a template", new()
    {
        ["announcement"] = StepKind.Announcement,
        ["reminder"] = StepKind.Reminder,
        ["starting"] = StepKind.Starting,
        ["thanks"] = StepKind.Thanks,
        ["follow-up"] = StepKind.FollowUp,
    });

    public static readonly Form<LanguageMode?> Posts = Choice<LanguageMode>("bad-choice", "a way to speak several languages", new()
    {
        ["together"] = LanguageMode.Together,
        ["separate"] = LanguageMode.Separate,
    });

    /// <summary>The one thing that can be asked of an approval.</summary>
    public static readonly Form<bool?> Approval = Choice<bool>("bad-choice", "a word on approval", new() { ["required"] = true, ["none"] = false });

    public static readonly Form<bool?> Purpose = Choice<bool>("bad-choice", "a channel's purpose", new() { ["test"] = true, ["announcements"] = false });

    public static readonly Form<string> PictureFile = new(
        "bad-picture", "a picture in the config folder", "the path of a .png, .jpg, .jpeg, .gif or .webp below the config folder, such as images/poster.png",
        text => PictureName().IsMatch(text) && !text.Split('/').Contains("..") ? text : null);

    private static Form<T?> Choice<T>(string rule, string noun, Dictionary<string, T> words)
        where T : struct =>
        new(rule, noun, $"one of: {string.Join(", ", words.Keys)}", text => words.TryGetValue(text, out var value) ? value : null)
        {
            Guess = text => Spelling.Nearest(text, words.Keys),
        };

    private static string? AsId(string text)
    {
        var id = NotInAnId().Replace(text.ToLowerInvariant(), "-").Trim('-');
        return Identifier.IsValid(id) ? id : null;
    }

    [GeneratedRegex(@"^[^/\\:\p{C}][^\\:\p{C}]*\.(png|jpe?g|gif|webp)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PictureName();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInAnId();

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageTag();
}
