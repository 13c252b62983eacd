namespace BotHost.Configuration.Import.Texts;

/// <summary>One line of the announcement, or a part of one that holds several labels.</summary>
/// <param name="Number">In the file, from 1.</param>
/// <param name="Whole">As it was pasted.</param>
internal sealed record AnnouncementLine(int Number, Piece Whole)
{
    /// <summary>Nothing to read: space, or a rule such as a row of dashes.</summary>
    public bool IsBlank { get; } = Whole.Plain.All(character => !char.IsLetterOrDigit(character)) && !Whole.Raw.Any(char.IsSurrogate)
        && Whole.Plain.Trim().Distinct().Count() <= 2;

    /// <summary>Set in from the left, as a line that continues the one above.</summary>
    public bool IsIndented => Whole.Plain.StartsWith("  ", StringComparison.Ordinal) || Whole.Raw.StartsWith('\t') || Whole.Raw.StartsWith('\u3000');
}
