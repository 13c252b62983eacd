namespace BotHost.Configuration.Tests.Import;

/// <summary>Announcements of many shapes, each with what shall come of it, written by hand.</summary>
internal static class Shapes
{
    private const string Prefix = "Shapes/";
    private const string Divider = "==== expected\n";

    public static IEnumerable<string> Names { get; } =
        [.. typeof(Shapes).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..^4]).Order(StringComparer.Ordinal)];

    public static (string Text, string Expected) Read(string name)
    {
        using var stream = typeof(Shapes).Assembly.GetManifestResourceStream($"{Prefix}{name}.txt")!;
        using var reader = new StreamReader(stream);
        var parts = reader.ReadToEnd().Split(Divider);
        return (parts[0], parts.Length > 1 ? parts[1].TrimEnd('\n') : "");
    }

    /// <summary>What shall come of one of the real announcements.</summary>
    public static string ReadReal(string name)
    {
        using var stream = typeof(Shapes).Assembly.GetManifestResourceStream($"Real/{name}.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd('\n');
    }
}
