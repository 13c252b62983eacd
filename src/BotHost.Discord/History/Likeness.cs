namespace BotHost.Discord.History;

/// <summary>How much a message that stands there looks like one that was sent.</summary>
internal enum Likeness
{
    /// <summary>It is another one.</summary>
    Other,

    /// <summary>Its buttons send the same ids, but the words differ.</summary>
    Marked,

    /// <summary>It says the same.</summary>
    Same,
}
