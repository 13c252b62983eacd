using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Puts links where they belong: some have keys of their own.</summary>
internal sealed class LinkTaker(Draft draft)
{
    /// <returns>False where the label is followed by no address.</returns>
    public bool Take(AnnouncementLine line, Labelled label)
    {
        var words = label.Label.Raw + (label.Extra.IsEmpty ? "" : $" {label.Extra.Raw}");
        var urls = Url.In(label.Value.Plain);
        if (urls.IsEmpty)
        {
            if (Url.WithoutScheme(label.Value) is not { } guess)
            {
                return false;
            }

            draft.Doubts.Add($"The announcement writes {label.Value.Raw.Trim()} without https://");
            Add(new ImportedLink(LinkWords.KindOf(words, label.Kind, guess), words, guess), line);
            return true;
        }

        if (urls.Length == 1)
        {
            var (start, length) = urls[0];
            var url = label.Value.Raw.Substring(start, length);
            var around = Unbracketed(label.Value.Raw.Remove(start, length).Trim(' ', '<', '>', '.', '。', '→', '　').Trim());
            Add(new ImportedLink(LinkWords.KindOf(words, label.Kind, url), around.Length is > 0 and <= 60 ? $"{words} {around}".Trim() : words, url), line);
            if (around.Length > 60)
            {
                draft.Tell(line.Whole.Raw);
            }

            return true;
        }

        foreach (var (start, length) in urls)
        {
            var url = label.Value.Raw.Substring(start, length);
            Add(new ImportedLink(LinkWords.KindOf(words, label.Kind, url), words, url), line);
        }

        var rest = urls.Reverse().Aggregate(label.Value.Plain, (text, url) => text.Remove(url.Start, url.Length));
        if (rest.Any(char.IsLetterOrDigit))
        {
            draft.Tell(line.Whole.Raw);
        }

        return true;
    }

    public void Add(ImportedLink link, AnnouncementLine line)
    {
        switch (link.Kind)
        {
            case ImportedLink.Online when draft.Online is null:
                draft.Online = link.Url;
                KeepLabel(link.Label, line);
                break;
            case ImportedLink.Map when draft.Map is null:
                draft.Map = link.Url;
                KeepLabel(link.Label, line);
                break;
            case ImportedLink.Online or ImportedLink.Map:
                draft.Links.Add(link with { Kind = "link" });
                break;
            default:
                draft.Links.Add(link);
                break;
        }
    }

    /// <summary>These keys have no label of their own: one that is more than the usual word is kept aside, so that no post tells the link before its time.</summary>
    private void KeepLabel(string label, AnnouncementLine line)
    {
        if (label.Length == 0 || LabelWords.KindOf(PlainForm.Of(label)) is not null)
        {
            draft.Labels.Add(label);
        }
        else
        {
            draft.Asides.Add(line.Whole.Raw.Trim());
        }
    }

    /// <summary>Brackets that held nothing but the address.</summary>
    private static string Unbracketed(string around) => around is "()" or "（）" or "[]" ? "" : around;
}
