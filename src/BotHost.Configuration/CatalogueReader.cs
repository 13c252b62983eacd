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

    public CatalogueReading Read(string directory)
    {
        var findings = new FindingList();
        var folder = ConfigFolder.Read(directory, findings);
        if (folder.Main is null)
        {
            return new CatalogueReading(null, findings.Sorted(), folder.All.Length) { Directory = directory };
        }

        var main = MainFileReader.Read(folder.Main, markdown, findings);
        var (people, names) = new PersonReader(markdown, findings).ReadAll(folder);
        var talks = new TalkReader(markdown, main, names, findings).ReadAll(folder.Talks, (overrides?.All ?? []).ToLookup(change => change.Talk.Value));
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
        foreach (var finding in _rules.SelectMany(rule => rule.Check(catalogue)))
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
