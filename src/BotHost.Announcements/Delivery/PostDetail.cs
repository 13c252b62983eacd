using System.Collections.Immutable;

namespace BotHost.Announcements.Delivery;

/// <summary>A rung of the fit ladder: how much is told in the leading language, and how much in each of the others.</summary>
public sealed record PostDetail(Rung Leading, Rung Others)
{
    private static readonly ImmutableArray<Rung> Rungs = [Rung.Full, Rung.ShortBios, Rung.NamesOnly, Rung.ShortSummary, Rung.FactsOnly];

    private static readonly ImmutableArray<PostDetail> OneLanguage = [.. Rungs.Select(rung => new PostDetail(rung, Rung.Gone))];

    // The others step down to their titles before the leading one gives anything up, and their titles go last of all.
    private static readonly ImmutableArray<PostDetail> SeveralLanguages =
    [
        .. Rungs.Select(rung => new PostDetail(Rung.Full, rung)),
        .. Rungs.Skip(1).Select(rung => new PostDetail(rung, Rung.FactsOnly)),
        new PostDetail(Rung.FactsOnly, Rung.Gone),
    ];

    /// <summary>Everything.</summary>
    public static PostDetail Full { get; } = SeveralLanguages[0];

    /// <summary>The rungs for posts in so many languages, from everything downwards.</summary>
    public static ImmutableArray<PostDetail> Ladder(int languages) => languages > 1 ? SeveralLanguages : OneLanguage;
}
