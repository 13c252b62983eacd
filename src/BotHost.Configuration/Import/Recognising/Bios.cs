using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Tells whose bio a paragraph is.</summary>
internal static partial class Bios
{
    /// <summary>The person whose name, with a word such as "is" behind it, starts the paragraph, and who has no bio yet.</summary>
    public static ImportedPerson? Starts(IReadOnlyList<ImportedPerson> people, string plain) =>
        people.FirstOrDefault(person => person.Bio.Count == 0 && BehindName(person, plain) is { } rest && (Tells().IsMatch(rest) || (Does().IsMatch(rest) && !Announces().IsMatch(rest))));

    /// <summary>The person whose name starts the paragraph, where the paragraphs are bios anyhow.</summary>
    public static ImportedPerson? Of(IReadOnlyList<ImportedPerson> people, string plain) =>
        people.FirstOrDefault(person => BehindName(person, plain) is { Length: > 0 });

    /// <summary>Whether a new paragraph goes on about the person.</summary>
    public static bool Continues(ImportedPerson person, string plain)
    {
        if (BehindName(person, plain) is { } behind)
        {
            return !Announces().IsMatch(behind);
        }

        var words = PlainForm.Of(person.Name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Pronoun().IsMatch(plain)
            || (person.Bio.Count > 0 && words.Any(word => word.Length > 3 && plain.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase) && !Announces().IsMatch(plain[word.Length..])));
    }

    private static string? BehindName(ImportedPerson person, string plain)
    {
        foreach (var name in new[] { person.Name, person.NativeName, person.Alias }.OfType<string>())
        {
            var start = PlainForm.Of(name);
            if (plain.StartsWith(start, StringComparison.OrdinalIgnoreCase) && (plain.Length == start.Length || !char.IsLetterOrDigit(plain[start.Length]) || start[^1] > '\u2E80'))
            {
                return plain[start.Length..];
            }
        }

        return null;
    }

    [GeneratedRegex(@"^\s*(\([^()]*\)\s*)?(,\s*born\b|(is|was)\s+(an?|the|one|based|born|professor|currently|also|director|author|writer)\b|works\b|writes\b|teaches\b|has (written|published|been|worked)\b|holds\b|lives\b|studied\b|received\b|ist\b|lebt\b|arbeitet\b|schreibt\b|forscht\b|lehrt\b|は|、|，|,?是)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Tells();

    /// <summary>What somebody does, in the third person: maintains, lives.</summary>
    [GeneratedRegex(@"^\s+(currently |now |also |previously )?(\p{Ll}{3,}s|grew|founded|co-founded|wrote|led|published|earned|graduated|trained|moved|joined)\s")]
    private static partial Regex Does();

    /// <summary>What somebody does on the evening is a word of the summary.</summary>
    [GeneratedRegex(@"^\s+(\p{Ll}+ly\s+)?(talks|speaks|discusses|presents|joins|explores|asks|takes|shows|tells|looks|explains|shares|examines|introduces|returns|reads|brings|invites|answers|reports|considers|argues|gives|opens|reflects|traces|follows|describes|reveals|walks|leads us|comes|does|goes|uses|begins|starts|meets|sits|chats|hosts|moderates|offers|unpacks|investigates|revisits|demonstrates|welcomes|compares|maps|makes the case)\b")]
    private static partial Regex Announces();

    [GeneratedRegex(@"^(he|she|they|his|her|their|er|sie|seine|ihre)\s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();
}
