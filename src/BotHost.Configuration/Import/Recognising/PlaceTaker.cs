using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Reads where people meet; a place that is no place is a word for online.</summary>
internal sealed partial class PlaceTaker(Draft draft)
{
    private readonly LinkTaker _links = new(draft);

    /// <returns>False where there is a place already.</returns>
    public bool Take(AnnouncementLine line, Labelled label)
    {
        if (draft.Place is not null)
        {
            return false;
        }

        if (LabelledReader.Open().IsMatch(label.Value.Plain))
        {
            draft.Asides.Add(line.Whole.Raw.Trim());
            return true;
        }

        if (Markup.LinkInFront(label.Value) is var (words, address, behind) && draft.Map is null && Url.In(behind).IsEmpty && !OnlineWord().IsMatch(words))
        {
            _links.Add(new ImportedLink(ImportedLink.Map, "", address), line);
            draft.Place = words + (label.Extra.IsEmpty ? "" : $" {label.Extra.Raw}");
            draft.Address = behind.Length > 0 ? Markup.Bare(behind) : draft.Address;
            return true;
        }

        var urls = Url.In(label.Value.Plain);
        var name = urls.IsEmpty ? label.Value : label.Value[..urls[0].Start].TrimEnd(" (<[:-|→").Trim();
        var isOnline = OnlineOnly().IsMatch(name.Plain) || (OnlineFirst().IsMatch(name.Plain) && !Both().IsMatch(name.Plain));
        if (urls.Length > 1 || (isOnline && urls.IsEmpty) || (!urls.IsEmpty && !label.Value[(urls[0].Start + urls[0].Length)..].Trim(" )>].").IsEmpty))
        {
            draft.Tell(line.Whole.Raw);
            draft.Place = isOnline ? null : urls.IsEmpty ? null : name.IsEmpty ? null : name.Raw;
            draft.IsSaidToBeOnline |= isOnline;
            return true;
        }

        if (!urls.IsEmpty)
        {
            var url = label.Value.Raw.Substring(urls[0].Start, urls[0].Length);
            var kind = isOnline || OnlineWord().IsMatch(name.Plain) ? ImportedLink.Online : LinkWords.KindOf("", null, url);
            _links.Add(new ImportedLink(kind == "link" && !name.IsEmpty ? ImportedLink.Map : kind, "", url), line);
        }

        if (isOnline)
        {
            draft.Labels.Add(name.Raw);
        }
        else if (!name.IsEmpty)
        {
            draft.Place = Markup.Bare(name.Raw) + (label.Extra.IsEmpty ? "" : $" {label.Extra.Raw}");
        }

        return true;
    }

    [GeneratedRegex(@"^\W*((online|zoom|via|on|youtube|live|stream|livestream|webinar|google|meet|teams|microsoft|only|meeting|オンライン|開催|配信|のみ|線上|线上|腾讯会议|会议|會議|直播|にて|で)\W*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OnlineOnly();

    [GeneratedRegex(@"^\W*(online\b|zoom\b|via zoom\b|youtube\b|オンライン|线上|線上|腾讯会议)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OnlineFirst();

    [GeneratedRegex(@"\b(and|und|or)\b|[&+＋と及和]|ハイブリッド|併用", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Both();

    [GeneratedRegex(@"online|zoom|stream|オンライン|配信|線上|线上|直播", RegexOptions.IgnoreCase)]
    private static partial Regex OnlineWord();
}
