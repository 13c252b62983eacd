namespace BotHost.Announcements.Tests.Lint.Names;

/// <summary>A text in which bars mark what shall be found.</summary>
internal static class Marked
{
    public static (string Text, int At, string Written) Read(string marked)
    {
        var pieces = marked.Split('|');
        Assert.Equal(3, pieces.Length);
        return (string.Concat(pieces), pieces[0].Length, pieces[1]);
    }
}
