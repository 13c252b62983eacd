using BotHost.Announcements.Lint;
using BotHost.Announcements.Talks;
using BotHost.Posts.Reading;

namespace BotHost.Posts.Templates;

/// <summary>Looks where the links in a template's own words lead.</summary>
internal sealed class TemplateLinks
{
    public const string Rule = "template-link";

    /// <summary>What the value of a name is taken for that is an address.</summary>
    private const string Address = "https://example.org/";

    private const int LongestQuote = 60;

    private readonly TemplateSource _source;
    private readonly TemplateScope _scope;
    private readonly TemplateWords _words;
    private readonly string _text;

    private TemplateLinks(TemplateSource source)
    {
        _source = source;
        _scope = TemplateScope.Of(source);
        _words = TemplateWords.Of(source);
        _text = _words.Text;
    }

    public static IEnumerable<Finding> Check(TemplateSource source)
    {
        var links = new TemplateLinks(source);
        return WrittenLinks.In(links._text).SelectMany(links.Check);
    }

    private IEnumerable<Finding> Check(WrittenLink link)
    {
        var said = _words.SaidIn(link.Target);
        if (said.Any(mark => mark.Words[0] == '>'))
        {
            // What a part says may be an address.
            return [];
        }

        var others = said.Where(mark => !_scope.IsAddress(mark.Words)).ToList();
        return others.Count > 0
            ? others.Where(mark => IsKnown(mark.Words) && !IsInAngleBrackets(link)).Select(NoAddress)
            : WhereItLeads(link, isWritten: said.Count == 0);
    }

    private IEnumerable<Finding> WhereItLeads(WrittenLink link, bool isWritten)
    {
        if (!SafeUrl.TryRead(_words.Replaced(link.Target, _ => Address), out var url))
        {
            yield return Tell(
                _words.PlaceOf(link.Index),
                $"the link to {Quoted(link.Target)} leads to no web page and no mailbox: its words stay, the link goes",
                "write the whole address with https://, or mailto: before a mail address, or take the link away");
        }
        else if (isWritten && LinkHostRule.IsLie(link.Words, url))
        {
            yield return Tell(
                _words.PlaceOf(link.Index),
                $"the words {Quoted(link.Words)} name an address, and the link leads to {url.Host}",
                "write words that say what is there, or mend the address");
        }
    }

    private Finding NoAddress(TemplateMark mark) => Tell(
        mark.Index,
        $"'{mark.Words}' is no address: where it holds a space, readers would see the link as it is written",
        _scope == TemplateScope.Digest ? "write the whole address in words of your own" : "put {{map}}, {{join}}, {{more}} or the {{url}} of a link there, or write the whole address in words of your own");

    /// <summary>A name that is not is told of elsewhere.</summary>
    private bool IsKnown(string name) => _scope.Knows(name) || _scope.Lists.Any(list => _scope.ItemOf(list)!.Knows(name));

    /// <summary>No value may stand there at all, which is told of elsewhere.</summary>
    private bool IsInAngleBrackets(WrittenLink link) => _text[link.Index] == '<';

    private string Quoted(string text)
    {
        var line = CleanText.Line(_words.Replaced(text, mark => $"{{{{{mark.Words}}}}}"));
        return line.Length <= LongestQuote ? $"'{line}'" : $"'{line[..LongestQuote]}…'";
    }

    private Finding Tell(int at, string text, string remedy) => new(Severity.Warning, _source.At(at), Rule, text, remedy);
}
