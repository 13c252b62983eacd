using System.Collections.Frozen;
using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint.Names;

/// <summary>Who in the catalogue bears a name.</summary>
internal sealed class NameIndex
{
    private readonly Dictionary<string, List<NameForm>> _forms = new(StringComparer.Ordinal);

    public NameIndex(TalkCatalogue catalogue)
    {
        var people = catalogue.People.Values.OrderBy(person => person.Id.Value, StringComparer.Ordinal).Select(PersonNames.Of).ToList();
        foreach (var form in people.SelectMany(person => person.Forms))
        {
            foreach (var key in KeysOf(form).Distinct())
            {
                (_forms.TryGetValue(key, out var forms) ? forms : _forms[key] = []).Add(form);
            }
        }

        EastAsian = people.SelectMany(person => person.EastAsian).Select(name => name.Letters).ToFrozenSet(StringComparer.Ordinal);
        HouseWords = catalogue.Series.Values.Select(series => series.Name)
            .Append(catalogue.Community.Name)
            .Concat(catalogue.Talks.Values.Select(talk => talk.Place?.Name).OfType<string>().Distinct())
            .SelectMany(name => SearchText.Words(name))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Every known name in Han characters and kana.</summary>
    public FrozenSet<string> EastAsian { get; }

    /// <summary>The words in the names of the community, its series and its places.</summary>
    public FrozenSet<string> HouseWords { get; }

    public bool Knows(string plain) => FormsWith(plain).Length > 0;

    public ReadOnlySpan<NameForm> FormsWith(string plain)
    {
        if (_forms.TryGetValue(plain, out var forms))
        {
            return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(forms);
        }

        // The plural of a family: the Masutomos.
        return plain.Length > 4 && plain[^1] == 's' && plain[^2] != 's' && _forms.TryGetValue(plain[..^1], out forms)
            ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(forms)
            : [];
    }

    private static IEnumerable<string> KeysOf(NameForm form)
    {
        for (var index = 0; index < form.Parts.Length; index++)
        {
            var part = form.Parts[index];
            yield return part.Plain;
            foreach (var other in part.Alternates)
            {
                yield return other;
            }

            foreach (var piece in Pieces(part))
            {
                yield return piece;
            }

            if (index + 1 < form.Parts.Length)
            {
                yield return part.Plain + form.Parts[index + 1].Plain;
            }
        }
    }

    private static ImmutableArray<string> Pieces(NamePart part) =>
        part.Written.Contains('-', StringComparison.Ordinal) ? SearchText.Words(part.Written) : [];
}
