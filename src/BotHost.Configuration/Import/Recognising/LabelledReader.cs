using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Puts what stands behind a label where it belongs.</summary>
internal sealed partial class LabelledReader(Draft draft)
{
    private const int LongestValue = 400;

    private readonly LinkTaker _links = new(draft);
    private readonly PlaceTaker _places = new(draft);

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
            LabelKind.End => TakeEnd(line, label),
            LabelKind.Place => _places.Take(line, label),
            LabelKind.Address => Set(draft.Address is null, () => draft.Address = Markup.Bare(label.Value.Raw)),
            LabelKind.Online or LabelKind.Registration or LabelKind.Link or LabelKind.Map or LabelKind.Links => _links.Take(line, label),
            LabelKind.Person or LabelKind.People => TakePeople(line, label),
            LabelKind.Zone => TakeZone(line, label),
            LabelKind.Series => TakeSeries(label),
            LabelKind.Number => TakeNumber(label),
            LabelKind.Title => Set(draft.Head.Title is null, () => draft.Head.Title = Markup.Bare(label.Value.Raw.Trim()) is var title && Piece.Of(title).Trim("\"「」『』《》 ") is { IsEmpty: false } words ? words.Raw : title),
            LabelKind.Subtitle => Set(draft.Head.Subtitle is null, () => draft.Head.Subtitle = Markup.Bare(label.Value.Raw)),
            LabelKind.Language => TakeLanguage(label),
            LabelKind.Summary => Set(true, () => draft.Tell(label.Value.Raw)),
            _ => false,
        };
        if (isTaken)
        {
            draft.Labels.Add(label.AllLabels);
        }

        return isTaken;
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

    private bool TakeEnd(AnnouncementLine line, Labelled label)
    {
        if (WhenRecogniser.Read(label.Value) is not { Time.To: null, HasMore: false, HasSeveralDates: false } end || draft.End is not null)
        {
            return false;
        }

        draft.End = (line.Whole.Raw.Trim(), end);
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

        var isOwnRole = label.Label.Plain is [> '\u2E80', ..];
        var word = label.Kind is LabelKind.People && !RoleWords.IsPlural(label.Label.Plain) && !isOwnRole ? "Speakers" : label.Label.IsEmpty ? "Speaker" : label.Label.Raw;
        var isPicture = label.Label.IsEmpty;
        var value = label.Value;
        if (Markup.LinkInFront(value) is var (name, url, rest) && PeopleRecogniser.Behind(Piece.Of(rest.Length > 0 ? $"{name}, {rest}" : name), word) is [_])
        {
            // A person's own page: their file has no room for it yet that an import could be sure of.
            value = Piece.Of(rest.Length > 0 ? $"{name}, {rest}" : name);
            draft.Links.Add(new ImportedLink("website", name, url));
        }

        var people = PeopleRecogniser.Behind(value, word);
        if (people.IsEmpty || (isPicture && !people.All(person => NameShape.Fits(PlainForm.Of(person.Name)))))
        {
            return false;
        }

        if (!label.Extra.IsEmpty)
        {
            people[0].Headline ??= label.Extra.Raw.Trim('(', ')', '（', '）');
        }

        foreach (var person in people.Where(person => person.Headline is { } headline && MayBeName().IsMatch(PlainForm.Of(headline))))
        {
            draft.Doubts.Add($"\"{person.Headline}\" is taken for what {person.Name} does; if it is a name, add the person");
        }

        foreach (var person in people)
        {
            draft.Join(person);
        }

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

    private static bool Set(bool isFree, Action set)
    {
        if (isFree)
        {
            set();
        }

        return isFree;
    }

    [GeneratedRegex(@"^\W*(tba|tbc|tbd|to be (announced|confirmed|decided)|未定|調整中|待定|另行通知|后续通知|wird noch bekannt\s?gegeben)\b.*$|^(未定|調整中|待定|另行通知)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    internal static partial Regex Open();

    [GeneratedRegex(@"\b(spring|summer|autumn|fall|winter|early|late|mid|next|coming|soon)\b|20\d\d|月|春|夏|秋|冬", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex NoTime();

    [GeneratedRegex(@"^\p{Lu}[\p{Ll}'-]+ (\p{Lu}\. )?\p{Lu}[\p{Ll}'-]+$")]
    private static partial Regex MayBeName();
}
