using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Gives every line behind the head to whom it belongs; what belongs to nobody is the summary.</summary>
internal sealed class BodyReader(Draft draft)
{
    private readonly LabelledReader _labelled = new(draft);
    private readonly LinkTaker _links = new(draft);
    private readonly BioTaker _bios = new(draft);
    private Labelled? _section;
    private AnnouncementLine? _openLabel;
    private int _linesOfLabel;
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
        if (!TakeLabel(line) && !TakeBelowLabel(line, words) && !TakeLink(line, words) && !_bios.TakePerson(line, words, _section, _isApart) && !TakeWhen(line, words) && !TakeAddress(line, words) && !_bios.TakeBio(line, words, _section, _isApart))
        {
            _bios.Open = null;
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
            _bios.Open = null;
            _section = label;
            _openLabel = label.Kind is LabelKind.People or LabelKind.Links or LabelKind.Summary || RoleWords.IsPlural(label.Label.Plain) ? null : line;
            _linesOfLabel = 0;
            if (_openLabel is null)
            {
                draft.Labels.Add(label.AllLabels);
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
        _bios.Open = draft.People.Count == before + 1 ? draft.People[^1] : null;
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

        draft.Labels.Add(_section.AllLabels);
        _linesOfLabel++;
        if (draft.People.Count > before)
        {
            _bios.Open = draft.People.Count == before + 1 ? draft.People[^1] : null;
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

        _links.Add(link, line);
        return true;
    }

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
}
