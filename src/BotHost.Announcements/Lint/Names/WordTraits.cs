namespace BotHost.Announcements.Lint.Names;

/// <summary>What the eye sees of a word.</summary>
[Flags]
internal enum WordTraits
{
    None = 0,

    /// <summary>There is a capital letter in it.</summary>
    Capital = 1,

    /// <summary>It opens a sentence, so its capital says little.</summary>
    SentenceStart = 2,

    /// <summary>Nothing but space stands between it and the word before, or the stop of an initial or a title.</summary>
    Joined = 4,

    /// <summary>All of its letters are capitals, as in an abbreviation.</summary>
    AllCapitals = 8,

    /// <summary>A single letter.</summary>
    Initial = 16,

    /// <summary>It carries what only names of people carry: an honorific such as <c>-san</c>.</summary>
    Honoured = 32,

    /// <summary>Everybody's word: the vocabulary knows it as no name.</summary>
    Ordinary = 64,

    /// <summary>What stands before a name, such as <c>Professor</c> or <c>journalist</c>.</summary>
    Title = 128,

    /// <summary>A little word within a name, such as <c>van der</c>.</summary>
    Particle = 256,
}
