using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Values;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration.Entries;

/// <summary>Reads what a talk, a person or a series says in other languages.</summary>
internal sealed class TranslationReader(IMarkdownReader markdown, FindingList findings)
{
    public Translations<TalkTranslation> OfTalk(Section talk, string language) => Read(talk, language, "a translation of a talk", Shapes.TalkTranslation, section => new TalkTranslation
    {
        Title = section.Read("title", Forms.Line),
        Subtitle = section.Read("subtitle", Forms.Line),
        Summary = ProseReader.Read(section, "summary", markdown, findings),
        Place = section.Read("place", Forms.Line),
        Roles = Words(section, "roles"),
        Labels = Words(section, "labels"),
    });

    public Translations<PersonTranslation> OfPerson(Section person) => Read(person, null, "a translation of a person", Shapes.PersonTranslation, section => new PersonTranslation
    {
        Name = section.Read("name", Forms.Line),
        Headline = section.Read("headline", Forms.Line),
        Bio = ProseReader.Read(section, "bio", markdown, findings),
    });

    public Translations<SeriesTranslation> OfSeries(Section series) => Read(series, null, "a translation of a series", Shapes.SeriesTranslation, section => new SeriesTranslation
    {
        Name = section.Read("name", Forms.Line),
        Heading = section.Read("heading", Forms.Line),
        Place = section.Read("place", Forms.Line),
        Roles = Words(section, "roles"),
        Labels = Words(section, "labels"),
    });

    private Translations<T> Read<T>(Section owner, string? ownLanguage, string what, ImmutableArray<string> keys, Func<Section, T> read)
        where T : class
    {
        var byTag = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in owner.Named("translations"))
        {
            var tag = findings.Parse(new Node.Scalar(pair.KeyWhere, pair.Key), "translations", Forms.Language);
            if (Section.Open(pair.Value, what, findings, keys) is not { } section || tag is null)
            {
                continue;
            }

            if (tag.Equals(ownLanguage, StringComparison.OrdinalIgnoreCase))
            {
                findings.Error(pair.KeyWhere, "own-language", $"the talk is in '{tag}' itself: its texts stand above", "remove this translation, or name the talk's own language in 'language'");
            }
            else if (!byTag.TryAdd(tag, read(section)))
            {
                findings.Error(pair.KeyWhere, "duplicate-key", $"'{tag}' is given twice", "keep one of them");
            }
        }

        return byTag.Count == 0 ? new Translations<T>() : new Translations<T>(byTag.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private ImmutableDictionary<string, string> Words(Section section, string key)
    {
        var words = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in section.Named(key))
        {
            if (findings.Parse(pair.Value, key, Forms.Line) is { } word)
            {
                words[pair.Key] = word;
            }
        }

        return words.ToImmutable();
    }
}
