using System.Collections.Immutable;
using BotHost.Announcements.Platforms;

namespace BotHost.Announcements.Commands;

/// <summary>Who sent a command, with what the platform said of their rights along with it.</summary>
/// <param name="Platform">Where they are.</param>
/// <param name="UserId">The platform's id.</param>
/// <param name="Name">As shown to others.</param>
/// <param name="Roles">Role ids in the place, where the platform sends them along.</param>
/// <param name="Permissions">Permission names in the place (<c>manage_guild</c>), where the platform sends them along.</param>
public sealed record CommandAuthor(PlatformId Platform, string UserId, string Name, ImmutableArray<string> Roles, ImmutableArray<string> Permissions);
