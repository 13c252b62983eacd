namespace BotHost.Configuration.Files;

/// <summary>Follows links, every one on the way, to where a path really leads.</summary>
internal static class RealPath
{
    // More than any honest chain, and as many as Linux itself follows.
    private const int MostLinks = 40;

    /// <returns>Null where the links run in a circle.</returns>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var root = Path.GetPathRoot(full)!;
        return Walk(root, full[root.Length..]);
    }

    /// <summary>The same for a name in a folder whose own real path is known: the links above it are not walked again.</summary>
    public static string? Of(string realFolder, string name) => Walk(realFolder, name);

    public static bool IsInside(string folder, string path) =>
        path == folder || path.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string? Walk(string start, string rest)
    {
        var current = start;
        var ahead = new Stack<string>();
        Push(ahead, rest);
        var links = 0;
        while (ahead.TryPop(out var name))
        {
            if (name == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MostLinks)
            {
                return null;
            }

            if (Path.IsPathRooted(target))
            {
                current = Path.GetPathRoot(target)!;
                target = target[current.Length..];
            }

            Push(ahead, target);
        }

        return current;
    }

    private static void Push(Stack<string> ahead, string path)
    {
        foreach (var name in path.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Reverse().Where(name => name is not ("" or ".")))
        {
            ahead.Push(name);
        }
    }
}
