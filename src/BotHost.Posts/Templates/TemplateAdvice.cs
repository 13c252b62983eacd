using BotHost.Announcements.Talks;

namespace BotHost.Posts.Templates;

/// <summary>What to write in place of a name that is not known.</summary>
internal static class TemplateAdvice
{
    /// <param name="name">What stands there.</param>
    /// <param name="here">What is known at that place.</param>
    /// <param name="outside">What is known outside of all blocks.</param>
    public static string For(string name, TemplateScope here, TemplateScope outside)
    {
        if (outside != here && outside.Knows(name))
        {
            return "it is known outside of {{#each}}: say it there";
        }

        return ListOf(name, here) is { } list
            ? $"each of '{list}' has one: say it between {{{{#each {list}}}}} and {{{{/each}}}}"
            : Suggest(name, here.Names, "known are");
    }

    public static string Suggest(string word, IEnumerable<string> candidates, string intro)
    {
        var known = $"{intro} {string.Join(", ", candidates)}";
        return NearestWord.Of(word, candidates) is { } near ? $"did you mean '{near}'? {char.ToUpperInvariant(known[0])}{known[1..]}" : known;
    }

    private static string? ListOf(string name, TemplateScope scope) => scope.Lists.FirstOrDefault(list => scope.ItemOf(list)!.Knows(name));
}
