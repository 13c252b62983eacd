namespace BotHost.Announcements.Lint.Names;

/// <summary>One word of a passage, without a possessive ending.</summary>
/// <param name="Plain">Its plain form; empty for lower-case words, of which few are ever compared.</param>
/// <param name="Letters">Which letters occur in the plain form.</param>
internal readonly record struct Word(int Start, int Length, WordTraits Traits, string Plain, uint Letters)
{
    public int End => Start + Length;

    public bool Is(WordTraits trait) => (Traits & trait) != 0;
}
