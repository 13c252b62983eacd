namespace BotHost.Configuration.Pictures;

/// <summary>Why a picture that an entry names cannot be posted.</summary>
internal enum PictureProblem
{
    Missing,
    Folder,

    /// <summary>A link leads out of the config folder.</summary>
    Outside,

    /// <summary>Of no length, as pipes, sockets and devices are, too.</summary>
    Empty,
    TooLarge,
    Unreadable,
    NoPicture,

    /// <summary>It begins as a picture does, and is cut off or says of itself what cannot be.</summary>
    Broken,
}
