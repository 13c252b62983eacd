using System.Collections.Immutable;

namespace BotHost.Announcements.Lint.Names;

/// <summary>One word of a name.</summary>
/// <param name="Written">As the organiser wrote it.</param>
/// <param name="Alternates">Other accepted ways to write its accents, such as <c>Mueller</c>.</param>
/// <param name="IsFamily">Whether it is, or may be, the family's.</param>
internal sealed record NamePart(string Written, string Plain, ImmutableArray<string> Alternates, bool IsFamily)
{
    public uint Letters { get; } = Likeness.LettersOf(Plain);

    public bool Is(string plain) => plain == Plain || Alternates.Contains(plain) || IsPluralOf(plain);

    /// <summary>The Masutomos, the Wilks' house.</summary>
    private bool IsPluralOf(string plain) =>
        plain.Length == Plain.Length + 1 && plain.Length > 4 && plain[^1] == 's' && plain[^2] != 's' && plain.StartsWith(Plain, StringComparison.Ordinal);
}
