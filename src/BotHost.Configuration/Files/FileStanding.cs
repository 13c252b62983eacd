namespace BotHost.Configuration.Files;

/// <summary>What stands under a listed name.</summary>
internal enum FileStanding
{
    File,

    Folder,

    /// <summary>A link to nowhere, or a file that went while the folder was listed.</summary>
    Missing,

    /// <summary>A link that leads out of the config folder.</summary>
    Outside,
}
