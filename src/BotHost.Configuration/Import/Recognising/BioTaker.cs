using System.Text.RegularExpressions;
using BotHost.Configuration.Import.Texts;
using BotHost.Configuration.Import.Words;

namespace BotHost.Configuration.Import.Recognising;

/// <summary>Reads people who stand without a label, and keeps their bios with them.</summary>
internal sealed partial class BioTaker(Draft draft)
{
    /// <summary>The person whose bio may go on in the next line.</summary>
    public ImportedPerson? Open { get; set; }

    public bool TakePerson(AnnouncementLine line, Piece words, Labelled? current, bool isApart)
    {
        if (PeopleRecogniser.Heading(words) is { } heading)
        {
            draft.Join(heading);
            Open = heading;
            return true;
        }

        if (draft.People.Find(person => Likeness.Same(person.Name, words.Plain)) is { } named)
        {
            // The heading of a bio that stands apart from the line that says who comes.
            Open = named;
            return true;
        }

        if (current is not { Kind: LabelKind.People or LabelKind.Person } section)
        {
            return false;
        }

        if (Bios.Of(draft.People, words.Plain) is { } known)
        {
            Open = known;
            if (PeopleRecogniser.One(words, known.Role) is { Bio.Count: 0, Headline: null } again && again.Name == known.Name)
            {
                known.Reading ??= again.Reading;
                known.Alias ??= again.Alias;
                known.NativeName ??= again.NativeName;
            }
            else
            {
                known.Bio.Add(words.Raw);
            }

            return true;
        }

        var isItem = Decoration.Before(line.Whole).Length > 0;
        var role = RoleWords.Singular(section.Label.Plain) ?? (section.Kind is LabelKind.Person ? section.Label.Raw : "Speaker");
        if (PeopleRecogniser.One(words, role) is not { } person || (Open is not null && !isApart && !isItem && !IsLike(Open, person)) || !NameShape.Fits(PlainForm.Of(person.Name)))
        {
            return false;
        }

        draft.Join(person);
        Open = person;
        return true;
    }

    /// <summary>One line below the other, people are written alike: each with what they do, or each without.</summary>
    private static bool IsLike(ImportedPerson before, ImportedPerson person) =>
        before.Bio.Count == 0 && person.Bio.Count == 0 && (before.Headline is null) == (person.Headline is null);

    /// <summary>Nothing is said of the person yet.</summary>
    private static bool IsBare(ImportedPerson person) => person.Bio.Count == 0 && person.Headline is null;

    /// <summary>A bulleted line, or one with a label that nobody knows, does not begin a bio.</summary>
    private static bool IsEntry(AnnouncementLine line) => Decoration.Before(line.Whole).Length > 0 || UnknownLabel().IsMatch(line.Whole.Plain);

    [GeneratedRegex(@"^\s*[^\s:.,、。]{1,20}( [^\s:.,]{1,20}){0,2}\s*:(?!//)")]
    private static partial Regex UnknownLabel();

    public bool TakeBio(AnnouncementLine line, Piece words, Labelled? current, bool isApart)
    {
        if (Bios.Starts(draft.People, words.Plain) is { } named)
        {
            Open = named;
        }
        else if (Open is null || (Open.Bio.Count == 0 && !isApart && IsEntry(line)) || (isApart && !Bios.Continues(Open, words.Plain) && !(current is { Kind: LabelKind.People or LabelKind.Person } && IsBare(Open))))
        {
            return false;
        }

        if (isApart && Open.Bio.Count > 0)
        {
            Open.Bio.Add("");
        }

        Open.Bio.Add(line.Whole.Raw.Trim());
        return true;
    }
}
