using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Reads who takes part: behind a label, in a list, or as the heading of a bio.</summary>
internal static partial class PeopleRecogniser
{
    private const int LongestHeadline = 100;
    private const int LongestLine = 400;
    private const int LongestList = 2000;

    /// <summary>The people behind a role's label; empty where the words are no names.</summary>
    public static ImmutableArray<ImportedPerson> Behind(Piece value, string label)
    {
        var singular = RoleWords.Singular(label);
        var role = singular ?? label;
        if (value.Length > LongestList || IsOpen().IsMatch(value.Plain))
        {
            return [];
        }

        var people = ImmutableArray.CreateBuilder<ImportedPerson>();
        foreach (var chunk in Split(value, isList: singular is not null || label.Length == 0))
        {
            if (One(chunk, role) is not { } person)
            {
                return [];
            }

            people.Add(person);
        }

        return people.ToImmutable();
    }

    /// <summary>A line that is a name and a role: <c>Takehiro Masutomo/ Guest</c>, <c>Chang Che (Interviewer)</c>.</summary>
    public static ImportedPerson? Heading(Piece line)
    {
        if (line.Length > LongestHeadline || NameAndRole().Match(line.Plain) is not { Success: true } match)
        {
            return null;
        }

        var name = Part(line, match.Groups["name"]);
        var role = Part(line, match.Groups["role"]);
        var extra = Part(line, match.Groups["extra"]);
        if (!RoleWords.IsRole(role.Plain) || RoleWords.IsRole(name.Plain) || One(name, role.Raw) is not { } person || !NameShape.Fits(PlainForm.Of(person.Name)))
        {
            return null;
        }

        person.Headline ??= extra.IsEmpty ? null : extra.Raw;
        return person;
    }

    /// <summary>One person with what the line says of them; null where it starts with no name.</summary>
    public static ImportedPerson? One(Piece chunk, string role)
    {
        var text = chunk.Trim(" *_,;、");
        if (NameIsSentence().Match(text.Plain) is { Success: true } sentence)
        {
            var told = new ImportedPerson(Part(text, sentence.Groups["name"]).Raw, role);
            told.Bio.Add(text.Raw);
            return told;
        }

        if (text.Length > LongestLine)
        {
            return null;
        }

        var match = NameAndRest().Match(text.Plain);
        var name = Part(text, match.Groups["name"]).Trim(" *_");
        if (!match.Success || name.IsEmpty || name.Length > 60 || name.Plain.Any(character => character is '。' or '!' or '?') || !name.Plain.Any(char.IsLetter)
            || !(NameShape.Fits(name.Plain) || name.Plain.Split(' ').Length <= 3) || Article().IsMatch(name.Plain))
        {
            return null;
        }

        var brackets = match.Groups["bracket"].Captures;
        var own = brackets.FirstOrDefault(bracket => RoleWords.IsExact(bracket.Value));
        var person = new ImportedPerson(name.Raw, own is null ? role : text.Slice(own.Index, own.Length).Trim().Raw);
        foreach (var bracket in brackets.Where(bracket => bracket != own))
        {
            InBrackets(person, text.Slice(bracket.Index, bracket.Length).Trim().Raw);
        }

        var rest = Part(text, match.Groups["rest"]);
        if (QuotedTitle().IsMatch(rest.Plain))
        {
            person.Quoted = rest.Raw;
        }
        else if (!rest.IsEmpty)
        {
            Describe(person, rest.Raw);
        }

        return person;
    }

    /// <summary>A name in other letters, how to read it, or what the person does.</summary>
    private static void InBrackets(ImportedPerson person, string words)
    {
        var plain = PlainForm.Of(words);
        var isNativeFirst = NameShape.HasEastAsian(person.Name);
        if (isNativeFirst && NameShape.IsKana(plain) && person.Reading is null && !NameShape.IsKana(person.Name))
        {
            person.Reading = words;
        }
        else if (isNativeFirst && !NameShape.HasEastAsian(plain) && NameShape.Fits(plain) && plain.Contains(' ', StringComparison.Ordinal) && person.Alias is null)
        {
            person.Alias = words;
        }
        else if (!isNativeFirst && NameShape.IsEastAsian(plain) && !NameShape.IsProfession(plain) && person.NativeName is null)
        {
            person.NativeName = words;
        }
        else
        {
            Describe(person, words);
        }
    }

    private static void Describe(ImportedPerson person, string words)
    {
        var isProse = words.Length > LongestHeadline || words.TrimEnd() is [.., '.' or '。'];
        if (isProse || person.Headline is not null)
        {
            person.Bio.Add(words);
        }
        else
        {
            person.Headline = words;
        }
    }

    /// <summary>Cuts a list of people. A comma may also part a name from what the person does.</summary>
    private static IEnumerable<Piece> Split(Piece value, bool isList)
    {
        var cuts = Separators().Matches(value.Plain).Where(match => match.Groups["cut"].Success).Select(match => match.Groups["cut"]).ToList();
        if (cuts.Exists(cut => cut.Value.Contains(';', StringComparison.Ordinal)))
        {
            cuts.RemoveAll(cut => !cut.Value.Contains(';', StringComparison.Ordinal));
        }

        var start = 0;
        for (var index = 0; index < cuts.Count; index++)
        {
            var cut = cuts[index];
            var end = index + 1 < cuts.Count ? cuts[index + 1].Index : value.Length;
            var next = value[(cut.Index + cut.Length)..end].Trim();
            var isComma = cut.Value.Trim() is ",";
            if (IsName(next, isAnd: cut.Value.Trim() is not ("," or "、")) && (isList || !isComma) && IsName(value[start..cut.Index], isAnd: true))
            {
                yield return value[start..cut.Index];
                start = cut.Index + cut.Length;
            }
        }

        yield return value[start..];
    }

    private static bool IsName(Piece chunk, bool isAnd)
    {
        var match = NameAndRest().Match(chunk.Trim().Plain);
        var name = match.Groups["name"].Value.Trim();
        return match.Success && NameShape.Fits(name) && (isAnd || !NameShape.IsProfession(name));
    }

    private static Piece Part(Piece line, Group group) => group.Success ? line.Slice(group.Index, group.Length).Trim() : line[..0];

    [GeneratedRegex(@"^(tba|tbc|tbd|to be (announced|confirmed)|未定|調整中|待定|n\.?\s?n\.?)\W*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex IsOpen();

    [GeneratedRegex("^(\"[^\"]+\"|「[^「」]+」|『[^『』]+』|《[^《》]+》|«[^«»]+»)[.,]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedTitle();

    [GeneratedRegex(@"^(the|our|der|die|das|les?)\s", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"^[*_]*(?<name>[^/|()\[\],:、]{2,60}?(\s*\([^()]{1,40}\))?)[*_]*\s*(/|\||\(|\[|,|、|\s-+\s|:)\s*[*_]*(?<role>[^()\[\]/|,:、]{2,30}?)[*_]*\s*[)\]]?(\s*(,|、|-|/|\|)\s*(?<extra>.+))?[*_]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndRole();

    [GeneratedRegex(@"^(?<name>(?:[^\s(),/|:、;-]|(?<=\S)-(?=\S)|\s(?!-))+?)\s*(?:\((?<bracket>[^()]*)\)\s*)*(?:(?:[,/|:、]|\s-+\s|^-+\s|(?<=\))-*\s*)\s*(?<rest>.+))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndRest();

    [GeneratedRegex(@"^(?<name>\p{Lu}[\p{L}'.-]*(?:\s+(?:\p{Lu}[\p{L}'.-]*|de|da|di|van|von|der|al|bin)){1,4})\s+(?:is|was|works|writes|teaches|has|holds|lives|studied|ist|lebt|arbeitet|schreibt|forscht|lehrt)\s", RegexOptions.ExplicitCapture)]
    private static partial Regex NameIsSentence();

    [GeneratedRegex(@"\([^()]*\)|(?<cut>\s*;\s*|,?\s+(?:and|und|et|y|with|mit|avec|con)\s+|\s*&\s*|\s*×\s*|\s+/\s+|\s*,\s+|\s*、\s*|\s*[与與和]\s+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Separators();
}
