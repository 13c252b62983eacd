using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Lint;

/// <summary>Finds talks that go where another language is read, and translations without a title.</summary>
/// <remarks>A draft goes nowhere yet, and its translations are often the last thing to be written.</remarks>
public sealed class TranslationRule : ICatalogueRule
{
    private const string Missing = "missing-translation";
    private const string Partial = "partial-translation";

    public ImmutableArray<LintRule> Rules { get; } =
    [
        new(Missing, Severity.Warning, "A talk goes to a channel in a language that it has no texts in."),
        new(Partial, Severity.Note, "A translation of a talk has no title."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
        catalogue.Talks.Values.SelectMany(talk => MissingOnes(catalogue, talk).Concat(PartialOnes(talk)));

    private static IEnumerable<Finding> MissingOnes(TalkCatalogue catalogue, Talk talk)
    {
        if (talk.Status is TalkStatus.Draft or TalkStatus.Cancelled)
        {
            return [];
        }

        var path = talk.Written.Text("language") is null ? "title" : "language";
        return catalogue.ChannelsOf(talk)
            .SelectMany(channel => channel.Languages.Select(language => (Channel: channel, Language: language)))
            .DistinctBy(wanted => wanted.Language, StringComparer.OrdinalIgnoreCase)
            .Where(wanted => !LanguageTags.Serves(talk.Language, wanted.Language) && talk.Translations.For(wanted.Language) is null)
            .Select(wanted => new Finding(
                Severity.Warning,
                talk.Written.Where(path),
                Missing,
                $"the channel '{wanted.Channel.Id}' is in '{wanted.Language}', and the talk has no texts in it",
                $"add translations: {wanted.Language}: with title and summary below it"));
    }

    private static IEnumerable<Finding> PartialOnes(Talk talk) => talk.Translations.ByTag
        .Where(entry => entry.Value.Title is null)
        .Select(entry => new Finding(
            Severity.Note,
            talk.Written.Where($"translations/{entry.Key}"),
            Partial,
            $"the texts in '{entry.Key}' have no title: readers see the one in '{talk.Language}'",
            "add title: there"));
}
