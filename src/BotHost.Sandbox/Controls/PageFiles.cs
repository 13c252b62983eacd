namespace BotHost.Sandbox.Controls;

/// <summary>The files of the page, which lie inside the assembly.</summary>
internal static class PageFiles
{
    private const string Folder = "page";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8",
    };

    /// <summary>The file at a path such as <c>/page.js</c>; null where there is none.</summary>
    public static (string Text, string ContentType)? Find(string path)
    {
        var name = path == "/" ? "/index.html" : path;
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(Folder + name);
        if (stream is null || !Types.TryGetValue(Path.GetExtension(name), out var type))
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return (reader.ReadToEnd(), type);
    }

    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    public static string Read(string path) => Find(path)?.Text ?? throw new InvalidOperationException($"The page has no file {path}.");
}
