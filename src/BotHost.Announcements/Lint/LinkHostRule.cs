using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Announcements.Talks;
using BotHost.Announcements.Texts;

namespace BotHost.Announcements.Lint;

/// <summary>Finds links whose words look like one page's address and which open another's.</summary>
public sealed partial class LinkHostRule : ICatalogueRule
{
    private const string Name = "link-host";

    public ImmutableArray<LintRule> Rules { get; } = [new(Name, Severity.Warning, "The words of a link look like one web address, and it leads to another.")];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) =>
    [
        .. catalogue.Talks.Values.SelectMany(talk => Texts(talk).Concat(Labels(talk.Written, talk.Links))),
        .. catalogue.People.Values.SelectMany(person => Texts(person).Concat(Labels(person.Written, person.Links))),
    ];

    private static IEnumerable<Finding> Texts(Talk talk) =>
    [
        .. InText(talk.Written, "summary", talk.Summary),
        .. talk.Translations.ByTag.SelectMany(entry => InText(talk.Written, $"translations/{entry.Key}/summary", entry.Value.Summary)),
    ];

    private static IEnumerable<Finding> Texts(Person person) =>
    [
        .. InText(person.Written, "bio", person.Bio),
        .. person.Translations.ByTag.SelectMany(entry => InText(person.Written, $"translations/{entry.Key}/bio", entry.Value.Bio)),
    ];

    private static IEnumerable<Finding> Labels(ISourceMap written, ImmutableArray<TypedLink> links) => links
        .Select((link, index) => (Link: link, Path: $"links/{index}/label"))
        .Where(entry => IsLie(entry.Link.Label, entry.Link.Url))
        .Select(entry => Tell(written.Where(entry.Path), entry.Link.Label, entry.Link.Url));

    private static IEnumerable<Finding> InText(ISourceMap written, string path, RichText text)
    {
        var cursor = 0;
        foreach (var link in LinksIn(text.Blocks))
        {
            var words = PlainText.Of(link.Content, "en");
            var source = written.Text(path);
            var at = source is null ? -1 : PlaceOf(source.Text, words, cursor);
            cursor = at < 0 ? cursor : at + words.Length;
            if (IsLie(words, link.Url))
            {
                yield return Tell(at < 0 ? written.Where(path) : source!.At(at), words, link.Url);
            }
        }
    }

    /// <summary>Where the words stand in the Markdown: in brackets first, for they may stand outside any link as well.</summary>
    private static int PlaceOf(string markdown, string words, int from)
    {
        var bracket = markdown.IndexOf($"[{words}]", from, StringComparison.Ordinal);
        return bracket >= 0 ? bracket + 1 : markdown.IndexOf(words, from, StringComparison.Ordinal);
    }

    private static IEnumerable<Inline.Link> LinksIn(ImmutableArray<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Block.Paragraph paragraph => LinksIn(paragraph.Content),
        Block.Heading heading => LinksIn(heading.Content),
        Block.Quote quote => LinksIn(quote.Content),
        Block.List list => list.Items.SelectMany(LinksIn),
        _ => [],
    });

    private static IEnumerable<Inline.Link> LinksIn(ImmutableArray<Inline> inlines) => inlines.SelectMany(inline => inline switch
    {
        Inline.Link link => [link],
        Inline.Styled styled => LinksIn(styled.Content),
        _ => [],
    });

    /// <summary>Whether the words look like one page's address and the link leads to another's.</summary>
    /// <remarks>A page below the promised one is no lie: <c>example.org</c> may lead to <c>blog.example.org</c>.</remarks>
    public static bool IsLie(string written, Uri target)
    {
        var words = OtherDot().Replace(written, ".");
        if (HostLike().Match(words.Trim()) is { Success: true } match)
        {
            return !LeadsTo(target, Bare(match.Groups["host"].Value));
        }

        var named = HostWithin().Matches(words).Select(within => Bare(within.Groups["host"].Value)).ToList();
        return named.Count > 0 && !named.Exists(host => LeadsTo(target, host) || IsBelow(host, Bare(target.Host)) || IsWithin(target, host));
    }

    private static bool LeadsTo(Uri target, string promised) => IsBelow(Bare(target.Host), promised) || IsBelow(Bare(CodedHostOf(target)), promised);

    /// <summary>The host as it goes over the wire; as it is written where it has no such form.</summary>
    private static string CodedHostOf(Uri target)
    {
        try
        {
            return target.IdnHost;
        }
        catch (UriFormatException)
        {
            return target.Host;
        }
    }

    /// <summary>An archive keeps a page under its whole address.</summary>
    private static bool IsWithin(Uri target, string promised) =>
        target.PathAndQuery.Contains($"//{promised}", StringComparison.OrdinalIgnoreCase)
        || target.PathAndQuery.Contains($"//www.{promised}", StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string host, string promised) =>
        host == promised || host.EndsWith($".{promised}", StringComparison.Ordinal);

    private static string Bare(string host)
    {
        var lower = host.ToLowerInvariant();
        return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
    }

    private static Finding Tell(SourceSpan where, string words, Uri target) => new(
        Severity.Warning, where, Name, $"the words '{words.Trim()}' name an address, and the link leads to {target.Host}", "write words that say what is there, or mend the address");

    // Browsers take some of them for dots, readers all of them. Before other letters they end a sentence.
    [GeneratedRegex(@"[\u3002\uFF0E\uFF61\u2024\uFE52](?=[A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex OtherDot();

    // Without a scheme or www. only the usual endings count: README.md and Node.js are no hosts.
    [GeneratedRegex(
        @"^(?:(?:https?://|www\.)(?<host>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)|(?<host>(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|edu|gov|int|info|io|ai|app|dev|tv|co|eu|uk|de|at|ch|fr|it|es|nl|jp|cn|tw|hk|kr|sg|in|us|ca|au|nz)))(?::\d+)?(?:[/?#]\S*)?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HostLike();

    // Among other words, fewer endings count, and small letters alone: ASP.NET and "the end.In spring" are no hosts.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}.@/_-])(?:(?:https?://|www\.)(?<host>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)|(?<host>(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|edu|gov|int|info|app|dev|eu|uk|de|ch|fr|nl|jp|cn|tw|hk|kr|sg|ca|au|nz)))(?![\p{L}\p{N}@_-]|\.[\p{L}\p{N}])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex HostWithin();
}
