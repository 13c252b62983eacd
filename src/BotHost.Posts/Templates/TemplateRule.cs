using System.Collections.Immutable;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Posts.Templates;

/// <summary>Looks at the organiser's templates as a post will use them, in every branch, so that no post finds a mistake first.</summary>
internal sealed class TemplateRule(TemplateLibrary library) : ICatalogueRule
{
    private const string RelativeDay = "template-relative-day";
    private const string Unused = "unused-template";

    public ImmutableArray<LintRule> Rules { get; } =
    [
        new(TemplateCheck.Rule, Severity.Error, "A template says a name that is not known, calls a part that is not there, never ends what it begins, or writes no post."),
        new(OwnFiles.UnknownName, Severity.Error, "A template has a name that no post and no part goes by."),
        new(RelativeDay, Severity.Warning, "A template says today, tonight, tomorrow or the like, and its posts are read on other days."),
        new(TemplateLinks.Rule, Severity.Warning, "A link in a template leads to no web page and no mailbox, or elsewhere than its words say, or holds a value that is no address."),
        new(Unused, Severity.Warning, "A template is in a language that no channel reads."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue)
    {
        if (catalogue.Templates.IsDefaultOrEmpty)
        {
            return [];
        }

        var read = catalogue.Templates.Where(file => file.Text.Text.Length <= TemplateCheck.MaxLength).ToList();
        return library.LaidOver(catalogue.Templates).Findings
            .Concat(read.SelectMany(Days))
            .Concat(read.Select(TemplateSource.Of).SelectMany(TemplateLinks.Check))
            .Concat(Unread(catalogue));
    }

    private static IEnumerable<Finding> Days(TemplateFile file)
    {
        var words = LooksLikeTag.Blanked(file.Text.Text, TemplateMarks.In(file.Text.Text));
        return DayWords.In(words).Select(found => new Finding(
            Severity.Warning,
            file.Text.At(found.Index),
            RelativeDay,
            $"'{found.Words}' is true on one day, and posts are read on others",
            "write {{when}}, {{relative}} or {{remaining}}, which say it right for every reader"));
    }

    private static IEnumerable<Finding> Unread(TalkCatalogue catalogue)
    {
        var read = catalogue.Channels.SelectMany(channel => channel.Languages).Append(TemplateLibrary.Fallback).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return
            from file in catalogue.Channels.IsDefaultOrEmpty ? [] : catalogue.Templates
            where !read.Any(reader => LanguageTags.Serves(file.Language, reader))
            select new Finding(
                Severity.Warning,
                file.Text.Where,
                Unused,
                $"no channel reads '{file.Language}', so this template is never used",
                NearestWord.Of(file.Language, read) is { } near ? $"did you mean '{near}'? Else name the language in a channel" : "name the language in a channel, or take the file away");
    }
}
