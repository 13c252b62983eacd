using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BotHost.Announcements.Talks;

namespace BotHost.Announcements.Lint;

/// <summary>Looks at web addresses as they are written, in links and in running text.</summary>
public sealed partial class AddressRule : ICatalogueRule
{
    private const string Plain = "plain-http";
    private const string Login = "url-login";

    public ImmutableArray<LintRule> Rules { get; } =
    [
        new(Plain, Severity.Warning, "A web address begins with http: whoever is on the way can read and change the page."),
        new(Login, Severity.Warning, "A web address in a text has a user name in it, and leads elsewhere than it seems."),
    ];

    public IEnumerable<Finding> Check(TalkCatalogue catalogue) => WrittenTexts.Entries(catalogue).SelectMany(Check);

    private static IEnumerable<Finding> Check(ISourceMap written)
    {
        foreach (var text in WrittenTexts.ThatGoOut(written).Where(text => text.Text.Contains("http://", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (Match match in PlainHttp().Matches(text.Text))
            {
                yield return new Finding(Severity.Warning, text.At(match.Index), Plain, $"'{match.Value}' is not encrypted", "write https:// if the page can be reached so");
            }
        }

        // Where an address stands alone, its reader refuses a login as an error.
        foreach (var (_, text) in WrittenTexts.Prose(written).Where(text => text.Value.Text.Contains('@', StringComparison.Ordinal)))
        {
            foreach (Match match in WithLogin().Matches(text.Text))
            {
                yield return new Finding(
                    Severity.Warning,
                    text.At(match.Index),
                    Login,
                    $"the address names a user '{match.Groups["user"].Value}' and leads to {match.Groups["host"].Value}",
                    "write the address without what stands before the @");
            }
        }
    }

    // Where an address ends. No space stands around it in Chinese and Japanese.
    private const string Ends = @"\s/?#<>()""`\]\\…。、，；：！？「」『』（）";

    // What closes a sentence or emphasis behind an address is none of it.
    private const string NoStop = "(?<![.,;:!*_~])";

    [GeneratedRegex("(?<![A-Za-z0-9])http://[^'" + Ends + "]+" + NoStop, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PlainHttp();

    [GeneratedRegex(
        "(?<![A-Za-z0-9])https?://(?<user>[^" + Ends + "]*)@(?<host>[^@" + Ends + "]+" + NoStop + ")",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WithLogin();
}
