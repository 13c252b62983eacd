using System.Collections.Immutable;
using NodaTime;

namespace BotHost.Announcements.Talks;

/// <summary>A talk as members may see it now.</summary>
/// <param name="Talk">The talk; its online link is missing until it is revealed.</param>
/// <param name="Series">Its series.</param>
/// <param name="People">Its people, in the order of the talk.</param>
/// <param name="Phase">Where it stands now.</param>
/// <param name="LinkFrom">When the online link will be shown; null where there is none or it is shown already.</param>
public sealed record PublicTalk(Talk Talk, Series Series, ImmutableArray<PublicPart> People, TalkPhase Phase, Instant? LinkFrom)
{
    public TalkId Id => Talk.Id;

    /// <summary>Whether it still takes place, as far as is known.</summary>
    public bool IsOn => Talk.Status == TalkStatus.Confirmed;
}
