using BotHost.Announcements.Campaigns;
using BotHost.Announcements.Talks;

namespace BotHost.Rendering.Tests.Cases;

/// <summary>Draws cases of a size between 1 and 100.</summary>
internal sealed class TalkSketcher
{
    private static readonly string[] Languages = ["en", "ja", "zh-Hans", "zh-Hant", "de", "ar"];

    private static readonly StepKind[] Kinds = [StepKind.Announcement, StepKind.Announcement, StepKind.Announcement, StepKind.Reminder, StepKind.Starting, StepKind.Thanks, StepKind.FollowUp];

    private readonly Random _dice;
    private readonly int _size;
    private readonly HostileText _hostile;
    private readonly MarkdownText _markdown;

    public TalkSketcher(int seed, int size)
    {
        _dice = new Random(seed);
        _size = size;
        _hostile = new HostileText(_dice);
        _markdown = new MarkdownText(_dice);
    }

    public TalkCase Draw(string?[] layouts, string?[] mentions) => new()
    {
        Title = _hostile.Name(1 + (_size / 8)),
        Subtitle = Maybe(3, () => _hostile.Any(1 + (_size / 8))),
        Summary = Summary(),
        TranslatedTitle = Maybe(3, () => _hostile.Name(1 + (_size / 10))),
        TranslatedSummary = Maybe(3, () => _markdown.Blocks(_size)) ?? "",
        Series = _hostile.Name(3),
        Heading = Maybe(2, () => _hostile.Name(2)),
        Number = Maybe(2, () => _dice.Next(4) == 0 ? _hostile.Name(1) : _hostile.Number(300)),
        Place = Maybe(2, () => _hostile.Name(4)),
        Address = Maybe(2, () => _hostile.Any(4)),
        Map = Maybe(3, _hostile.Url),
        Online = Maybe(2, _hostile.Url),
        Hashtag = Maybe(3, () => _hostile.Any(2)),
        People = [.. Enumerable.Range(0, _dice.Next(2 + (_size / 25))).Select(_ => Person())],
        Links = [.. Enumerable.Range(0, _dice.Next(40) == 0 ? 300 * _size / 100 : _dice.Next(2 + (_size / 20))).Select(_ => Link())],
        Language = Languages[_dice.Next(Languages.Length)],
        Readers = _dice.Next(3) == 0 ? [.. _dice.GetItems(Languages, 2).Distinct()] : [Languages[_dice.Next(Languages.Length)]],
        Status = _dice.Next(6) switch { 0 => TalkStatus.Cancelled, 1 => TalkStatus.Postponed, _ => TalkStatus.Confirmed },
        Kind = Kinds[_dice.Next(Kinds.Length)],
        Start = _dice.Next(5) switch { 0 => 1, 1 => 2, _ => 0 },
        Reason = Maybe(2, () => _hostile.Any(3)),
        Layout = layouts[_dice.Next(layouts.Length)],
        Mention = mentions[_dice.Next(mentions.Length)],
        Silent = _dice.Next(4) == 0,
        LinkPreview = _dice.Next(3) == 0,
        Zones = [.. Enumerable.Range(0, _dice.Next(3)).Select(index => new[] { "Europe/Berlin", "America/New_York" }[index])],
        Picture = _dice.Next(4),
        Alt = Maybe(2, () => _hostile.Any(_size)),
    };

    // Mostly short; now and then far more than one message holds.
    private string Summary() => _dice.Next(12) switch
    {
        0 => string.Concat(Enumerable.Range(0, 1 + (_size / 8)).Select(_ => _hostile.Plain(60) + ". ")),
        1 => string.Join("\n\n", Enumerable.Range(0, 1 + (_size / 10)).Select(_ => _hostile.Plain(_size) + ".")),
        2 => new string('w', _size * 60),
        3 => string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 1 + (_size * 3))),
        4 => string.Concat(Enumerable.Repeat("長い文章が続きます。", 1 + (_size * 4))),
        _ => _markdown.Blocks(_size),
    };

    private CasePerson Person() => new(
        _hostile.Name(3),
        Maybe(3, () => _hostile.Name(2)),
        _dice.Next(2) == 0 ? "Guest" : _hostile.Any(2),
        Maybe(2, () => _hostile.Any(6)),
        Maybe(2, () => _markdown.Blocks(_size)) ?? "",
        Maybe(3, () => "some_person"));

    private CaseLink Link() => new(
        new[] { "book", "slides", "registration", "recording", "other" }[_dice.Next(5)],
        _dice.Next(6) switch { 0 or 1 => "bank.example", 2 => _hostile.Plain(_dice.Next(12)) + _hostile.Emoji(30), _ => _hostile.Name(3) },
        _hostile.Url());

    private T? Maybe<T>(int oneIn, Func<T> make)
        where T : class => _dice.Next(oneIn) == 0 ? make() : null;
}
