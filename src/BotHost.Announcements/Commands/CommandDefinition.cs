using System.Collections.Immutable;

namespace BotHost.Announcements.Commands;

/// <summary>One row of the command table, from which both menus, autocomplete and help are made.</summary>
/// <param name="Name">1 to 32 of a-z and _.</param>
/// <param name="Description">1 to 100 characters.</param>
/// <param name="Options">Required ones first.</param>
/// <param name="ForModerators">Whether only moderators may use it; checked by the handler, whatever a menu shows.</param>
public sealed record CommandDefinition(string Name, string Description, ImmutableArray<CommandOption> Options, bool ForModerators = false);
