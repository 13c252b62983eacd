using System.Collections.Immutable;

namespace BotHost.Announcements.Platforms;

/// <summary>A place that the config names, and whose rights count there.</summary>
/// <param name="Id">The platform's id of the place.</param>
/// <param name="Roles">Role ids that moderate.</param>
/// <param name="Permissions">Names of platform permissions that moderate, for example <c>manage_guild</c>.</param>
/// <param name="AdminsModerate">Whether the place's administrators moderate.</param>
public sealed record ModeratorPlace(string Id, ImmutableArray<string> Roles, ImmutableArray<string> Permissions, bool AdminsModerate);
