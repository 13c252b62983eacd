using System.Text.RegularExpressions;

namespace BotHost.Configuration.Import;

/// <summary>Gives every line behind the head to whom it belongs; what belongs to nobody is the summary.</summary>
internal sealed partial class BodyReader(Draft draft)
{
    private readonly LabelledReader _labelled = new(draft);
    private Labelled? _section;
    private AnnouncementLine? _openLabel;
    private int _linesOfLabel;
    private ImportedPerson? _person;
    private bool _isApart;
    private bool _isPlaceOpen;

    public void Take(AnnouncementLine line)
    {
        if (line.IsBlank)
        {
            Blank();
            return;
        }

        var words = Decoration.Strip(line.Whole).Trim();
        if (!TakeLabel(line) && !TakeBelowLabel(line, words) && !TakeLink(line, words) && !TakePerson(line, words) && !TakeWhen(line, words) && !TakeAddress(line, words) && !TakeBio(line, words))
        {
            _person = null;
            draft.Tell(line.Whole.Raw);
        }

        _isApart = false;
    }

    public void End() => GiveBack();

    private void Blank()
    {
        _isApart = true;
        _isPlaceOpen = false;
        draft.Part();
        if (_openLabel is not null && _linesOfLabel > 0)
        {
            (_openLabel, _section) = (null, null);
        }
    }

    private bool TakeLabel(AnnouncementLine line)
    {
        if (LabelRecogniser.Read(line.Whole) is not { } label || (_section is { Kind: LabelKind.Links } && label.Kind is not (LabelKind.People or LabelKind.Person) && !Url.In(line.Whole.Plain).IsEmpty))
        {
            return false;
        }

        if (label.Value.IsEmpty)
        {
            GiveBack();
            _person = null;
            _section = label;
            _openLabel = label.Kind is LabelKind.People or LabelKind.Links or LabelKind.Summary || RoleWords.IsPlural(label.Label.Plain) ? null : line;
            _linesOfLabel = 0;
            if (_openLabel is null)
            {
                draft.Labels.Add(label.Label.Raw);
            }

            return true;
        }

        var before = draft.People.Count;
        if (!_labelled.Take(line, label))
        {
            return false;
        }

        GiveBack();
        _section = null;
        _isPlaceOpen = label.Kind is LabelKind.Place;
        _person = draft.People.Count > before && label.Kind is LabelKind.Person or LabelKind.People ? draft.People[^1] : null;
        return true;
    }

    /// <summary>The lines below a label that stands alone are its value.</summary>
    private bool TakeBelowLabel(AnnouncementLine line, Piece words)
    {
        if (_openLabel is null || _section is null)
        {
            return false;
        }

        if (_linesOfLabel > 0 && _section.Kind is LabelKind.Place && draft.Place is not null)
        {
            draft.Address = draft.Address is null ? words.Raw : $"{draft.Address}, {words.Raw}";
            return true;
        }

        var before = draft.People.Count;
        if ((_linesOfLabel > 0 && _section.Kind is not (LabelKind.When or LabelKind.Person)) || !_labelled.Take(line, _section with { Value = words }))
        {
            GiveBack();
            return false;
        }

        draft.Labels.Add(_section.Label.Raw);
        _linesOfLabel++;
        if (draft.People.Count > before)
        {
            _person = draft.People[^1];
            (_section, _openLabel) = (null, null);
        }

        return true;
    }

    /// <summary>A label whose value never came was no label but words.</summary>
    private void GiveBack()
    {
        if (_openLabel is not null && _linesOfLabel == 0)
        {
            draft.Tell(_openLabel.Whole.Raw);
        }

        (_openLabel, _section) = (null, _openLabel is null ? _section : null);
    }

    private bool TakeLink(AnnouncementLine line, Piece words)
    {
        var isListed = _section is { Kind: LabelKind.Links };
        if (LinkRecogniser.Read(words, isListed) is not { } link)
        {
            if (isListed && _isApart)
            {
                _section = null;
            }

            return false;
        }

        draft.Labels.Add(LinkRecogniser.NumberOf(words));
        if (link.Label.Length == 0)
        {
            var label = isListed && _section!.Label.Plain.ToLowerInvariant() is not "links" ? _section.Label.Raw : _isApart ? null : draft.TakeAnnouncing();
            link = label is null ? link : link with { Label = label, Kind = link.Kind == "link" ? LinkWords.KindOf(PlainForm.Of(label), null, link.Url) : link.Kind };
        }

        _labelled.AddLink(link, line);
        return true;
    }

    private bool TakePerson(AnnouncementLine line, Piece words)
    {
        if (PeopleRecogniser.Heading(words) is { } heading)
        {
            draft.People.Add(heading);
            _person = heading;
            return true;
        }

        if (draft.People.Find(person => Likeness.Same(person.Name, words.Plain)) is { } named)
        {
            // The heading of a bio that stands apart from the line that says who comes.
            _person = named;
            return true;
        }

        if (_section is not { Kind: LabelKind.People or LabelKind.Person } section)
        {
            return false;
        }

        if (Bios.Of(draft.People, words.Plain) is { } known)
        {
            known.Bio.Add(words.Raw);
            _person = known;
            return true;
        }

        var isItem = Decoration.Before(line.Whole).Length > 0;
        var role = RoleWords.Singular(section.Label.Plain) ?? (section.Kind is LabelKind.Person ? section.Label.Raw : "Speaker");
        if (PeopleRecogniser.One(words, role) is not { } person || (_person is not null && !_isApart && !isItem && !IsLike(_person, person)) || !NameShape.Fits(PlainForm.Of(person.Name)))
        {
            return false;
        }

        draft.People.Add(person);
        _person = person;
        return true;
    }

    /// <summary>One line below the other, people are written alike: each with what they do, or each without.</summary>
    private static bool IsLike(ImportedPerson before, ImportedPerson person) =>
        before.Bio.Count == 0 && person.Bio.Count == 0 && (before.Headline is null) == (person.Headline is null);

    /// <summary>Nothing is said of the person yet.</summary>
    private static bool IsBare(ImportedPerson person) => person.Bio.Count == 0 && person.Headline is null;

    private bool TakeWhen(AnnouncementLine line, Piece words)
    {
        var when = WhenRecogniser.Read(words);
        if (when.HasMore || when.IsNothing || (when.Date is null && when.Time is { To: null } && when.Zones.IsEmpty))
        {
            return false;
        }

        draft.AddWhen(line.Whole.Raw, when);
        return true;
    }

    /// <summary>Below a place, a line that is set in or starts with a postal sign is its address.</summary>
    private bool TakeAddress(AnnouncementLine line, Piece words)
    {
        if (!_isPlaceOpen || draft.Place is null || draft.Address is not null || !(line.IsIndented || words.Plain.StartsWith('〒')))
        {
            return false;
        }

        draft.Address = words.Raw;
        return true;
    }

    /// <summary>A bulleted line, or one with a label that nobody knows, does not begin a bio.</summary>
    private static bool IsEntry(AnnouncementLine line) => Decoration.Before(line.Whole).Length > 0 || UnknownLabel().IsMatch(line.Whole.Plain);

    [GeneratedRegex(@"^\s*[^\s:.,、。]{1,20}( [^\s:.,]{1,20}){0,2}\s*:(?!//)")]
    private static partial Regex UnknownLabel();

    private bool TakeBio(AnnouncementLine line, Piece words)
    {
        if (Bios.Starts(draft.People, words.Plain) is { } named)
        {
            _person = named;
        }
        else if (_person is null || (_person.Bio.Count == 0 && !_isApart && IsEntry(line)) || (_isApart && !Bios.Continues(_person, words.Plain) && !(_section is { Kind: LabelKind.People or LabelKind.Person } && IsBare(_person))))
        {
            return false;
        }

        if (_isApart && _person.Bio.Count > 0)
        {
            _person.Bio.Add("");
        }

        _person.Bio.Add(line.Whole.Raw.Trim());
        return true;
    }
}
