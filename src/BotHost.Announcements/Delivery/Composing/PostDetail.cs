using System.Collections.Immutable;

namespace BotHost.Announcements.Delivery.Composing;

/// <summary>A rung of the fit ladder: how much is told in the leading language, and how much in each of the others.</summary>
public sealed record PostDetail(Rung Leading, Rung Others)
{
    /// <summary>What goes out as several messages where nothing shorter fits into one: what tells most is tried first.</summary>
    private static readonly ImmutableArray<PostDetail> InSeveralMessages =
    [
        .. new[] { Rung.NamesOnly, Rung.ShortSummary, Rung.FactsOnly }.Select(rung => new PostDetail(rung, Rung.Gone) { MaySplit = true }),
    ];

    private static readonly ImmutableArray<Rung> Rungs = [Rung.Full, Rung.ShortBios, Rung.NamesOnly, Rung.ShortSummary, Rung.FactsOnly];

    private static readonly ImmutableArray<PostDetail> OneLanguage = [.. Rungs.Select(rung => new PostDetail(rung, Rung.Gone))];

    // The others step down to their titles before the leading one gives anything up, and their titles go last of all.
    private static readonly ImmutableArray<PostDetail> SeveralLanguages =
    [
        .. Rungs.Select(rung => new PostDetail(Rung.Full, rung)),
        .. Rungs.Skip(1).Select(rung => new PostDetail(rung, Rung.FactsOnly)),
        new PostDetail(Rung.FactsOnly, Rung.Gone),
    ];

    /// <summary>How many passages of the leading summary are told on <see cref="Rung.ShortSummary"/>.</summary>
    public int Passages { get; init; } = 1;

    /// <summary>Whether it may go out as several messages.</summary>
    public bool MaySplit { get; init; }

    /// <summary>Everything.</summary>
    public static PostDetail Full { get; } = SeveralLanguages[0];

    /// <summary>The last resort: several messages, with as much as they hold.</summary>
    public static ImmutableArray<PostDetail> Split => InSeveralMessages;

    /// <summary>The rungs for posts in so many languages, from everything downwards.</summary>
    public static ImmutableArray<PostDetail> Ladder(int languages) => languages > 1 ? SeveralLanguages : OneLanguage;
}
