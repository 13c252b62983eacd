using System.Buffers;
using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Where a keyboard lacks an accent, some of them are spelled out.</summary>
internal static class Accents
{
    private const string Spelled = "äöüåøōūÄÖÜÅØŌŪ";

    private static readonly SearchValues<char> Any = SearchValues.Create(Spelled);

    private static readonly ImmutableArray<string> Twos = ["ae", "oe", "ue", "aa", "oe", "ou", "uu"];

    private static readonly ImmutableArray<string> Others = ["ae", "oe", "ue", "aa", "oe", "oh", "uu"];

    public static ImmutableArray<string> AlternatesOf(ReadOnlySpan<char> written) =>
        !written.ContainsAny(Any) ? [] : [SpellOut(written, Twos), SpellOut(written, Others)];

    private static string SpellOut(ReadOnlySpan<char> written, ImmutableArray<string> spellings)
    {
        var text = written.ToString();
        for (var index = 0; index < Spelled.Length; index++)
        {
            text = text.Replace(Spelled[index..(index + 1)], spellings[index % spellings.Length], StringComparison.Ordinal);
        }

        return SearchText.Fold(text);
    }
}
