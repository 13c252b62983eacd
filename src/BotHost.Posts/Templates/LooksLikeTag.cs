using System.Text.RegularExpressions;

namespace BotHost.Posts.Templates;

/// <summary>Finds what was meant as a tag and would be shown to readers as it stands.</summary>
internal static partial class LooksLikeTag
{
    public static IEnumerable<(int Index, string Words, string Remedy)> In(string text, IReadOnlyList<TemplateMark> marks, TemplateScope scope)
    {
        var words = Blanked(text, marks);
        foreach (Match match in FullWidth().Matches(words))
        {
            yield return (match.Index, $"{match.Value} are full-width braces, and readers would see them", "write {{ and }}, without the input method");
        }

        foreach (Match match in SingleBraces().Matches(words))
        {
            var name = match.Groups[1].Value;
            if (scope.Knows(name) || scope.Lists.Any(list => scope.ItemOf(list)!.Knows(name)))
            {
                yield return (match.Index, $"readers would see {match.Value} as it stands", $"write {{{{{name}}}}}");
            }
        }
    }

    /// <summary>The text with spaces where its tags are, so that every place stays what it is.</summary>
    public static string Blanked(string text, IEnumerable<TemplateMark> marks)
    {
        var words = text.ToCharArray();
        foreach (var mark in marks)
        {
            words.AsSpan(mark.Index, mark.Length).Fill(' ');
        }

        return new string(words);
    }

    [GeneratedRegex(@"[｛{]｛|｛\{", RegexOptions.CultureInvariant)]
    private static partial Regex FullWidth();

    [GeneratedRegex(@"\{([A-Za-z]{1,30})\}", RegexOptions.CultureInvariant)]
    private static partial Regex SingleBraces();
}
