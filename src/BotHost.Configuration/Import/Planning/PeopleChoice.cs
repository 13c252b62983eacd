using System.Collections.Immutable;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Import.Recognising;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;
using BotHost.Configuration.Import.Writing;

namespace BotHost.Configuration.Import.Planning;

/// <summary>Finds the people of an announcement among those of the config, or plans new ones.</summary>
internal sealed class PeopleChoice(KnownConfig config, Func<string, bool> isFileThere, string talkId)
{
    private readonly HashSet<string> _used = new(config.PersonIds, StringComparer.Ordinal);
    private readonly List<PlannedPerson> _new = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _doubts = [];

    public IReadOnlyList<PlannedPerson> New => _new;

    /// <summary>Comments for the talk's file.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Sentences for the console.</summary>
    public IReadOnlyList<string> Doubts => _doubts;

    public ImmutableArray<(string PersonId, string Role)> Choose(IEnumerable<ImportedPerson> people)
    {
        var parts = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var person in Merge(people))
        {
            var part = (IdOf(person), person.Role);
            if (!parts.Contains(part))
            {
                parts.Add(part);
            }
        }

        return parts.ToImmutable();
    }

    /// <summary>Who is named twice, once to say that they come and once above their bio, is one person.</summary>
    private static List<ImportedPerson> Merge(IEnumerable<ImportedPerson> people)
    {
        var merged = new List<ImportedPerson>();
        foreach (var person in people)
        {
            if (merged.Find(other => IsSame(other.Name, person.Name)) is not { } first)
            {
                merged.Add(person);
                continue;
            }

            first.NativeName ??= person.NativeName;
            first.Alias ??= person.Alias;
            first.Reading ??= person.Reading;
            if (first.Headline is null)
            {
                first.Headline = person.Headline;
            }
            else if (person.Headline is { } headline && headline != first.Headline)
            {
                first.Bio.Add(headline);
            }

            first.Bio.AddRange(first.Bio.Count > 0 && person.Bio.Count > 0 ? ["", .. person.Bio] : person.Bio);
            if (person.Role != first.Role && person.Role != "Speaker")
            {
                merged.Add(new ImportedPerson(first.Name, person.Role));
            }
        }

        return merged;
    }

    private static bool IsSame(string left, string right) => Likeness.Same(NameShape.Bare(left), NameShape.Bare(right));

    private string IdOf(ImportedPerson person)
    {
        if (_new.Find(other => IsSame(other.Person.Name, person.Name)) is { } again)
        {
            return again.Id;
        }

        string?[] names = [person.Name, person.NativeName, person.Alias];
        if (config.People.FirstOrDefault(known => known.Names.Any(name => names.OfType<string>().Any(other => IsSame(name, other)))) is { } known)
        {
            Compare(person, known);
            return known.Id;
        }

        var id = Free(names.OfType<string>().Select(name => Slug.Of(NameShape.Bare(name))).OfType<string>().FirstOrDefault() ?? OfRole(person.Role));
        _new.Add(new PlannedPerson(id, person, ProseLayout.Markdown(person.Bio)));
        return id;
    }

    /// <summary>A name without Latin letters is not romanised: the part in this talk names the file until somebody renames it.</summary>
    private string OfRole(string role)
    {
        var slug = RoleWords.SlugOf(role) ?? Slug.Of(role) ?? "person";
        return $"{talkId[..Math.Min(talkId.Length, Identifier.MaxLength - slug.Length - 4)].Trim('-')}-{slug}";
    }

    private string Free(string id)
    {
        var free = id;
        for (var count = 2; _used.Contains(free) || isFileThere($"people/{free}.yaml"); count++)
        {
            free = $"{id}-{count}";
        }

        _used.Add(free);
        return free;
    }

    private void Compare(ImportedPerson person, KnownPerson known)
    {
        var said = string.Join(' ', person.Bio);
        var isNewHeadline = person.Headline is { } headline && !Likeness.Key(known.Bio + known.Headline).Contains(Likeness.Key(headline), StringComparison.Ordinal);
        if ((said.Length == 0 || Likeness.Key(known.Bio).Contains(Likeness.Key(said), StringComparison.Ordinal)) && !isNewHeadline)
        {
            return;
        }

        _doubts.Add($"The announcement tells of {person.Name} in other words than people/{known.Id}.yaml, which stays as it is; the words stand as comments in the talk's file");
        _notes.Add($"The announcement on {person.Name} ({known.Id}), in other words than their own file:");
        _notes.AddRange(new[] { person.Headline }.OfType<string>().Concat(person.Bio.Where(line => line.Length > 0)).Select(line => $"  {line}"));
    }
}
