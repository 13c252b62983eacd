using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;
using BotHost.Configuration.Entries;
using BotHost.Configuration.Files;
using BotHost.Configuration.Yaml;

namespace BotHost.Configuration;

/// <summary>Reads a config folder into a catalogue.</summary>
/// <remarks>
/// Bad input never throws: it gives findings, all of them at once. What is broken is left out for the rest of the check, so that
/// one mistake is told once, and the rules of the other rooms still see everything that is whole.
/// </remarks>
public sealed class CatalogueReader(IMarkdownReader markdown, IEnumerable<ICatalogueRule> rules, TalkOverrides? overrides = null)
{
    private readonly ImmutableArray<ICatalogueRule> _rules = [.. rules];
    private readonly EntryShelf<MainFile> _main = new();
    private readonly PeopleFolder _people = new(markdown);
    private readonly TalksFolder _talks = new(markdown);
    private readonly Lock _oneAtATime = new();

    /// <summary>Reads the folder as it is now. What has not changed since the last reading is not read again.</summary>
    public CatalogueReading Read(string directory)
    {
        lock (_oneAtATime)
        {
            return ReadNow(directory);
        }
    }

    private CatalogueReading ReadNow(string directory)
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
        };
        PictureFiles.Check(directory, PicturesOf(catalogue), findings);
        foreach (var finding in _rules.AsParallel().AsOrdered().SelectMany(rule => rule.Check(catalogue).ToList()))
        {
            findings.Add(finding);
        }

        findings.Ignored.CheckNames([.. StructureRules.All, .. _rules.SelectMany(rule => rule.Rules)], findings);
        return new CatalogueReading(findings.HasErrors ? null : catalogue, findings.Sorted(), folder.All.Length) { Files = folder.All, Directory = directory };
    }

    private static IEnumerable<(Picture? Picture, SourceSpan Where)> PicturesOf(TalkCatalogue catalogue) =>
    [
        .. catalogue.Talks.Values.Select(talk => (talk.Image, talk.Written.Where("image"))),
        .. catalogue.People.Values.Select(person => (person.Photo, person.Written.Where("photo"))),
    ];
}
