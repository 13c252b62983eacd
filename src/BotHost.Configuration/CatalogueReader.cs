using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Entries;
using BotHost.Configuration.Files;
using BotHost.Configuration.Pictures;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration;

/// <summary>Reads a config folder into a catalogue.</summary>
/// <remarks>
/// Bad input never throws: it gives findings, all of them at once. What is broken is left out for the rest of the check, so that
/// one mistake is told once, and the rules of the other rooms still see everything that is whole.
/// </remarks>
public sealed class CatalogueReader(IMarkdownReader markdown, IEnumerable<ICatalogueRule> rules, TalkOverrides? overrides = null, PictureStore? store = null)
{
    private readonly ImmutableArray<ICatalogueRule> _rules = [.. rules];
    private readonly EntryShelf<MainFile> _main = new();
    private readonly PeopleFolder _people = new(markdown);
    private readonly TalksFolder _talks = new(markdown);
    private readonly TemplatesFolder _templates = new();
    private readonly PictureShelf _pictures = new();
    private readonly PicturedEntries _pictured = new();
    private readonly Lock _oneAtATime = new();

    /// <summary>Reads the folder as it is now. What has not changed since the last reading is not read again.</summary>
    public CatalogueReading Read(string directory) => Read(directory, kept: null);

    /// <param name="directory">The folder.</param>
    /// <param name="kept">The pictures of an accepted copy; null: they lie in the folder.</param>
    /// <param name="before">The pictures that were accepted before, for those in the folder that came to harm; null: there were none.</param>
    internal CatalogueReading Read(string directory, KeptPictures? kept, KeptPictures? before = null)
    {
        lock (_oneAtATime)
        {
            return ReadNow(directory, kept, before);
        }
    }

    private CatalogueReading ReadNow(string directory, KeptPictures? kept, KeptPictures? before)
    {
        var findings = new FindingList();
        var folder = ConfigFolder.Read(directory, findings);
        if (folder.Main is null)
        {
            return new CatalogueReading(null, findings.Sorted(), folder.All.Length) { Directory = directory };
        }

        var main = _main.ReadAll([folder.Main], nameof(MainFile), file => MainFileReader.Read(file, markdown))[0];
        findings.Absorb(main.Findings);
        var (people, names) = _people.Read(folder, findings);
        var talks = _talks.Read(folder, new TalkContext(main, names, overrides?.All ?? []), findings);
        var catalogue = new TalkCatalogue
        {
            IsSample = main.IsSample,
            Community = main.Community,
            Series = main.Series,
            Talks = talks,
            People = people,
            Channels = main.Channels,
            Campaigns = main.Campaigns,
            Moderators = main.Moderators,
            Templates = _templates.Read(folder, main.Community.Languages[0], findings),
        };
        var pictures = LookAtPictures(directory, kept, before, catalogue, findings);
        catalogue = _pictured.Fill(catalogue, pictures);
        foreach (var finding in _rules.AsParallel().AsOrdered().SelectMany(rule => rule.Check(catalogue).ToList()))
        {
            findings.Add(finding);
        }

        findings.Ignored.CheckNames([.. StructureRules.All, .. _rules.SelectMany(rule => rule.Rules)], findings);
        return new CatalogueReading(findings.HasErrors ? null : catalogue, findings.Sorted(), folder.All.Length) 
        {
            Files = folder.All,
            Pictures = pictures,
            Directory = directory,
        };
    }

    private ImmutableArray<SeenPicture> LookAtPictures(string directory, KeptPictures? kept, KeptPictures? before, TalkCatalogue catalogue, FindingList findings)
    {
        List<(string Name, SourceSpan Where)> named =
        [
            .. from talk in catalogue.Talks.Values where talk.Image?.File is not null select (talk.Image!.File!, talk.Written.Where("image")),
            .. from person in catalogue.People.Values where person.Photo?.File is not null select (person.Photo!.File!, person.Written.Where("photo")),
        ];
        var pictures = _pictures.LookAtAll(directory, named.Select(entry => entry.Name), kept);
        pictures = before is null ? pictures : [.. pictures.Select(before.StandInFor)];
        store?.Saw(pictures);
        var byName = pictures.ToDictionary(picture => picture.Name, StringComparer.Ordinal);
        foreach (var (name, where) in named)
        {
            PictureFindings.Tell(byName[name], where, findings);
        }

        return pictures;
    }
}
