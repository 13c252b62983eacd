namespace BotHost.Discord.Interactions;

/// <summary>A command as the platform registers it.</summary>
internal sealed record CommandBody(
    string Name,
    int Type,
    string Description,
    CommandOptionBody[] Options,
    string? DefaultMemberPermissions,
    int[] Contexts,
    int[] IntegrationTypes);

/// <summary>A text argument of a command.</summary>
internal sealed record CommandOptionBody(int Type, string Name, string Description, bool Required, bool Autocomplete);
