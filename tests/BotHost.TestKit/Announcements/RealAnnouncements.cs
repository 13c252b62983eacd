namespace BotHost.TestKit.Announcements;

/// <summary>Announcements as communities pasted them.</summary>
public static class RealAnnouncements
{
    public static IReadOnlyList<string> Names { get; } = ["asian-talk-176", "harbour-evenings", "yoru-no-hanashi"];

    /// <summary>The text of one of them, untouched.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(RealAnnouncements).Assembly.GetManifestResourceStream($"Announcements/{name}.txt")
            ?? throw new ArgumentException($"There is no announcement '{name}'.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
