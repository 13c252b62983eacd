namespace BotHost.EndToEnd.Tests;

/// <summary>Where the checkout lies that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string SampleConfig => Path.Combine(Root, "config");

    /// <summary>The executable as this build made it.</summary>
    public static string Executable => Path.Combine(AppContext.BaseDirectory, "bothost.dll");

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "BotHost.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("The tests lie outside a checkout: BotHost.sln was not found above them.");
    }
}
