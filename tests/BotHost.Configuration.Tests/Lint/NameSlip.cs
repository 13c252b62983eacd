namespace BotHost.Configuration.Tests.Lint;

/// <summary>One slip and where it was made.</summary>
internal sealed record NameSlip(NamedAnnouncement Announcement, string Path, int Index, string Was, string Is)
{
    public override string ToString() => $"{Announcement.Id} {Path}@{Index}: '{Was}' became '{Is}'";
}
