using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Lint.Names;

/// <summary>The passages of talks and people. A reload keeps what did not change, and so does this.</summary>
internal static class Passages
{
    private static readonly ConditionalWeakTable<Talk, StrongBox<ImmutableArray<Passage>>> Talks = [];
    private static readonly ConditionalWeakTable<Person, StrongBox<ImmutableArray<Passage>>> People = [];

    public static ImmutableArray<Passage> Of(Talk talk) => Talks.GetValue(talk, static talk => new([.. Read(talk)])).Value;

    public static ImmutableArray<Passage> Of(Person person) => People.GetValue(person, static person => new([.. Read(person)])).Value;

    private static IEnumerable<Passage> Read(Talk talk)
    {
        if (talk.Written is not Unwritten)
        {
            return Read(talk.Written);
        }

        return InMemory(
            talk.Source,
            (PassageKind.Title, talk.Title),
            (PassageKind.Title, talk.Subtitle),
            (PassageKind.Summary, PlainText.Of(talk.Summary, talk.Language)));
    }

    private static IEnumerable<Passage> Read(Person person)
    {
        if (person.Written is not Unwritten)
        {
            return Read(person.Written);
        }

        return InMemory(person.Source, (PassageKind.Title, person.Headline), (PassageKind.Bio, PlainText.Of(person.Bio, "en")));
    }

    private static IEnumerable<Passage> Read(ISourceMap written) =>
        from text in written.Texts
        let kind = KindOf(text.Key)
        where kind is not null && text.Value.Text.Length > 0
        select new Passage(kind.Value, text.Value.Text, text.Value.At);

    private static IEnumerable<Passage> InMemory(SourceSpan place, params (PassageKind Kind, string? Text)[] texts) =>
        from text in texts
        where !string.IsNullOrEmpty(text.Text)
        select new Passage(text.Kind, text.Text, _ => place);

    private static PassageKind? KindOf(string path)
    {
        var isTranslation = path.StartsWith("translations/", StringComparison.Ordinal) && path.AsSpan().Count('/') == 2;
        return (isTranslation ? path[(path.LastIndexOf('/') + 1)..] : path) switch
        {
            "title" or "subtitle" or "headline" => PassageKind.Title,
            "summary" => PassageKind.Summary,
            "bio" => PassageKind.Bio,
            _ => null,
        };
    }
}
