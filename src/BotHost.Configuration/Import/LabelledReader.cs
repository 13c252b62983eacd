using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import;

/// <summary>Puts what stands behind a label where it belongs.</summary>
internal sealed partial class LabelledReader(Draft draft)
{
    private const int LongestValue = 400;

    /// <returns>False where the words do not fit the label: then the line is no labelled one.</returns>
    public bool Take(AnnouncementLine line, Labelled label)
    {
        if (label.Value.Length > LongestValue && label.Kind is not (LabelKind.Summary or LabelKind.Person or LabelKind.People))
        {
            return false;
        }

        var isTaken = label.Kind switch
        {
            LabelKind.When => TakeWhen(line, label),
            LabelKind.Place => TakePlace(line, label),
            LabelKind.Address => Set(draft.Address is null, () => draft.Address = label.Value.Raw),
            LabelKind.Online or LabelKind.Registration or LabelKind.Link or LabelKind.Map or LabelKind.Links => TakeLink(line, label),
            LabelKind.Person or LabelKind.People => TakePeople(line, label),
            LabelKind.Zone => TakeZone(line, label),
            LabelKind.Series => TakeSeries(label),
            LabelKind.Number => TakeNumber(label),
            LabelKind.Title => Set(draft.Head.Title is null, () => draft.Head.Title = label.Value.Trim("\"「」『』《》 ").Raw),
            LabelKind.Subtitle => Set(draft.Head.Subtitle is null, () => draft.Head.Subtitle = label.Value.Raw),
            LabelKind.Language => TakeLanguage(label),
            LabelKind.Summary => Set(true, () => draft.Tell(label.Value.Raw)),
            _ => false,
        };
        if (isTaken)
        {
            draft.Labels.Add(label.Label.Raw);
        }

        return isTaken;
    }

    public void AddLink(ImportedLink link, AnnouncementLine line)
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

    private bool TakeWhen(AnnouncementLine line, Labelled label)
    {
        if (Open().IsMatch(label.Value.Plain))
        {
            draft.StartIsOpen(label.Value.Raw);
            return true;
        }

        var value = label.Extra.IsEmpty ? label.Value : Piece.Of($"{label.Value.Raw} {label.Extra.Raw}");
        var when = WhenRecogniser.Read(value);
        if (when.IsNothing)
        {
            if (LabelWords.KindOf(label.Label.Plain) is LabelKind.When && NoTime().IsMatch(value.Plain) && value.Length < 60)
            {
                draft.StartIsOpen(label.Value.Raw);
                draft.Tell(line.Whole.Raw);
                return true;
            }

            return false;
        }

        draft.AddWhen(line.Whole.Raw, when);
        if (when.HasMore)
        {
            draft.Tell(line.Whole.Raw);
        }

        return true;
    }

    private bool TakePlace(AnnouncementLine line, Labelled label)
    {
        if (draft.Place is not null)
        {
            return false;
        }

        if (Open().IsMatch(label.Value.Plain))
        {
            draft.Asides.Add(line.Whole.Raw.Trim());
            return true;
        }

        var urls = Url.In(label.Value.Plain);
        var name = urls.IsEmpty ? label.Value : label.Value[..urls[0].Start].TrimEnd(" (<[:-|→").Trim();
        var isOnline = OnlineOnly().IsMatch(name.Plain);
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
            AddLink(new ImportedLink(kind == "link" && !name.IsEmpty ? ImportedLink.Map : kind, "", url), line);
        }

        if (isOnline)
        {
            draft.Labels.Add(name.Raw);
        }
        else if (!name.IsEmpty)
        {
            draft.Place = name.Raw + (label.Extra.IsEmpty ? "" : $" {label.Extra.Raw}");
        }

        return true;
    }

    private bool TakeLink(AnnouncementLine line, Labelled label)
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
            AddLink(new ImportedLink(LinkWords.KindOf(words, label.Kind, guess), words, guess), line);
            return true;
        }

        if (urls.Length == 1)
        {
            var (start, length) = urls[0];
            var url = label.Value.Raw.Substring(start, length);
            var around = Unbracketed(label.Value.Raw.Remove(start, length).Trim(' ', '<', '>', '.', '。', '→', '　').Trim());
            AddLink(new ImportedLink(LinkWords.KindOf(words, label.Kind, url), around.Length is > 0 and <= 60 ? $"{words} {around}".Trim() : words, url), line);
            if (around.Length > 60)
            {
                draft.Tell(line.Whole.Raw);
            }

            return true;
        }

        foreach (var (start, length) in urls)
        {
            var url = label.Value.Raw.Substring(start, length);
            AddLink(new ImportedLink(LinkWords.KindOf(words, label.Kind, url), words, url), line);
        }

        var rest = urls.Reverse().Aggregate(label.Value.Plain, (text, url) => text.Remove(url.Start, url.Length));
        if (rest.Any(char.IsLetterOrDigit))
        {
            draft.Tell(line.Whole.Raw);
        }

        return true;
    }

    private bool TakeZone(AnnouncementLine line, Labelled label)
    {
        if (ZoneRecogniser.Find(label.Value.Plain) is not [var zone])
        {
            return false;
        }

        draft.AddWhen(line.Whole.Raw, new FoundWhen(null, null, [(null, zone)], false, false));
        return true;
    }

    private bool TakePeople(AnnouncementLine line, Labelled label)
    {
        if (Open().IsMatch(label.Value.Plain))
        {
            draft.Asides.Add(line.Whole.Raw.Trim());
            return true;
        }

        var word = label.Kind is LabelKind.People && !RoleWords.IsPlural(label.Label.Plain) ? "Speakers" : label.Label.IsEmpty ? "Speaker" : label.Label.Raw;
        var isPicture = label.Label.IsEmpty;
        var people = PeopleRecogniser.Behind(label.Value, word);
        if (people.IsEmpty || (isPicture && !people.All(person => NameShape.Fits(PlainForm.Of(person.Name)))))
        {
            return false;
        }

        if (!label.Extra.IsEmpty)
        {
            people[0].Headline ??= label.Extra.Raw.Trim('(', ')', '（', '）');
        }

        draft.People.AddRange(people);
        return true;
    }

    private bool TakeSeries(Labelled label)
    {
        if (draft.Head.Series is not null && !draft.Head.Series.Equals(label.Value.Raw, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var found = SeriesRecogniser.Read(label.Value, [], mayBeBare: true);
        draft.Head.Series = found is { Series.IsEmpty: false, Rest.IsEmpty: true } ? found.Series.Raw : label.Value.Raw;
        draft.Head.Number ??= found is { Rest.IsEmpty: true } ? found.Number : null;
        return true;
    }

    private bool TakeNumber(Labelled label) =>
        label.Value.Plain.Trim() is { Length: <= 6 } number && number.All(char.IsAsciiDigit) && Set(draft.Head.Number is null, () => draft.Head.Number = number);

    private bool TakeLanguage(Labelled label)
    {
        if (Languages.TagOf(label.Value.Plain) is not { } tag)
        {
            return false;
        }

        draft.Language = tag;
        draft.Labels.Add(label.Value.Raw);
        return true;
    }

    /// <summary>Brackets that held nothing but the address.</summary>
    private static string Unbracketed(string around) => around is "()" or "（）" or "[]" ? "" : around;

    private static bool Set(bool isFree, Action set)
    {
        if (isFree)
        {
            set();
        }

        return isFree;
    }

    [GeneratedRegex(@"^\W*(tba|tbc|tbd|to be (announced|confirmed|decided)|未定|調整中|待定|另行通知|后续通知|wird noch bekannt\s?gegeben)\b.*$|^(未定|調整中|待定|另行通知)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex(@"\b(spring|summer|autumn|fall|winter|early|late|mid|next|coming|soon)\b|20\d\d|月|春|夏|秋|冬", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NoTime();

    [GeneratedRegex(@"^\W*((online|zoom|via|on|youtube|live|stream|livestream|webinar|google|meet|teams|microsoft|only|meeting|オンライン|開催|配信|のみ|線上|线上|腾讯会议|会议|會議|直播|にて|で)\W*)+$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex OnlineOnly();

    [GeneratedRegex(@"online|zoom|stream|オンライン|配信|線上|线上|直播", RegexOptions.IgnoreCase)]
    private static partial Regex OnlineWord();
}
