namespace BotHost.Configuration.Tests.Lint;

/// <summary>One slip and where it was made.</summary>
internal sealed record NameSlip(NamedAnnouncement Announcement, string Path, int Index, string Was, string Is)
{
    /// <summary>A slip in one word is a spelling; else it is another given name, or none.</summary>
    public bool IsOfLetters => !Was.Contains(' ', StringComparison.Ordinal);

    public override string ToString() => $"{Announcement.Id} {Path}@{Index}: '{Was}' became '{Is}'";
}
