using System.Collections.Immutable;
using BotHost.Announcements.Commands;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Platforms;

/// <summary>Who moderates on one platform.</summary>
/// <param name="Platform">Where the ids are valid.</param>
/// <param name="Users">User ids; they moderate in the named places, where the moderators are told, and in private chats with the bot.</param>
/// <param name="Places">The places (servers, groups, channels) whose rights count. Rights anywhere else are a stranger's.</param>
public sealed record ModeratorRules(PlatformId Platform, ImmutableArray<string> Users, ImmutableArray<ModeratorPlace> Places)
{
    /// <summary>Where the moderators are told what they should know, on this platform; null: nowhere here.</summary>
    public ChannelAddress? ReportTo { get; init; }

    public ISourceMap Written { get; init; } = Unwritten.Instance;

    public static ModeratorRules Nobody(PlatformId platform) => new(platform, [], []);

    public bool IsNobody => Users.IsEmpty && Places.IsEmpty;

    /// <summary>Whether anybody moderates by what they are in a place.</summary>
    public bool HaveRights => Places.Any(place => place.AdminsModerate || !place.Roles.IsEmpty || !place.Permissions.IsEmpty);

    /// <summary>Whether the moderators are told here. Listed users moderate here, too; the place's own rights count only where it is one of <see cref="Places"/>.</summary>
    public bool TellIn(CommandPlace place) => ReportTo is { } chat && chat.Id == place.ChannelId;

    public ModeratorPlace? PlaceOf(string id) => Places.FirstOrDefault(place => place.Id == id);
}
