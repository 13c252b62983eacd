using System.Collections.Immutable;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Finds "tonight", "tomorrow" and their like in a talk's texts: these are posted on several days and are true on one.</summary>
public sealed class RelativeDayRule : ICatalogueRule
{
    private const string Name = "relative-day";

    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal) { "title", "subtitle", "summary" };

    public ImmutableArray<LintRule> Rules { get; } =
        [new(Name, Severity.Warning, "A talk's text says today, tonight, tomorrow or the like, and is posted on several days.")];

    private readonly KeptFindings _kept = new(Check);

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) => catalogue.Talks.Values.AsParallel().SelectMany(talk => _kept.Of(talk));

    private static IEnumerable<Finding> Check(Talk talk) => talk.Written.Texts
        .Where(text => IsPosted(text.Key.Split('/')))
        .SelectMany(text => RelativeDays.In(text.Value.Text).Select(found => new Finding(
            Severity.Warning,
            text.Value.At(found.Index),
            Name,
            $"'{found.Words}' is true on one day, and this text is posted on several",
            "leave it out, for every post says when the talk is, or write the date")));

    private static bool IsPosted(string[] path) =>
        (path.Length == 1 && Texts.Contains(path[0])) || (path.Length == 3 && path[0] == "translations" && Texts.Contains(path[2]));
}
