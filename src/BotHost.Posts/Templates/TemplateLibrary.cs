using System.Collections.Frozen;
using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Templates;

/// <summary>The templates of every language that there are any of.</summary>
internal sealed class TemplateLibrary
{
    /// <summary>What channels read whose languages have no templates.</summary>
    public const string Fallback = "en";

    /// <summary>One catalogue is in force; another is being read, and a third was accepted before.</summary>
    private const int KeptLibraries = 4;

    private readonly FrozenDictionary<string, TemplateSet> _sets;
    private readonly Lock _oneAtATime = new();
    private ImmutableArray<(ImmutableArray<TemplateFile> Files, OwnTemplates Templates)> _laidOver = [];

    public TemplateLibrary(IEnumerable<TemplateSource> sources)
    {
        var all = sources.ToList();
        _sets = all
            .GroupBy(source => source.Language, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(group => group.Key, group => TemplateCompiler.Compile(group.Key, group), StringComparer.OrdinalIgnoreCase);
        Shelf = new TemplateShelf(all);
    }

    private TemplateLibrary(TemplateShelf shelf, FrozenDictionary<string, TemplateSet> sets)
    {
        _sets = sets;
        Shelf = shelf;
    }

    /// <summary>The texts that the templates were made of.</summary>
    public TemplateShelf Shelf { get; }

    /// <summary>The templates that come with the program.</summary>
    public static TemplateLibrary BuiltIn() => new(BuiltInTemplates.Read());

    /// <summary>This library with other templates in some of its languages, or in further ones.</summary>
    public TemplateLibrary With(TemplateShelf shelf, IEnumerable<TemplateSet> sets)
    {
        var all = new Dictionary<string, TemplateSet>(_sets, StringComparer.OrdinalIgnoreCase);
        foreach (var set in sets)
        {
            all[set.Language] = set;
        }

        return new TemplateLibrary(shelf, all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The templates in force for a catalogue: this library's, and the organiser's over them.</summary>
    public TemplateLibrary Of(TalkCatalogue catalogue) => catalogue.Templates.IsDefaultOrEmpty ? this : LaidOver(catalogue.Templates).Library;

    /// <summary>The organiser's templates over this library's; made once for the same texts.</summary>
    public OwnTemplates LaidOver(ImmutableArray<TemplateFile> files)
    {
        if (Known(files) is { } known)
        {
            return known;
        }

        lock (_oneAtATime)
        {
            if (Known(files) is { } meanwhile)
            {
                return meanwhile;
            }

            var templates = OwnTemplates.Of(files, this);
            _laidOver = [(files, templates), .. _laidOver.Take(KeptLibraries - 1)];
            return templates;
        }
    }

    /// <summary>The templates of the first language that has some; <see cref="Fallback"/> where none has.</summary>
    public TemplateSet For(IEnumerable<string> languages) => languages.Select(Find).FirstOrDefault(set => set is not null) ?? _sets[Fallback];

    /// <summary>The templates for readers of a language, nearest first: <c>en-GB</c> is content with <c>en</c>, <c>zh-TW</c> with <c>zh-Hant</c>. Null where there are none.</summary>
    public TemplateSet? Find(string language)
    {
        var siblings = _sets.Keys.Where(tag => LanguageTags.Serves(tag, language)).Order(StringComparer.OrdinalIgnoreCase);
        return LanguageTags.Fallbacks(language).Concat(siblings).Where(_sets.ContainsKey).Select(tag => _sets[tag]).FirstOrDefault();
    }

    // Not by the files alone: a reading may make them anew, and their places count in what is found.
    private OwnTemplates? Known(ImmutableArray<TemplateFile> files) => _laidOver.FirstOrDefault(entry => entry.Files == files || entry.Files.SequenceEqual(files, SameText.Instance)).Templates;

    private sealed class SameText : IEqualityComparer<TemplateFile>
    {
        public static readonly SameText Instance = new();

        public bool Equals(TemplateFile? one, TemplateFile? other) =>
            ReferenceEquals(one, other)
            || (one is not null && other is not null && one.Language == other.Language && one.Name == other.Name && one.Text.Text == other.Text.Text && one.Text.Where == other.Text.Where);

        public int GetHashCode(TemplateFile file) => HashCode.Combine(file.Language, file.Name, file.Text.Text);
    }
}
